"""Which of the sources' tables a story prints."""

from collections.abc import Sequence

from magazine.core.issue import Form, Table
from magazine.core.manuscript import Manuscript
from magazine.core.tables import SourceTable

_MOST_COLUMNS, _MOST_ROWS = 6, 14
_LONGEST_CELL = 80
"""Letters."""
_MOST_EMPTY = 0.25
"""Cells without a word, as layout tables have them."""


def story_tables(manuscripts: Sequence[Manuscript], form: Form) -> tuple[Table, ...]:
    """Return the first table that reads well in print; only a full story has one.

    A table is printed whole or not at all: a part of it could mislead.
    """
    if form is not Form.FULL:
        return ()
    fit = (table for manuscript in manuscripts for table in manuscript.tables if _reads_well(table))
    return tuple(
        Table(header=table.header, rows=table.rows, cites=table.ids) for table in [next(fit, None)] if table
    )


def _reads_well(table: SourceTable) -> bool:
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    return (
        len(table.header) <= _MOST_COLUMNS
        and len(table.rows) <= _MOST_ROWS
        and all(table.header)
        and max(map(len, cells)) <= _LONGEST_CELL
        and sum(not cell for cell in cells) <= _MOST_EMPTY * len(cells)
    )
