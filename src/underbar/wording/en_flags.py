"""English names of the warning signs and of the other things worth showing a clinician."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from underbar.wording.en_words import joined

NAMES: Final = {
    "cauda-equina": "numbness between the legs, or new trouble with bladder, bowel or sexual feeling",
    "both-legs-weak": "weakness or numbness in both legs",
    "leg-weakness-rapid": "a leg that is quickly getting weaker",
    "trauma": "a hard fall or crash, or a leg that takes no weight",
    "chest-pain": "chest pain or a blackout",
    "vascular-acute": "sudden tearing pain, or a leg suddenly cold, pale or swollen",
    "iliacus-bleed": "new groin or thigh pain, a bruise or leg weakness while on a blood thinner",
    "pregnancy-emergency": "bleeding, severe pain or fever in pregnancy",
    "after-injection-severe": "trouble breathing, a swollen face or a weak leg after an injection",
    "fever-unwell": "fever while very unwell or unable to walk",
    "self-harm": "thoughts of harming yourself",
    "both-legs": "pain in both legs",
    "leg-weakness": "a leg getting weaker or more numb",
    "bone-stress": "signs of an overloaded bone",
    "fall": "a fall",
    "cancer": "new back pain after cancer",
    "weight-loss": "weight loss, night sweats or constant pain at night",
    "fever": "fever together with the pain",
    "after-injection": "fever, redness, a headache when upright or climbing pain after an injection",
    "eye": "a red, painful eye",
    "calf": "a swollen or sore calf",
    "urinary": "blood in the urine, or flank pain with fever",
    "acute-injury": "a sudden sharp injury of the joint",
    "groin": "pain mainly in the groin, or a hip that catches",
    "pressure": "blood pressure, a hernia or a recent eye operation",
    "heart": "a heart condition",
    "aneurysm": "an aneurysm, or a pulse felt in the belly",
    "pelvic-floor": "leaking, or a bulge in the pelvis when straining",
    "inflammatory": "the pattern of your back pain",
    "apnoea": "snoring with choking, or falling asleep by day",
    "cyclic": "pain that comes with periods",
    "leg-stable": "leg pain that stays the same",
    "hopeless": "feeling hopeless",
    "anticoagulant": "a blood thinner or a bleeding disorder",
    "release-exclusion": "something in the belly, pelvis or hip that pressure should keep off",
    "pregnancy": "pregnancy, or a birth in the last year",
    "not-improving": "little change after the first weeks",
    "flare-long": "a flare of more than a week",
    "flare-very-long": "a flare of more than two weeks",
    "flares-often": "three flares in four weeks",
    "background-rising": "a background ache that has been rising",
}


def flag_name(flag: str) -> str:
    """A short name for a warning sign or a referral, for the middle of a sentence."""
    return NAMES.get(flag) or flag.replace("-", " ")


def flag_names(flags: Sequence[str], last: str = "and") -> str:
    """Names of several flags; with semicolons where one of them holds a comma of its own."""
    names = [flag_name(flag) for flag in flags]
    return "; ".join(names) if any("," in name for name in names) else joined(names, last)
