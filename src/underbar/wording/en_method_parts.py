"""What a page of the method is made of."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Part(NamedTuple):
    """A part of the method.

    `line`: what it is, for a list of parts; `lead`: the first sentence of its page. `did`: the
    author; `evidence`: what studies say; `does`: Underbar. `components`, `rules`, `parameters`: ids of
    the protocol document and of the rules. `related`: slugs. `table`: what the document shows besides.
    """

    slug: str
    title: str
    line: str
    lead: str
    did: tuple[str, ...]
    evidence: tuple[str, ...]
    does: tuple[str, ...]
    components: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    table: Literal["", "zones", "ladders", "lifts", "windows", "signs"] = ""


class Read(NamedTuple):
    """Something that was read for a question: who wrote it, what it says, where it stands.

    `at`: its address; `tag`: `[L]` where its abstract or text was read, `[L2]` where others report it.
    """

    who: str
    says: str
    at: str
    tag: str


class Asked(NamedTuple):
    """A question beside the method. `short`: the answer in a sentence; `here`: what Underbar does of it."""

    slug: str
    title: str
    line: str
    short: str
    known: tuple[str, ...]
    here: tuple[str, ...]
    read: tuple[Read, ...] = ()
    related: tuple[str, ...] = ()
