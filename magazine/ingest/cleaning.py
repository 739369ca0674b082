"""Text from outside, made safe to store, compare and print.

What is dropped is what a reader cannot see and a screen, a search or a model
can: control, zero-width, tag and bidirectional characters, noncharacters and
lone surrogates.
"""

import re
import unicodedata

# Hindi and its sister scripts (U+0900 to U+0DFF) spell with the two joiners, so these
# stay between two of their letters and go everywhere else.
_STRAY_JOINER = re.compile("[\u200c\u200d](?:(?<![\u0900-\u0dff][\u200c\u200d])|(?![\u0900-\u0dff]))")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, without tab and line ends
    "\u00ad\u180e\u200b\u2060-\u2065\ufeff"  # soft hyphen, zero-width, byte-order mark
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional marks, overrides, isolates
    "\ufe00-\ufe0f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
)
# Apart from the above, and behind a quick look, as a set on both sides of U+FFFF is slow.
_UNSEEN_BEYOND = re.compile(
    "(?=[\U00010000-\U0010ffff])[\U000e0000-\U000e01ef"  # tags and selectors, which can hide text
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
# Single spaces are most of a text: the patterns find only what there is to change.
_ODD_SPACE = re.compile(r"[^\S\n ]")
_SPACES = re.compile(" {2,}")
_EDGE_SPACES = re.compile(" \n ?|\n ")
# A letter of a living language bears at most a few marks; "zalgo" text bears hundreds.
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_PILED_MARKS = re.compile(f"({_MARK}{{3}}){_MARK}+")


def clean_text(text: str) -> str:
    """Return a text in NFC with line feeds for line ends and single spaces.

    Lines keep their breaks; no line begins or ends with a space.
    """
    text = _UNSEEN_BEYOND.sub("", _UNSEEN.sub("", _LINE_END.sub("\n", text)))
    text = _STRAY_JOINER.sub("", text)
    text = _PILED_MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    return _EDGE_SPACES.sub("\n", _SPACES.sub(" ", _ODD_SPACE.sub(" ", text))).strip()


def clean_line(text: str) -> str:
    """Return a text cleaned and on a single line."""
    return " ".join(clean_text(text).split())
