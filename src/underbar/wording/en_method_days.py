"""What the pages on the days say: warning signs, sleep, flares, signs before a flare, time away."""

from __future__ import annotations

from typing import Final

from underbar.wording.en_method_parts import Part

_SIGNS_FIRST: Final = Part(
    slug="warning-signs",
    title="Warning signs first",
    line="Questions that come before any plan, and again every five weeks.",
    lead="Some aches are not for a training diary.",
    did=(
        "He saw a sports doctor before anything began to work, and his last lines send an acutely injured "
        "joint to one. He asks no questions of his readers beyond that.",
    ),
    evidence=(
        "Taken one by one, most warning signs are weak tests. For fracture and cancer, a history of cancer "
        "and long use of steroids count most (Downie 2013); for most of the others there is little good "
        "evidence (IFOMPT 2020). Asking helps, and it does not settle the matter. That is why the answer "
        "here is never more than “none of the warning signs we ask about”.",
        "Pain that began before 40, crept in, gets better with movement and wakes you at night is a pattern "
        "worth showing a rheumatologist (Sieper 2009, NICE NG65). It is common among people with an ordinary "
        "back, too.",
    ),
    does=(
        "Until a full set of questions is answered, there is no bar work. Unsure and skipped count as yes.",
        "Emergency and urgent signs lock the plan: there is only a fixed text, until you note that a "
        "clinician assessed you. Other signs hold the loads or switch one thing off, such as the release on "
        "a blood thinner, and the rest goes on.",
        "One page is asked again every 35 days, in a flare, which does not end before, and on days 1, 3, 7 "
        "and 14 after an injection.",
        "With a fever alone, the bar waits for two mornings without it.",
    ),
    rules=("red-flag", "screen-missing", "screen-due", "routine-referral", "ill"),
    parameters=(
        "rescreen-days", "screen-injection-days", "injection-climb-first", "injection-climb-from",
        "injection-climb-to", "injection-climb", "injection-ache-high", "pregnancy-release-weeks",
        "ill-free-mornings",
    ),
    related=("which-joint", "flares", "injections"),
    table="signs",
)  # fmt: skip

_SLEEP: Final = Part(
    slug="sleep",
    title="Sleep",
    line="A short night holds the load; a short week lightens it.",
    lead="Bad weeks came at six hours, calm ones at eight.",
    did=(
        "His flares went along with weeks of bad sleep “almost perfectly”. At six hours a night the joint "
        "was angry; after a run of eight-hour nights it settled within days. No supplement stands in for "
        "that, he says.",
    ),
    evidence=(
        "Of all that is here, this has the most behind it. In diaries of 971 people, nights under six hours "
        "and over nine were followed by more pain on the next day, more than pain was followed by bad nights "
        "(Edwards 2008). In 126 people with back pain, poor sleep raised the odds of a flare and good sleep "
        "lowered them (Costa 2021). After six hours or less, people performed 7.6 % worse (Craven 2022).",
        "All that goes for many people together. What sleep does to your joint is another question, and a "
        "diary of some weeks can seldom answer it: when two things drift together, chance finds a link far "
        "too often.",
    ),
    does=(
        "Under six hours last night: no load rises today. Nothing else changes, and you move as planned.",
        "A mean under six and a half hours over the week, and three quarters of an hour below your own four "
        "weeks: today’s load is a fifth lighter, for seven days in any 28 at most. A short sleeper by nature "
        "is not in debt.",
        "What you type counts before what a device says, and a gap of more than an hour and a half is shown. "
        "Of several devices the first of your own order counts, without one the shortest night. An unknown "
        "night changes nothing, and the plan says that it is unknown.",
    ),
    components=("sleep",),
    rules=("short-sleep", "sleep-debt", "sleep-unknown", "sleep-differs"),
    parameters=(
        "short-sleep", "sleep-debt-mean", "sleep-debt-below", "sleep-debt-nights", "sleep-debt-days",
        "sleep-median-days", "sleep-median-nights", "sleep-debt-factor", "sleep-debt-most",
        "sleep-debt-window", "sleep-difference",
    ),
    related=("signs", "gate"),
)  # fmt: skip

_FLARES: Final = Part(
    slug="flares",
    title="Flares",
    line="What counts as one, what to do in it, and the way back.",
    lead="In a flare you do less. You never do nothing.",
    did=(
        "He had them, and learned what they were not answered by: neither by lying down nor by pushing on. "
        "He gives no protocol for the days of a flare. Everything with a number here is our judgement.",
    ),
    evidence=(
        "Staying active had a small advantage over bed rest in fresh back pain, and none in sciatica (Dahm "
        "2010). That a flare means two points more than usual is how one study of 126 people counted it "
        "(Costa 2021). Sitting for more than six hours came before flares in another, of thirty (Suri 2018).",
    ),
    does=(
        "A flare is a morning of 3 or more that also lies two above your background, or pain of 7 in a "
        "session, or a morning that you call one.",
        "On its first two days: no bar, stability work two rungs down, two or three short walks, and sitting "
        "broken up. After that a light hinge, at most 60 %.",
        "It ends after two quiet mornings in a row and a fresh look at the warning signs. You come back at "
        "90 % after a short one, at 80 % after a longer one, and the gate takes over.",
        "More than a week is worth showing a clinician. More than two weeks, or three flares in four, and no "
        "load rises until somebody has looked. Underbar never names a cause.",
    ),
    components=("not-resting", "sitting"),
    rules=("flare", "flare-return", "keep-moving", "level-down"),
    parameters=(
        "flare-ache", "flare-above-background", "flare-pain", "flare-no-bar-days", "flare-hinge-percent",
        "flare-walks", "flare-walk-minutes", "flare-quiet-mornings", "quiet-ache", "quiet-above-background",
        "flare-short-days", "flare-return-short", "flare-return-long", "flare-refer-days", "flare-hold-days",
        "flare-hold-count", "flare-hold-window",
    ),
    related=("signs", "warning-signs", "time-away"),
)  # fmt: skip

_WHISPERS: Final = Part(
    slug="signs",
    title="Signs before a flare",
    line="Small things that come together before it gets loud.",
    lead="Listen while it is still a whisper.",
    did=(
        "He minds the signals early, “before a whisper becomes a flare”. His own is a faint stiffness on one "
        "side when he gets out of the car.",
    ),
    evidence=(
        "Nobody has tested the car. It fits with long sitting having come before flares in one small study "
        "(Suri 2018), and with poor sleep and a sore morning having raised the odds in another (Costa 2021). "
        "That is as far as it goes.",
    ),
    does=(
        "Five small signs are watched: one-sided stiffness out of the car on two of three mornings, an ache "
        "that lingers without being a flare, the release missed on five of seven days, short nights over the "
        "week, and more on the bar than planned.",
        "Two of them together, and no load rises. Release and stability come first.",
        "Beside them stands how often they came before a flare in this very diary, and how often they did "
        "not. Judge for yourself what they are worth to you.",
    ),
    components=("car-stiffness",),
    rules=("whisper", "release-lapsed"),
    parameters=(
        "whisper-signs", "whisper-stiff-mornings", "whisper-ache", "whisper-ache-mornings", "whisper-window",
        "whisper-sleep", "whisper-sleep-nights", "whisper-over-days",
    ),
    related=("flares", "sleep", "release"),
)  # fmt: skip

_AWAY: Final = Part(
    slug="time-away",
    title="Time away, and his mistakes",
    line="Rest, pushing through, hard stretching, and coming back after a gap.",
    lead="Nothing that was missed is ever caught up.",
    did=(
        "First he rested. After six weeks off, the first session was worse than the day it happened. Then he "
        "pushed through it, heavy, to toughen the joint, and it “just gets angrier”. Then he stretched "
        "everything, because everybody said so; on an irritated joint, he writes, that is “like picking a "
        "scab”.",
        "Before all of that came four months of pretending.",
    ),
    evidence=(
        "Against complete rest there is fair evidence, with small effects (Dahm 2010). Against pushing "
        "through there is mostly opinion. Against stretching there is his word: no trial of harm was found, "
        "and a static stretch of the hip flexors made no difference between groups in thirty people (2021).",
        "Strength keeps rather well for about three weeks, then goes faster, and faster still above 65 "
        "(Bosquet 2013). The cuts after a gap are there for what the joint tolerates, which is our "
        "judgement.",
        "Thirty percent, or two points of ten, is the least change that people in studies call important "
        "(Ostelo 2008).",
    ),
    does=(
        "Up to ten days since the last session of a lift: no effect. To two weeks, a tenth off; to four, a "
        "fifth; to eight, about a third. After that, the lift starts again.",
        "Seven days with nothing logged are met with the next small thing to do: a walk, a bridge, ninety "
        "seconds. Hard stretching and a day of sitting get one sentence each, and no scolding.",
        "If neither ache nor your own activities have changed by 30 % six weeks after the start, that is "
        "worth showing a clinician. Nothing is held back for it.",
    ),
    components=("not-resting", "hard-stretching", "sitting"),
    rules=("layoff", "nothing-logged", "keep-moving", "hard-stretching", "long-sitting", "not-improving"),
    parameters=(
        "layoff-free-days", "layoff-short-days", "layoff-short-factor", "layoff-middle-days",
        "layoff-middle-factor", "layoff-long-days", "layoff-long-factor", "nothing-logged-days",
        "walk-minutes", "sitting-hours", "not-improving-weeks", "not-improving-percent", "not-improving-ache",
    ),
    related=("flares", "lifts", "which-joint"),
)  # fmt: skip

DAYS: Final = (_SIGNS_FIRST, _SLEEP, _FLARES, _WHISPERS, _AWAY)
