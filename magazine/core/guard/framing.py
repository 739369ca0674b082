"""A model's words about its own text, which state nothing of the source."""

import re

_OPENING = re.compile(
    r"\A\s*(?:(?:sure|certainly|of course|okay)\b[^\n:.!]{0,20}[.!,]?\s*)?"
    r"(?:here(?:'s| is| are)\b|below is\b|the following is\b|sure\b)[^\n:]{0,120}:\s*",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"[(\[*]{0,3}\b(?:word count|total words|length)\b\s*:?\**\s*(?:~|about |approximately )?"
    r"\d+\s*words\b[)\]*.]*"
    r"|[(\[*]{0,3}\bword count\b\s*:?\**\s*~?\d+[)\]*]*",
    re.IGNORECASE,
)


def without_framing(text: str) -> str:
    """Return a plain text without ``Here is a summary in 80 words:`` and ``(Word count: 80)``."""
    return _COUNT.sub(" ", _OPENING.sub("", text, count=1))
