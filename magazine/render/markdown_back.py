"""A person's Markdown back to the issue it was made from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from magazine.core.issue import Issue
from magazine.core.places import Role, places_of
from magazine.core.rewording import reworded
from magazine.core.sheet import Line, Sheet, fault
from magazine.render.escaping import plain
from magazine.render.markdown import MarkdownRenderer, account_lines, written

_MARKED = re.compile(r"(?P<body>.*?)[ \t]*<!-- (?P<mark>[0-9a-f]{8}(?:-\d+)?) -->")
_STATE = re.compile(r"<!-- issue (?P<state>[0-9a-f]{8}) -->")
_LABELLED = re.compile(r"\*\*(?P<label>(?:[^*\\]|\\.)*):\*\*(?: |$)")
_BULLET = re.compile(r"[-*+](?: |$)|\d{1,9}[.)](?: |$)")
_BAR = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"#{1,6}(?: |$)")
_QUOTE = re.compile(r"> ?")
_NUMBER = re.compile(r"\d+\.(?: |$)")
_LABELS = frozenset({Role.FACT, Role.MOMENT, Role.TERM, Role.TABLE, Role.PREMISE, Role.ITEM, Role.OPTION})
_NUMBERED = frozenset({Role.QUESTION, Role.MAINS})
_OPENINGS = {
    **dict.fromkeys((Role.TITLE, Role.SECTION, Role.STORY, Role.BLOCK, Role.QUESTION, Role.MAINS), _HEADING),
    **dict.fromkeys((Role.REMEMBER, Role.EXPLANATION), _QUOTE),
    **dict.fromkeys(_LABELS | {Role.LINE, Role.FRAME}, _BULLET),
}
_GROWING = frozenset({Role.BLOCK, Role.LINE, Role.MAINS, Role.FRAME})
"""Under these a new line is a new statement."""


class MarkdownReviser(MarkdownRenderer):
    """A Reviser: renders Markdown, and reads it back after a person edited it."""

    def read_back(self, issue: Issue, edited: str) -> Issue:
        return reworded(issue, _Reader(issue).sheet(edited))


class _Reader:
    """Reads a Markdown beside the issue's own."""

    def __init__(self, issue: Issue) -> None:
        self._places = {place.mark: place for place in places_of(issue)}
        self._ours: set[str] = set()
        """Our own lines, which hold no text of the issue."""
        self._labels: dict[str, str] = {}
        """What is printed over a block without a heading, by its mark."""
        for line in (line.strip(" \t") for line in (*written(issue), *account_lines(issue))):
            match = _MARKED.fullmatch(line)
            if match is None:
                self._ours.add(line)
            elif (place := self._places[match["mark"]]).role is Role.BLOCK and not place.text:
                self._labels[place.mark] = match["body"]

    def sheet(self, markdown: str) -> Sheet:
        """Return what the Markdown says."""
        text = markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        state = next((match["state"] for match in _STATE.finditer(text)), "")
        return Sheet(lines=tuple(self._lines(text.split("\n"))), state=state)

    def _lines(self, lines: Sequence[str]) -> Iterator[Line]:
        held: Line | None = None
        """The line before, kept until a table's rows are with it."""
        role: Role | None = None
        for number, line in enumerate(lines, 1):
            text = line.strip(" \t")
            if match := _MARKED.fullmatch(text):
                yield from (held,) if held else ()
                held = self._marked(number, match["body"], match["mark"])
                role = self._role(match["mark"])
            elif text.startswith("|"):
                held = _with_row(held if role is Role.TABLE else None, text, number)
            elif text in self._ours:
                role = None if text else role
            elif text and not _STATE.fullmatch(text):
                yield from (held,) if held else ()
                held = _new(number, text, role)
        yield from (held,) if held else ()

    def _role(self, mark: str) -> Role | None:
        place = self._places.get(mark)
        return place.role if place else None

    def _marked(self, number: int, body: str, mark: str) -> Line:
        place = self._places.get(mark)
        if place is None:  # the desk refuses it, and names the line
            return Line(number=number, text="", mark=mark)
        if self._labels.get(mark) == body:
            return Line(number=number, text="", mark=mark)
        rest = _without(_OPENINGS.get(place.role), body)
        label = ""
        if place.role in _NUMBERED:
            rest = _without(_NUMBER, rest)
        elif place.role in _LABELS and (match := _LABELLED.match(rest)):
            label, rest = plain(match["label"]), rest[match.end() :]
        if place.role in (Role.PREMISE, Role.ITEM):
            return Line(number=number, text="", mark=mark, rows=(_cells(rest),))
        return Line(number=number, text=plain(rest.strip(" \t")), mark=mark, label=label)


def _without(opening: re.Pattern[str] | None, text: str) -> str:
    return opening.sub("", text, count=1) if opening and opening.match(text) else text


def _cells(row: str) -> tuple[str, ...]:
    return tuple(plain(cell.strip(" \t")) for cell in _BAR.split(row))


def _with_row(table: Line | None, text: str, number: int) -> Line:
    """Return a table's line with one more row."""
    if table is None:
        line, hint = Line(number=number, text=""), "Put that back, or delete all rows."
        raise fault(line, "is a row of a table whose first line is gone", hint)
    cells = _BAR.split(text.removeprefix("|").removesuffix("|"))
    if len(table.rows) == 1 and all(re.fullmatch(r"[ \t]*:?-+:?[ \t]*", cell) for cell in cells):
        return table
    return replace(table, rows=(*table.rows, tuple(plain(cell.strip(" \t")) for cell in cells)))


def _new(number: int, text: str, role: Role | None) -> Line:
    """Return a line without a mark as a new statement."""
    line = Line(number=number, text=plain(_without(_BULLET, text)))
    if role not in _GROWING or text.startswith("#"):
        raise fault(
            line,
            "is new, and stands where nothing can be added",
            "Put it under a label such as “Key points”, one statement a line, or take it out.",
        )
    return line
