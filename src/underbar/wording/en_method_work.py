"""What the pages on the daily work say, and on the injections: release, stability work, a clinic's course."""

from __future__ import annotations

from typing import Final

from underbar.wording.en_method_parts import Part

_INJECTIONS: Final = Part(
    slug="injections",
    title="The injections",
    line="A clinic’s course: recorded and respected, never prescribed here.",
    lead="The clinic decides. Underbar keeps the days around it quiet.",
    did=(
        "He calls prolotherapy, sugar water injected at the ligaments around the joint, his turning point. "
        "He had three sessions about six weeks apart and means to have at least one more. Each brought a "
        "step forward, not overnight but over the following weeks.",
        "His doctor’s rule of thumb was about one session for each decade of age, so four or five for him. "
        "The first 48 hours after each were sore: “more inflammation, not less”.",
    ),
    evidence=(
        "The studies conflict. In one trial of 48 people, sugar water and steroid did equally well at two "
        "weeks and the sugar water better at fifteen months, with no placebo group and in people whose joint "
        "had been confirmed by a numbing injection (Kim 2010). In 25 people three injections six weeks apart "
        "went well at first, three in four at one year and one in three at two, with no comparison and many "
        "lost on the way (Cusi 2010).",
        "The largest group, 103 people, is sobering: 23 % reached an improvement that mattered, and whoever "
        "had not got better early mostly did not later (Hoffman 2018). For low-back pain in general, "
        "injections alone did no better than control injections in five trials (Dagenais 2007, Yelland "
        "2004).",
        "For the number by decades of age we found no source at all. Pain after the injection is common, 70 "
        "% in a survey of those who give them, and serious harm is rare and real: 69 stays in hospital were "
        "reported there (Dagenais 2006). Clinics speak of 3 to 10 sore days (second hand), longer than the "
        "author’s 48 hours.",
    ),
    does=(
        "You enter the injections, given and planned, and what the clinic said. Its own windows replace the "
        "table below. What it said in words is shown back to you and never turned into a rule.",
        "The reminder counts six weeks from the last one. The rule of thumb is shown as the author’s, with "
        "“no source found” beside it.",
        "Mornings 1 to 7 judge no session, and their ache lowers at most today’s load. The warning signs are "
        "asked again on days 1, 3, 7 and 14, and on any day the ache climbs after the third.",
        "About six weeks after the first one, your last seven mornings are compared with the seven before "
        "it. Less than 30 % better, and you read here what Hoffman 2018 found. That is worth discussing "
        "before the next one.",
        "After a steroid the table is another, because a steroid masks the ache by which everything is "
        "judged.",
    ),
    components=("prolotherapy", "prolotherapy-low-back", "injections-per-decade"),
    rules=("injection-window", "injection-review", "injection-spacing", "clinic-says"),
    parameters=(
        "injection-spacing-weeks", "injection-expected-first", "injection-expected-last",
        "injection-review-from", "injection-review-to", "injection-review-mornings",
        "injection-review-percent", "injection-review-ache", "steroid-no-bar-to", "steroid-no-raise-to",
    ),
    related=("warning-signs", "tablets", "peptides"),
    table="windows",
)  # fmt: skip

_RELEASE: Final = Part(
    slug="release",
    title="The release of the iliacus",
    line="Ninety seconds a side, every morning, on a muscle no stretch reaches.",
    lead="Ninety seconds a side, before the day begins.",
    did=(
        "The iliacus lines the inside of the pelvic bone. His was tight from sitting and from loading on top "
        "of it, and he found no stretch, roller or ball that got there. A curved tool made for it, the Hip "
        "Hook by the physiotherapist Christine Koth, did. The first time he stood up after it, the ache he "
        "had grown used to was, as he puts it, “quieter”.",
        "He still does it every morning. When he skips it for a week, the old pattern returns: the tilt, the "
        "faint stiffness on getting out of the car. Then he does it, and it goes.",
    ),
    evidence=(
        "No trial of the tool was found, and none of pressing this muscle for this joint. His ninety seconds "
        "and the maker’s two minutes a day are both untested. The author’s own account is the evidence.",
        "One thing is documented: on blood thinners the iliacus can bleed and press on the nerve of the "
        "thigh, mostly of itself (Kong 2012). No case caused by a tool was found. The lock is a precaution, "
        "and a firm one.",
    ),
    does=(
        "A timer of 90 seconds a side each morning, built up from 30 in the first week. Any tool or a pair "
        "of trained hands will do; no brand is asked for. The place is inside the front of the pelvic bone, "
        "never the fold of the hip, where the vessels and nerves run.",
        "Stop at a pulse under the tool, tingling, belly pain or dizziness. Blood in the urine afterwards is "
        "a warning sign: see a clinician the same day. Discomfort above 5 takes you back to 30 seconds.",
        "It is locked on a blood thinner, with what else the warning signs ask about, and for 14 days after "
        "an injection unless the clinic says otherwise.",
        "Missed on five of the last seven days, it counts as one of the small signs before a flare. It never "
        "blocks training.",
    ),
    components=("iliacus-release",),
    rules=("release-locked", "release-build-up", "release-eased", "release-lapsed"),
    parameters=(
        "release-seconds", "release-first-seconds", "release-build-days", "release-discomfort",
        "release-injection-days", "release-lapsed-missed", "release-lapsed-days",
    ),
    related=("signs", "warning-signs", "stability"),
)  # fmt: skip

_STABILITY: Final = Part(
    slug="stability",
    title="Stability work",
    line="Four exercises, each a ladder. The weaker side sets the rung.",
    lead="Light, slow and even, and the weaker side goes first.",
    did=(
        "Four exercises carried it: the single-leg glute bridge, slow and with a pause at the top; the "
        "Pallof press; the Copenhagen plank; and the suitcase carry, “brutally honest about which side is "
        "weak”. Daily at first, and never heavy.",
        "They began to hold, he says, once the injections and the release had done their part. They are in "
        "his week for good now, as insurance.",
    ),
    evidence=(
        "Who leads it seems to matter. In 81 women with pelvic pain after a birth, individual exercise led "
        "by a physiotherapist did much better than the comparison (Stuge 2004). In 88 such women the same "
        "kind of exercise alone at home did no better than waiting (Gutke 2010). In a small trial of people "
        "with this joint, exercise came last: one in five did well, against seven in ten with manual care "
        "(Visser 2013).",
        "One by one: in eight people the big muscle of the buttock was weaker on the sore side, and strength "
        "and pain got better over ten visits (Added 2018). The Copenhagen plank cut groin trouble in male "
        "footballers by 41 % (Harøy 2019), which says nothing of this joint. For the Pallof press and the "
        "carry no trial was found.",
        "The carry is not the light exercise it looks: 30 kg in one hand pressed the spine with more than "
        "2,800 newtons, against 1,570 with 15 kg in each (McGill 2013, six people).",
        "A difference between sides is ordinary. Two in five healthy people differ by a tenth (Roberti "
        "2024), and studies of side differences and injury contradict one another (Guan 2022).",
    ),
    does=(
        "On the first day you find your rung: the highest that goes with form and at most 2 of pain. The "
        "weaker side sets it and goes first; the other never does more.",
        "Up a rung after two outings in a row at the top of the dose, with form, little pain and quiet "
        "mornings. The long lever of the Copenhagen plank asks for four over two weeks. Down one after a "
        "back-off, down two in a flare, and never to nothing.",
        "Bridge and Pallof press daily while you build; Copenhagen twice a week, later three times, and not "
        "on the day before squats; the carry three days at most, never on the day before a hinge day, and "
        "never heavier than 30 kg, or 20 from 65 years.",
        "A difference between your sides is named from 15 %, on the same side in three tests, and beyond "
        "your own scatter. It is a training target and nothing more.",
        "Once the goal is reached, three days a week are kept. For good.",
    ),
    components=(
        "stability-supervised", "stability-at-home", "single-leg-bridge", "pallof-press", "copenhagen-plank",
        "suitcase-carry",
    ),
    rules=("placement", "level-up", "level-down", "side-difference", "insurance"),
    parameters=(
        "stability-up-exposures", "stability-up-pain", "stability-down-back-off", "stability-down-flare",
        "copenhagen-per-week-first", "copenhagen-per-week-later", "copenhagen-later-weeks",
        "copenhagen-long-lever", "copenhagen-long-exposures", "copenhagen-long-days", "carry-per-week",
        "carry-cap", "carry-cap-older", "older-age", "keep-per-week", "side-difference",
        "side-difference-tests",
    ),
    related=("release", "lifts", "flares"),
    table="ladders",
)  # fmt: skip

WORK: Final = (_INJECTIONS, _RELEASE, _STABILITY)
