"""English of the pages around the plan: first run, questions, settings, what this is."""

from __future__ import annotations

from typing import Final

MOTTO: Final = "You earn the next kilo in the morning."
WHAT_IT_IS: Final = (
    "A diary for lifters whose sacroiliac joint holds a grudge. Four answers in the morning, and it tells "
    "what today holds and why."
)
WHERE_IT_STAYS: Final = (
    "What you write stays on the machine that runs this. There is no e-mail, no tracking, nobody else."
)
SIGNUP_CLOSED: Final = (
    "This diary has its owner already, and the first account is the only one. Whoever runs the server "
    "can open "
    "it to others with the setting UNDERBAR_SIGNUP=open."
)
FORGOTTEN: Final = (
    "There is no e-mail here, so no link can be sent. On the machine that runs Underbar, set a new "
    "password with:"
)

PASSWORD_HELP: Final = "Ten characters or more. A sentence is easiest."  # noqa: S105 - no password

LIFT_NOTES: Final = {
    "deadlift": "From the floor. The lift of the author's story.",
    "trap-bar-deadlift": "Standing inside the bar; a little easier on the back.",
    "rack-pull": "From the pins, a shorter way.",
    "romanian-deadlift": "From the top, hips back.",
    "squat": "Bar on the back.",
    "goblet-squat": "One bell, held in front.",
}

STEPS: Final = (
    ("welcome_you", "You"),
    ("welcome_goal", "The lift"),
    ("welcome_gym", "The bar"),
    ("welcome_screen", "The questions"),
    ("welcome_begin", "Begin"),
)
"""The steps of the first run: URL name and what it is called."""

SAMPLE_OFFER: Final = (
    "The sample diary is a made-up lifter, eleven weeks in, so every page has something on it. On the import "
    "page it can be taken out again, whole."
)

SCREEN_INTRO: Final = (
    "Before any weight: some things that feel like a sore joint are something else, and want a person "
    "to look at "
    "them. These questions ask for those. Yes means that it is there."
)
SCREEN_UNSURE: Final = (
    "Unsure is a real answer. On the grave ones it counts as careful as a yes, and so does a question "
    "left open."
)
RE_INTRO: Final = "One page: what may have changed since you last answered."
INJECTION_INTRO: Final = "One page, because of the injection: what is watched for in the days after it."
FLARE_INTRO: Final = "One page, because of the flare: it does not end before these are answered."
OPEN_GRAVE: Final = (
    "These would lock the plan until a clinician has looked: unsure, or left open, counts like a yes there."
)
OPEN_OTHER: Final = (
    "These count as a yes: a load may hold, or one part of the day stays away, until they are answered."
)
END_AT_ONCE: Final = "That is enough. Nothing more is asked: the next page says what to do now."
UNSHOWN_OPEN: Final = "the question on how dark it gets"
"""What stands for the sign that is never named back."""

ASSESSED_ASKS: Final = (
    "Somebody qualified has looked at what I noted here, in person or by phone, after I noted it."
)
ASSESSED_MEANS: Final = (
    "This opens the plan again for everything noted before now. A sign that comes back new can be "
    "marked as new "
    "in the questions, and locks again."
)
BAR_OK_MEANS: Final = (
    "During and after pregnancy the bar waits for a clinician's word. This is where it is noted."
)
SAYS_MEANS: Final = "Free words: shown beside the plan, never obeyed by it."
WINDOW_MEANS: Final = (
    "What the clinic said of the days after an injection. It replaces the method's own table for these days."
)
COURSE_MEANS: Final = (
    "How many injections the clinic has planned, and how far apart. Recorded, never prescribed."
)

BACKGROUND_LABEL: Final = "not the article's rule"
BACKGROUND_MEANS: Final = (
    "For a joint that always says a little: a morning counts as quiet up to your own background ache "
    "instead of "
    "0. It works only while that background is known and at most 2, and ends by itself where it rises."
)
DAY_START_MEANS: Final = "A night after midnight still belongs to the day before, until this hour."
DELETE_MEANS: Final = (
    "Every entry, every plan that was shown, every import, the tokens of your devices, all sessions "
    "and the "
    "account itself. There is no copy to bring back. Export first, if you might want it."
)
GONE: Final = (
    "Your diary, its plans and your account are deleted on this server, and this browser was told to "
    "throw away "
    "its offline copies too. On another device, delete the site's data in its browser."
)

SHORTCUTS: Final = (
    ("Tab, Shift Tab", "to the next thing, and back"),
    ("Space or Enter", "press what is in focus"),
    ("Arrow keys", "choose within a row of answers, the ache numbers too"),
    ("Enter in a form", "send it"),
    ("Tab from the top, then Enter", "skip straight to the content"),
)
SOURCE: Final = (
    "The source comes with the program: it is the installed package itself, and it is yours to read, "
    "change and "
    "pass on under the licence. Whoever serves it to you over a network owes you the source of what "
    "they run."
)
ABOUT: Final = (
    "It follows one lifter's public account of coming back from a sacroiliac injury: daily release and "
    "stability "
    "work, and a bar that gets heavier only after a session done as planned and a morning without ache.",
    "Every plan is worked out from your diary by fixed rules that you can read and change within "
    "limits. Each "
    "reason says whose it is: the article's, a study's, or our own judgement.",
    "It is careful by design: a missing answer never raises a load, and the most careful rule wins. "
    "You decide: "
    "lighter, shorter or not at all is always one tap.",
)
