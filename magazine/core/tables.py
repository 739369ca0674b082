"""Tables in an article's body: lines of cells between bars, as Markdown writes them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-{2,}:?\s*")
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """A table as the source has it, white space made single."""

    ids: tuple[str, ...]
    """The ids of its rows, the header's first: ``a1.r1``, ``a1.r2`` …"""
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as the header."""

    def cited(self) -> dict[str, str]:
        """Return each row's id with its text: the cells joined by `` | ``."""
        return {
            name: row_text(cells) for name, cells in zip(self.ids, (self.header, *self.rows), strict=True)
        }


def row_text(cells: Iterable[str]) -> str:
    """Return a row as evidence holds it."""
    return " | ".join(cells)


def part_tables(body: str, number: int) -> tuple[str, tuple[SourceTable, ...]]:
    """Return a body without its tables, and the tables; rows are numbered through the article.

    A block of lines between bars that is no whole table (one row, one column, rows of
    different lengths) is taken out of the body as well: it is no sentence. A fence of a
    table that lost its bars stays where it is.
    """
    kept: list[str] = []
    block: list[tuple[str, ...]] = []
    tables: list[SourceTable] = []
    rows = 0
    for line in [*body.split("\n"), ""]:
        cells = _cells(line)
        if cells is not None:
            block.append(cells)
            continue
        if block:
            table = _table(block, number, rows)
            rows += len(table.ids) if table else 0
            tables += [table] if table else []
            kept.append("")
            block = []
        kept.append(line)
    return "\n".join(kept), tuple(tables)


def _cells(line: str) -> tuple[str, ...] | None:
    """Return a line's cells, or None when it is no row of a table."""
    text = line.strip()
    if not (text.startswith("|") and text.endswith("|") and len(text) > 1):
        return None
    return tuple(" ".join(cell.replace("\\|", "|").split()) for cell in _BAR.split(text[1:-1]))


def _table(block: list[tuple[str, ...]], number: int, before: int) -> SourceTable | None:
    lines = [cells for cells in block if not all(_RULE.fullmatch(cell) for cell in cells)]
    if len(lines) <= _FEWEST_ROWS or len({len(cells) for cells in lines}) != 1:
        return None
    header, *rows = lines
    if len(header) < _FEWEST_COLUMNS or not any(any(row) for row in rows):
        return None
    ids = tuple(f"a{number}.r{before + place}" for place in range(1, len(lines) + 1))
    return SourceTable(ids=ids, header=header, rows=tuple(rows))
