"""Markdown, with or without front matter, to plain paragraphs, headings and points."""

import html
import re
from dataclasses import replace
from datetime import tzinfo

from magazine.ingest.draft import Draft
from magazine.ingest.fields import draft_from_fields
from magazine.ingest.front_matter import split_front_matter
from magazine.ingest.markup import looks_like_markup, text_keeping_lines, with_characters
from magazine.ingest.particulars import take_particulars
from magazine.ingest.prose import BULLET, HEADING, row_of

_FENCE = re.compile(
    r"^ {0,3}(`{3,40}|~{3,40})[^\n]*\n(.*?)(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_CODE_SPAN = re.compile(r"(?<!`)(`{1,3})(?!`)([^\n]{1,500}?)(?<!`)\1(?!`)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
# An address and perhaps a title: "[Reporter]: Why now?" is somebody speaking.
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*(?:<[^<>\n]{0,2000}>|[^\s<]\S{0,2000})"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
# Repetitions are bounded throughout: a text of nothing but brackets must not take minutes.
_INLINE = (
    (
        re.compile(
            r"!\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,200}\])"
        ),
        "",
    ),
    (re.compile(r"\[\^[^\]\s]{1,50}\](?!:)"), ""),
    (re.compile(r"\[([^\[\]]{1,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (
        re.compile(r"(?<![\\*\d])(\*{2,3})(?=[^\s*])((?:[^*\n]|\*(?!\*)){1,300}?)(?<=[^\s\\])\1(?!\d)"),
        r"\2",
    ),
    (re.compile(r"(?<![\w\\*])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w\\_])(_{2,3})(?=[^\s_])((?:[^_\n]|_(?!_)){1,300}?)(?<=[^\s\\_])\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w\\_])_(?=[^\s_])([^_\n]{1,300})(?<=[^\s\\])_(?![\w_])"), r"\1"),
    (re.compile(r"~~(?=\S)([^\n~]{1,300}?)~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_POINT = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_BAR = re.compile(r"(?<!\\)\|")
_TABLE_RULE = re.compile(r"\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*")
_LONGEST_HEADING = 150


def read_markdown(text: str, zone: tzinfo) -> Draft:
    """Return the article of a Markdown text.

    The front matter's title and date win over the first ``# `` heading and over
    lines such as ``Published: 9 March 2026`` under it.

    Raises:
        UnreadableError: The front matter cannot be used.
    """
    front, content = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    draft = replace(draft_from_fields(front.fields), guessed=front.guessed)
    lines = plain_lines(content)
    title, lines = (draft.title, lines) if draft.title else _titled(lines)
    told = take_particulars(lines, zone)
    body = "\n".join(told.rest) or draft.body
    return told.completing(replace(draft, title=title, body=body, is_wrapped=True))


def plain_lines(text: str) -> list[str]:
    """Return the lines of a Markdown text with ``##`` and ``-`` as its only marks."""
    lines: list[str] = []
    at = 0
    for fence in _FENCE.finditer(text):
        lines += _set(text[at : fence.start()])
        lines += ["", *(part for line in fence[2].split("\n") for part in (line, "")), ""]
        at = fence.end()
    return lines + _set(text[at:])


def _titled(lines: list[str]) -> tuple[str, list[str]]:
    for at, line in enumerate(lines):
        if line.startswith(HEADING):
            return line.removeprefix(HEADING), [*lines[:at], *lines[at + 1 :]]
        if line.strip().endswith((".", "!", "?", "।")):
            break  # the text has begun: later headings part it
    return "", lines


def _set(text: str) -> list[str]:
    is_markup = looks_like_markup(_CODE_SPAN.sub("", _AUTOLINK.sub("", text)))
    text = _CODE_SPAN.sub(lambda match: html.escape(match[2], quote=False) if is_markup else match[2], text)
    text = _DEFINITION.sub("", _AUTOLINK.sub(r"\1", text))
    for pattern, plain in _INLINE:
        text = pattern.sub(plain, text)
    lines: list[str] = []
    for line in (text_keeping_lines(text) if is_markup else with_characters(text)).split("\n"):
        if lines and _UNDERLINE.fullmatch(line) and _can_be_heading(lines[-1]):
            lines[-1] = HEADING + lines[-1]
        else:
            lines += _set_line(_QUOTE.sub("", line, count=1))
    return lines


def _set_line(line: str) -> list[str]:
    if not line or line.isspace():
        return [""]
    if match := _ATX.fullmatch(line):
        return ["", HEADING + match[2], ""] if match[2] else [""]
    if _RULE.fullmatch(line) or ("|" in line and _TABLE_RULE.fullmatch(line)):
        return [""]
    if match := _POINT.fullmatch(line):
        return [BULLET + match[1]] if match[1] else []
    return _set_text(line)


def _set_text(line: str) -> list[str]:
    row = line.strip()
    if row.startswith("|") and row.endswith("|"):
        return ["", row_of(cell.replace(r"\|", "|") for cell in _BAR.split(row.strip("|"))), ""]
    # Two spaces or a backslash at its end break a line for good.
    return [line.rstrip("\\ "), ""] if line.endswith(("  ", "\\")) else [line]


def _can_be_heading(line: str) -> bool:
    return bool(line.strip()) and len(line) <= _LONGEST_HEADING and not line.startswith((HEADING, BULLET))
