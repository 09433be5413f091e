"""What the API says of itself."""

from __future__ import annotations

from typing import Final

DESCRIPTION: Final = (
    "The diary and its plans, for your own programs. A device sends its token as "
    "“Authorization: Bearer underbar_…”; make one under More, and revoke it there. "
    "A browser that is signed in needs no token, but sends “X-CSRFToken” with whatever changes something. "
    "Every refusal is JSON: “error” is a sentence, “issues” says what is wrong on which line, counted from 1 "
    "(0: of the whole)."
)
NOT_SIGNED_IN: Final = (
    "A diary is its owner's alone: send a device's token, or sign in. A revoked token opens nothing."
)
TOO_LONG: Final = "The request is longer than 1 MB: send the entries in smaller batches. Nothing was stored."
LEAD: Final = (
    "What the pages do with your diary, a program of yours can do too: a watch that sends the night's "
    "sleep, a script that keeps a backup, a notebook that asks for every plan of the year."
)
OF_TOKENS: Final = (
    "Each device gets a token of its own under More, shown once. Keep it where only that device reads it. "
    "It opens your diary through these addresses and nothing else, and a revoked one opens nothing."
)
ONCE: Final = (
    "Give every entry an id, a UUID that the device makes. If the answer gets lost, send the same again: "
    "what is stored already is called known, and is not stored twice."
)
