"""Text as Markdown that means nothing but itself, and back: ``plain(escaped(text)) == text``, always."""

import html
import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>|]|~(?=~)|&(?=#|[A-Za-z])")
_OPENING = re.compile(r"(?P<digits>\d{1,9})(?=[.)])|(?=[#+\-=~:])")
_NO_LETTER = re.compile("^ | $|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""What a line cannot hold, or an editor would take away."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LAST = 0x10FFFF


def escaped(text: str) -> str:
    """Return a text as one line of Markdown, to stand at the start of a line or after a bullet."""
    line = _SPECIAL.sub(r"\\\g<0>", text)
    if opening := _OPENING.match(line):
        line = f"{opening['digits'] or ''}\\{line[opening.end() :]}"
    return _NO_LETTER.sub(lambda match: f"&#x{ord(match[0]):X};", line)


def plain(line: str) -> str:
    """Return the text that a line of Markdown stands for; marks of emphasis are letters like others."""
    return _ESCAPE.sub(_letter, line)


def _letter(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    name = match[2]
    if not name.startswith("#"):
        return html.unescape(match[0])
    number = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    # Not html.unescape, which takes control characters and halves of pairs away.
    return chr(number) if number <= _LAST else match[0]
