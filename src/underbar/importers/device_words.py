"""The name of a device or app as the diary's word for a source."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 40
_DEVICES: Final = {"watch": "apple-watch", "iphone": "iphone", "ipad": "ipad", "macbook": "mac"}
_ELSE: Final = re.compile(r"[^a-z0-9]+")


def device_word(name: str) -> str:
    """Lower case ASCII with hyphens, at most 40 characters; "" where nothing of the name is left.

    Phones and watches carry their owner's name, so of those no more is kept than what they are.
    """
    lower = name.casefold()
    for device, word in _DEVICES.items():
        if device in lower:
            return word
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return _ELSE.sub("-", plain).strip("-")[:_LONGEST].strip("-")
