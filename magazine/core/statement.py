"""A statement, what is known of it, and the sentences that bear it out."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is known of a statement.

    VERBATIM: it is the source's own sentence. VERIFIED: an editor's words, and the
    sources bear out every fact in them. MENDED: so after a correction. REPLACED: the
    editor's words were refused, and the source's own stand in their place. DROPPED: they
    were refused and nothing stands there (only in reports). EDITED_CHECKED and
    EDITED_UNSUPPORTED: a person's words, borne out or not. UNCHECKED: nobody looked yet.
    """

    VERBATIM = "verbatim"
    VERIFIED = "verified"
    MENDED = "mended"
    REPLACED = "replaced"
    DROPPED = "dropped"
    EDITED_CHECKED = "edited, checked"
    EDITED_UNSUPPORTED = "edited, not supported"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One checkable sentence, and the source sentences on which it rests."""

    text: str
    cites: tuple[str, ...]
    """Sentence ids within the story: ``a2.s7`` is the seventh sentence of its second
    article, ``a1.t`` an article's title, ``a1.h2`` its second heading."""
    verdict: Verdict = Verdict.UNCHECKED
    seal: str = ""
    """Marks the words and citations that an editor wrote (``core.proof.seal_of``): other
    words under the same seal are a person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A source sentence, as the source has it."""

    id: str
    text: str
    seal: str = ""
    """Marks the words as they were read from the article: changed ones are no evidence."""
