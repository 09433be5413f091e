"""English of the lifter's own experiment: what is asked, how it is registered, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from underbar.diary.records import Trial
from underbar.insights.experiment import ARMS, Arm, Outcome, Verdict, Why
from underbar.wording.en_words import calendar_day, capital, count, joined, long_day, spelled

NAMES: Final[dict[Trial, str]] = {
    "bedtime": "To bed half an hour earlier",
    "sitting": "Breaking up sitting",
    "release": "The release",
}
QUESTIONS: Final[dict[Trial, str]] = {
    "bedtime": "Do mornings ache differently after going to bed half an hour earlier than after my usual "
    "bedtime?",
    "sitting": "Do mornings ache differently after days with sitting broken up every half hour than after "
    "days without?",
    "release": "Do mornings ache differently after days with the release than after days without it?",
}
"""As it is registered; never to be changed afterwards."""
SIDES: Final[dict[Trial, dict[Arm, str]]] = {
    "bedtime": {"on": "earlier to bed", "off": "usual bedtime"},
    "sitting": {"on": "sitting broken up", "off": "sitting as usual"},
    "release": {"on": "with release", "off": "without release"},
}
_WENT: Final[dict[Trial, str]] = {
    "bedtime": "Nights begun earlier",
    "sitting": "Days with sitting broken up",
    "release": "Days with the release",
}
_AFTER: Final[dict[Trial, dict[Arm, str]]] = {
    "bedtime": {"on": "after going to bed earlier", "off": "after the usual bedtime"},
    "sitting": {"on": "after days with sitting broken up", "off": "after days as usual"},
    "release": {"on": "after days with the release", "off": "after days without it"},
}
_KEYS: Final[dict[Trial, str]] = {
    "bedtime": "filled: earlier to bed, hollow: usual",
    "sitting": "filled: broken up, hollow: as usual",
    "release": "filled: with, hollow: without release",
}
PICTURE_TITLE: Final = "Mean ache, pair by pair"
MEANS: Final[dict[Trial, dict[Arm, str]]] = {
    "bedtime": {
        "on": "In bed half an hour before your usual time, the night after the day",
        "off": "As you usually do",
    },
    "sitting": {"on": "Up for a moment every half hour, all day", "off": "As you usually sit"},
    "release": {"on": "As the plan asks", "off": "None; such a day never counts as missed"},
}
TITLE: Final = "Your own experiment"
ACHE_AXIS: Final = "mean ache on waking, 0 to 10"
ENDING: Final = (
    "Yours to end at any time. What was done so far then counts, and less of it tells less. It can’t be "
    "taken up again."
)
OFF_DAYS: Final = "On days without it the plan leaves release out, and nothing counts it as missed."
WHAT_IT_IS: Final = (
    "A coin decides, pair by pair, which of two periods comes first. That takes habit and wishful picking "
    "out of it, so it can say more than looking back ever can."
)
NOT_ASKED: Final = "Loads, injections and the warning-sign questions are never tossed for."
ABOUT_RELEASE: Final = (
    "Release is tossed for in whole weeks, and never in fewer than eight pairs: the author’s ache came back "
    "over a week without it, so single days would blur, and fewer weeks would hardly see it."
)
UNBLINDED: Final = "You know each day’s arm, so what you expect is part of the result."
AS_DRAWN: Final = "Every morning counts as it was drawn, whether or not the arm was kept to."
NOT_A_CAUSE: Final = (
    "This is what went together in your diary over these days; it says nothing of another time."
)
NO_PEEKING: Final = (
    "Nothing is said of the result before the end, and coming arms are not shown: knowing either would "
    "colour the mornings."
)
ENDED_BY: Final[dict[Why, str]] = {
    "finished": "It ran to its last planned day.",
    "off": "You ended it.",
    "replaced": "A new one took its place.",
    "flare": "A flare ended it, as its stop rule says.",
    "stop": "A warning sign ended it, as its stop rule says.",
}
RUNS_ALREADY: Final = "One experiment at a time: end the one that runs first."
LOCKED: Final = "A warning sign stands. Nothing is tried out until a clinician has looked."
IN_A_FLARE: Final = "A flare settles first. Ask again once it is over."
SCREEN_FIRST: Final = "The warning-sign questions come first."
RELEASE_IS_OFF: Final = "Release rests for you now for another reason, so it can’t be tossed for."
NONE_RUNS: Final = "No experiment is running."
EMPTY: Final = "No experiment yet."
LAST_MORNING: Final = "It is over. Its last morning is still to be told; then the result is here."
SURE: Final = "Start this experiment?"
STARTED: Final = "Registered. It begins tomorrow."
STOPPED: Final = "Ended. Its result counts what was done so far."


def blocks(days: int) -> str:
    """The length of a period: `days`, `weeks`, `fortnights`."""
    return {1: "single days", 7: "weeks", 14: "fortnights"}.get(days, f"periods of {days} days")


def design(pairs: int, block: int) -> str:
    """`eight pairs of weeks, 112 days`."""
    return f"{spelled(pairs, 'pair')} of {blocks(block)}, {2 * pairs * block} days"


def stop_rule(pairs: int, block: int) -> str:
    """The rule that is registered with the question."""
    return f"after day {2 * pairs * block}; earlier at a flare, under a warning sign, or when I end it"


def too_short(what: Trial, block: int, fewest: int) -> str:
    """Why so few pairs are refused."""
    if what == "release":
        return f"At least {spelled(fewest, 'pair')} of {blocks(block)}. {ABOUT_RELEASE}"
    if block == 1:
        return f"At least {fewest} pairs of {blocks(block)}: fewer would see next to nothing."
    return (
        f"At least {spelled(fewest, 'pair')} of {blocks(block)}: with fewer, even the clearest result could "
        "be chance one time in sixteen or more."
    )


def no_such_period(what: Trial, known: tuple[int, ...]) -> str:
    """Why periods of that length are refused."""
    said = f"Periods of {joined([str(days) for days in known], 'or')} days, for {NAMES[what].lower()}."
    return f"{said} {ABOUT_RELEASE}" if what == "release" else said


def too_many(most: int) -> str:
    """Why so many pairs are refused."""
    return f"At most {most} pairs."


def begins(day: date) -> str:
    """Before its first day."""
    return f"It begins on {long_day(day)}."


def runs_to(day: date) -> str:
    """When it is over."""
    return f"Its last day is {long_day(day)}."


def period_line(what: Trial, pair: int, arm: Arm, first: date, last: date) -> str:
    """`Pair 3: with release, 5 March to 11 March`."""
    days = calendar_day(first) if first == last else f"{calendar_day(first)} to {calendar_day(last)}"
    return f"Pair {pair}: {SIDES[what][arm]}, {days}"


def verdict(found: Outcome) -> str:
    """What it says, in one sentence."""
    went = _WENT[found.design.what]
    said: dict[Verdict, str] = {
        "too-few": "Too few pairs to say anything.",
        "cannot-tell": "Can’t tell.",
        "less": f"{went} went together with less ache.",
        "more": f"{went} went together with more ache.",
    }
    return said[found.verdict]


def width(found: Outcome) -> str:
    """The difference with its interval and its exact p; without the last two for few pairs."""
    tested = found.exact
    if tested is None:
        return "No pair has a morning on both sides."
    on, off = (_AFTER[found.design.what][arm] for arm in ARMS)
    mean = f"Mornings {on} were {points(tested.mean) or 'no different'} than those {off}"
    if tested.low is None or tested.high is None:
        few = spelled(tested.pairs, "pair")
        return f"{mean}. With {few} even the clearest result could be chance, so no width is given."
    low, high = (points(end) or "no difference" for end in (tested.low, tested.high))
    return (
        f"{mean} (could be anywhere from {low} to {high}). "
        f"If the arm made no difference, as much or more would come up in {_tosses(tested.p)}."
    )


def points(value: float) -> str:
    """`0.4 points lower`, `0.04 points higher`; empty for less than 0.005."""
    shown = f"{abs(value):.1f}" if abs(value) >= 0.05 else f"{abs(value):.2f}"
    if shown == "0.00":
        return ""
    return f"{shown} {'point' if shown == '1.0' else 'points'} {'lower' if value < 0 else 'higher'}"


def _tosses(p: float) -> str:
    return "fewer than 1 of 100 tosses" if p < 0.01 else f"{round(100 * p)} of 100 tosses"


def mornings(found: Outcome, arm: Arm) -> str:
    """`52 mornings told, 4 missing, mean ache 1.3`."""
    seen = found.arms[arm]
    mean = "" if seen.mean is None else f", mean ache {seen.mean:.1f}"
    return f"{count(seen.mornings, 'morning')} told, {seen.missing} missing{mean}"


def kept(found: Outcome, arm: Arm) -> str:
    """How often release was done on days of the arm; empty for another question."""
    seen = found.arms[arm]
    if seen.done is None or seen.told is None:
        return ""
    return f"release done on {seen.done} of {count(seen.told, 'day')} that tell of it"


def summary(found: Outcome) -> list[tuple[str, str]]:
    """What CONSORT-CENT asks for, as pairs of a name and what there is."""
    made = found.design
    sides = SIDES[made.what]
    rows = [
        ("Question", made.question),
        ("Design", f"{capital(design(made.pairs, made.block))}; the order within each pair drawn by a coin"),
        ("Registered", f"{_day(made.registered)}, before its first day; seed {made.seed}"),
        ("Stop rule", made.stop or "none was written"),
        ("Periods", f"{2 * made.pairs} planned, {found.begun} begun, {found.finished} finished"),
        ("Why it ended", f"{ENDED_BY[found.why]} First day that is no part of it: {_day(found.ended)}."),
    ]
    for arm in ARMS:
        said = [mornings(found, arm), kept(found, arm)]
        rows.append((capital(sides[arm]), "; ".join([words for words in said if words])))
    rows.append(("Flares meanwhile", str(found.flares) if found.flares else "none"))
    left = [str(pair) for pair in found.left_out]
    rows.append(("Pairs left out", f"{joined(left)}: no morning on one side" if left else "none"))
    rows.append(("Limits", f"{UNBLINDED} {AS_DRAWN}"))
    return rows


def _day(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{calendar_day(day)} {day.year}"


def picture_key(found: Outcome) -> tuple[str, ...]:
    """What the marks stand for."""
    return (_KEYS[found.design.what], "below: the difference, 95 % width")


def difference_title(found: Outcome, narrow: bool) -> str:
    """Of the axis of the difference."""
    return (
        "← less ache · more ache →"
        if narrow
        else f"← less ache {SIDES[found.design.what]['on']} · more ache →"
    )


def picture_says(found: Outcome) -> str:
    """The picture for whoever can't see it."""
    sides = SIDES[found.design.what]
    said = [
        f"pair {pair.pair}: {_mean(pair.on)} {sides['on']}, {_mean(pair.off)} {sides['off']}"
        for pair in found.pairs
    ]
    return f"{PICTURE_TITLE}. {capital('; '.join(said))}. {width(found)}"


def _mean(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.1f}"
