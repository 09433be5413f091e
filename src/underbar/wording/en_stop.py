"""The fixed texts of a lock, and what is said of a routine referral. Facts: EVIDENCE.md A.0 and A.1."""

from __future__ import annotations

from typing import Final

from underbar.protocol.plan import Stop
from underbar.wording.en_flags import flag_name, flag_names
from underbar.wording.en_words import capital

_SELF_HARM: Final = (
    "If you are thinking of harming yourself, you do not have to carry it alone. Call your local emergency "
    "number or "
    "a crisis line now, and stay with someone near you. A walk is still yours, if you want one. Nobody "
    "else is shown "
    "this answer."
)
_EMERGENCY: Final = (
    "Get emergency help now: call your local emergency number, or go to an emergency department. Do not "
    "drive "
    "yourself."
)
_URGENT: Final = (
    "Contact a clinician today: your doctor, an urgent-care service or a medical advice line. If nobody "
    "can see you "
    "today, or if it gets worse, go to an emergency department."
)
_CLINIC: Final = "Call the clinic that gave the injection today; if you can't reach it, go to urgent care."
_LOCKED: Final = 'There is no plan until then. Only "a clinician assessed me" opens it again.'

_REFER: Final = {
    "groin": "Pain mainly in the groin, or a hip that catches, is worth showing a clinician: it may come "
    "from elsewhere.",
    "pressure": "Heavy bracing raises the pressure inside. With this, a word with a clinician comes before "
    "heavier loads.",
    "heart": "With a heart condition, a word with a clinician comes before heavier loads.",
    "aneurysm": "With an aneurysm, or a pulse you feel in the belly, see a clinician before heavy bracing; "
    "release stays off.",
    "pelvic-floor": "Leaking, or a bulge when you strain, is worth showing a pelvic-health clinician.",
    "inflammatory": "These answers about your back pain are worth showing a doctor; a rheumatologist knows "
    "the pattern.",
    "apnoea": "Snoring with choking, or falling asleep by day, is worth showing a doctor. Good sleep is "
    "half of this.",
    "cyclic": "Pain that comes with periods is worth showing a doctor.",
    "leg-stable": "Leg pain that stays the same is worth showing a clinician. If it spreads or weakens, "
    "answer again.",
    "hopeless": "Feeling hopeless is worth telling a doctor, or someone you trust. You need not wait until "
    "it is worse.",
    "pregnancy": "A pelvic-health clinician is the right person in and after pregnancy. The bar waits for "
    "their word.",
    "not-improving": "Some weeks in, little has changed. That is worth showing a clinician.",
    "flare-long": "This flare has lasted more than a week. That is worth showing a clinician.",
    "flare-very-long": "This flare has lasted more than two weeks. Please show it to a clinician; no load "
    "rises until then.",
    "flares-often": "Three flares in four weeks. Please show that to a clinician; no load rises until then.",
    "background-rising": "Your background ache has been rising for some weeks. That is worth showing a "
    "clinician.",
}


def stop_headline(stop: Stop) -> str:
    """The lock in one sentence."""
    if "self-harm" in stop.flags:
        return "Call your local emergency number or a crisis line now, and stay with someone near you."
    if stop.level == "E":
        return "Get emergency help now."
    return "No plan today: please contact a clinician today."


def stop_text(stop: Stop) -> str:
    """The whole text of a lock: where to go, what to say there, what opens the plan again.

    Paragraphs are divided by one empty line. Thoughts of self-harm come first, with the words of a
    crisis line; they are never named in the list of signs to pass on.
    """
    others = [flag for flag in stop.flags if flag != "self-harm"]
    parts = [_SELF_HARM] if len(others) < len(stop.flags) else []
    if others:
        # Beside thoughts of self-harm the level is E, and the other signs go the more careful way too.
        parts.append(_EMERGENCY if stop.level == "E" else _URGENT)
        if stop.level == "U" and "after-injection" in others:
            parts.append(_CLINIC)
        parts.append(f"Tell them what you noted here: {flag_names(others)}.")
    parts.append(_LOCKED)
    return "\n\n".join(parts)


def refer_text(flag: str) -> str:
    """What a routine referral says: what was noted, and who could look at it."""
    return _REFER.get(flag) or f"Worth showing a clinician: {capital(flag_name(flag))}."
