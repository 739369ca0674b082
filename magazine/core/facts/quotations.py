"""What a sentence gives as somebody's own words."""

import re

from magazine.core.facts.script import INDIC

_QUOTED = re.compile(
    r"[“\"]([^“”\"]{2,})[”\"]"
    r"|‘((?:[^‘'\n]|(?<=\w)'(?=\w)){2,})'(?!\w)"
    r"|(?<![\w)])'((?:[^'\n]|(?<=\w)'(?=\w)){2,})'(?!\w)"
)
_MARKS = re.compile(rf"[^\w{INDIC}]+|_")
_PAUSE = re.compile(r"\.\.\.|…|\[[^\]]{0,80}\]")


def quotations(text: str) -> tuple[str, ...]:
    """Return the quoted stretches of a plain text, without their marks."""
    if not any(mark in text for mark in "“\"‘'"):
        return ()
    return tuple(match[match.lastindex or 0].strip() for match in _QUOTED.finditer(text))


def parts_of(quotation: str) -> tuple[str, ...]:
    """Return the stretches between the omissions of a quotation."""
    return tuple(part.strip() for part in _PAUSE.split(quotation) if part.strip())


def flat(text: str) -> str:
    """Return the words of a plain text in small letters, apart by one space: what a quotation must share."""
    return " ".join(_MARKS.sub(" ", text.lower().replace("n't", " not")).split())
