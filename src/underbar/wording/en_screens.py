"""The warning-sign questions in plain words, page by page. Facts: EVIDENCE.md A.1 and A.2.

Every question is answered yes, no or unsure, and yes means the sign is there. Which scope asks
which of them stands in the protocol document, not here.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from underbar.protocol.document import load


class Page(NamedTuple):
    """A screenful of questions: a title and the flags asked on it, the gravest first."""

    title: str
    flags: tuple[str, ...]


SCREEN_PAGES: Final = (
    Page(
        "Legs, bladder and bowel",
        ("cauda-equina", "both-legs-weak", "leg-weakness-rapid", "both-legs", "leg-weakness", "leg-stable"),
    ),
    Page("Falls, bones and the joint", ("trauma", "fall", "bone-stress", "acute-injury", "groin")),
    Page("Fever and general health", ("fever-unwell", "fever", "cancer", "weight-loss", "urinary", "eye")),
    Page(
        "Heart, blood and blood vessels",
        (
            "chest-pain",
            "vascular-acute",
            "iliacus-bleed",
            "calf",
            "heart",
            "pressure",
            "aneurysm",
            "anticoagulant",
        ),
    ),
    Page(
        "Belly, pelvis and pregnancy",
        ("pregnancy-emergency", "pregnancy", "pelvic-floor", "cyclic", "release-exclusion"),
    ),
    Page("Since an injection", ("after-injection-severe", "after-injection")),
    Page("How it began, sleep and mood", ("inflammatory", "apnoea", "hopeless", "self-harm")),
)
"""All flags of the vocabulary, each on one page."""

NONE_OF_THESE: Final = "None of the warning signs we ask about."
"""The answer for a page without a yes, and all that may be said of a screen without one."""

NEW_IN_HISTORY: Final = "Is anything new in your history since then: an illness, an operation, a medicine?"
"""What the one-page re-screen asks beside its questions; a yes leads to the full screen."""

_HURT: Final = "Since the trouble began or since you last answered."
_NOW: Final = "Now, or at any time in the last days."

_QUESTIONS: Final[dict[str, tuple[str, str]]] = {
    "cauda-equina": (
        "In the last two weeks, is any of these new or getting worse: numbness or pins and needles between "
        "your legs, "
        "around the genitals or the back passage; trouble starting to pee, not feeling that you pee or are "
        "full, "
        "leaking, or having to strain; losing control of your bowel or not feeling it move; losing feeling "
        "or "
        "function in sex?",
        "These nerves serve bladder, bowel and sexual feeling. A change there is looked at within hours, "
        "so one of "
        "these is enough for a yes.",
    ),
    "both-legs-weak": (
        "Are both legs weak or numb?",
        "Not tired after training: weak or numb without a reason, also if it comes and goes.",
    ),
    "leg-weakness-rapid": (
        "Is a foot or leg quickly getting weaker, from one day to the next?",
        "Tripping, a foot that slaps the floor, a knee that gives way, and more of it each day.",
    ),
    "both-legs": (
        "Does pain run down both legs?",
        "Below the buttocks, on both sides, without weakness or numbness.",
    ),
    "leg-weakness": (
        "Is one foot or leg getting weaker over weeks, or is numbness in it spreading?",
        "Compare with some weeks ago: going up on your toes, walking on your heels, stairs.",
    ),
    "leg-stable": (
        "Do you have pain or tingling down one leg that has stayed the same for a while?",
        "The same for weeks, and no weakness.",
    ),
    "trauma": (
        "Did this start with a hard fall, a crash or a drop, or can that leg not take your weight?",
        _HURT,
    ),
    "fall": (
        "Have you had a fall, and are you 65 or older, have osteoporosis, or took steroid tablets for "
        "three months "
        "or more?",
        "Any fall counts then, a light one too.",
    ),
    "bone-stress": (
        "Does hopping on that leg, or just standing on it, give a sharp pain in the buttock, groin or "
        "sacrum? Was "
        "there a pop under the bar? Or did the pain come new with osteoporosis, with long use of steroid "
        "tablets, or "
        "with periods that have stayed away for three months or more?",
        "An overloaded bone can feel like the joint. If you have not hopped, you need not try: answer "
        "unsure.",
    ),
    "acute-injury": (
        "In the last 72 hours, did a lift or a fall give a sudden sharp pain at the joint, or does the leg "
        "give way?",
        "The author too says that a fresh injury of the joint wants to be looked at first.",
    ),
    "groin": (
        "Is the main pain in the groin, or does the hip lock, catch or turn less than it used to?",
        "The hip itself can be the source.",
    ),
    "fever-unwell": (
        "Do you have a fever or shivering, and feel very unwell or unable to walk?",
        "38 °C (100.4 °F) or more.",
    ),
    "fever": (
        "Do you have 38 °C (100.4 °F) or more, or shivering, together with new or worse back pain, an "
        "injection in the "
        "last 30 days, or a weak immune system?",
        "A recent infection, operation or dental work, or diabetes, makes a yes more likely to matter. "
        "Fever without "
        "any of this is marked as ill at the check-in.",
    ),
    "cancer": (
        "Have you ever had cancer, and is this pain new or without explanation?",
        "However long ago it was.",
    ),
    "weight-loss": (
        "Have you lost weight without trying, do you sweat through the night, or is the pain constant, "
        "worse lying "
        "down, and eased by no position?",
        "One of them is enough for a yes.",
    ),
    "urinary": (
        "Is there blood in your urine, or pain in the flank with fever?",
        "Also pink or brown urine.",
    ),
    "eye": ("Is one eye red and painful?", "With or without blurred sight; light may hurt."),
    "chest-pain": ("Have you had chest pain, or blacked out?", "At rest or with effort."),
    "vascular-acute": (
        "Was there a sudden tearing pain in the back or belly, or is one leg suddenly cold, pale or swollen?",
        _NOW,
    ),
    "iliacus-bleed": (
        "Do you take a blood thinner and have new pain in the groin or thigh, a new bruise there, or a "
        "weak leg?",
        "A bleed deep in the hip can press on the nerve of the thigh.",
    ),
    "calf": ("Is one calf swollen, warm or sore without a reason?", "Compare it with the other."),
    "heart": ("Do you have a heart condition?", "One that a doctor told you of, also if it is quiet now."),
    "pressure": (
        "Do you have high blood pressure that is not under control, a hernia, or an eye operation in "
        "recent weeks?",
        "Bracing hard raises the pressure in the belly, the eye and the vessels.",
    ),
    "aneurysm": (
        "Do you know of an aneurysm of the aorta, or feel a pulse in your belly?",
        "A strong beat under your hand when you lie still.",
    ),
    "anticoagulant": (
        "Do you take a blood thinner, or do you have a bleeding disorder?",
        "Warfarin, apixaban, rivaroxaban, edoxaban, dabigatran, heparin, clopidogrel or the like. Release "
        "stays off "
        "then. Tell whoever gives you an injection; stop no medicine because of this page.",
    ),
    "pregnancy-emergency": (
        "Are you pregnant, with bleeding, severe pain or fever?",
        "One of the three is enough.",
    ),
    "pregnancy": (
        "Are you pregnant, might you be, or did you give birth in the last 12 months?",
        "Release and the bar wait then; a pelvic-health clinician is the right person to ask.",
    ),
    "pelvic-floor": (
        "Do you leak, or feel a bulge in the pelvis, when you strain or lift?",
        "Common, and worth showing.",
    ),
    "cyclic": ("Does the pain come only with your periods?", "Answer no if you have none."),
    "release-exclusion": (
        "Is any of these true: an operation on belly, pelvis or hip in the last 12 weeks; a hernia; a "
        "transplanted "
        "kidney; a stoma; an inflamed bowel right now; a known mass or cyst in the pelvis; a blood clot in "
        "the pelvis; "
        "a numb front of the thigh?",
        "Pressure on the iliacus goes deep. With one of these, ask a clinician first; the rest of the "
        "day's work stays.",
    ),
    "after-injection-severe": (
        "Since the injection: trouble breathing, a swelling face, a rash that spreads fast, or a leg newly "
        "weak or numb?",
        "Within the last 30 days.",
    ),
    "after-injection": (
        "Since the injection: fever or chills, spreading redness, heat or pus, a bad headache when "
        "upright, or pain "
        "still climbing after day 3 or far worse than last time?",
        "Within the last 30 days. More ache in the first days is common.",
    ),
    "inflammatory": (
        "Has back pain lasted more than three months, and do at least four of these fit: it started before "
        "you were 40; "
        "it came on slowly; it gets better with exercise; it does not get better with rest; it hurts at "
        "night and eases "
        "when you get up?",
        "Your age when it started counts, not your age now. Many sore backs fit some of these.",
    ),
    "apnoea": (
        "Do you snore loudly with choking or gasping, or fall asleep by day, at the wheel even?",
        "Ask somebody who hears you sleep.",
    ),
    "hopeless": (
        "Have you been feeling hopeless?",
        "Most days, for some weeks. Long pain does that to people.",
    ),
    "self-harm": (
        "Do you have thoughts of harming yourself?",
        "A yes shows you whom to call. Nobody else is shown the answer.",
    ),
}


def screen_pages(scope: str) -> tuple[Page, ...]:
    """The pages of a screen of `scope` (full, re, injection): the flags that the document asks then."""
    screens = load().screens
    asked = ((page.title, tuple(f for f in page.flags if scope in screens[f].asked)) for page in SCREEN_PAGES)
    return tuple(Page(title, flags) for title, flags in asked if flags)


def question(flag: str) -> str:
    """The question that asks for a warning sign; KeyError for a flag that nobody asks about."""
    return _QUESTIONS[flag][0]


def question_help(flag: str) -> str:
    """A sentence or two under the question: what counts as a yes, or why it is asked."""
    return _QUESTIONS[flag][1]
