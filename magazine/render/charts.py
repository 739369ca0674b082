"""The one column of numbers of a table, as bars or as a line over years.

A table is drawn only where a drawing reads well: labels and values must be few,
short and of one kind. Values are printed as the source prints them.
"""

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from magazine.render.storyview import ChartRow, ChartView

_NUMBER = re.compile(
    r"(₹|Rs\.?|\$|€)?\s*(\d[\d,]*(?:\.\d+)?)\s*"
    r"(%|per cent|lakh crore|crore|lakh|million|billion|प्रतिशत|लाख करोड़|करोड़|लाख)?"
)
_NO_MEASURE = re.compile(r"\b(?:rank|position|year|serial)|^s(?:l|r)?\. ?no|रैंक|स्थान|वर्ष|क्रम", re.IGNORECASE)
"""In a column's heading: its numbers are names or places in a row, of which none is twice another."""
_TOTAL = re.compile(r"(?:grand |sub-?)?total|all(?:\b|-)|कुल|योग", re.IGNORECASE)
_RUPEE = re.compile(r"Rs\.?")
_CALENDAR = re.compile(r"(?:1[89]|20)\d\d")
_YEAR = re.compile(r"(?:FY\s*)?(\d{4})(?:\s*[-–]\s*\d{2,4})?")
_FEWEST, _MOST = 3, 12
_FEWEST_OF_A_LINE, _MOST_OF_A_LINE = 4, 8
_LONGEST_LABEL, _LONGEST_VALUE = 34, 18
_WIDTH, _HEIGHT, _EDGE = 240.0, 80.0, 24.0
"""Points of the line's drawing, and the room at its sides for half a label."""
_TOP, _FOOT = 14.0, 16.0
"""Room above the highest point for its value, and below the line for the years."""


def chart_of(header: Sequence[str], rows: Sequence[Sequence[str]], colour: str) -> ChartView | None:
    """Return the chart of a table, or None where a drawing would not read well.

    The first column holds the labels; of the others exactly one is a number in every row.
    ``colour`` is the line's, as ``#rrggbb``.
    """
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    columns = [place for place in range(1, len(header)) if _numbers([row[place] for row in rows])]
    labels = [row[0] for row in rows]
    if len(columns) != 1 or not all(0 < len(label) <= _LONGEST_LABEL for label in labels):
        return None
    title, values = header[columns[0]], [row[columns[0]] for row in rows]
    if any(map(_is_total, labels)) or len(set(labels)) < len(labels) or not _is_measure(title, values):
        return None
    return _chart(title, labels, values, colour)


def _chart(title: str, labels: Sequence[str], values: Sequence[str], colour: str) -> ChartView:
    numbers = _numbers(values)
    most = max(numbers)
    rows = tuple(
        ChartRow(label=label, value=value, share=round(number / most, 4))
        for label, value, number in zip(labels, values, numbers, strict=True)
    )
    is_line = _is_over_years(labels) and all(len(each.value) <= _LONGEST_VALUE // 2 for each in rows)
    alt = f"{title}: " + "; ".join(f"{each.label} {each.value}" for each in rows)
    return ChartView(
        title=title, is_line=is_line, rows=rows, alt=alt, svg=_line(rows, colour) if is_line else ""
    )


def _numbers(cells: Sequence[str]) -> list[float]:
    """Return the cells' numbers, or nothing unless each is one, of one unit, and one is above zero."""
    found = [_NUMBER.fullmatch(cell.strip()) for cell in cells]
    if not all(found) or any(len(cell) > _LONGEST_VALUE for cell in cells):
        return []
    units = {(_RUPEE.sub("₹", match[1] or ""), match[3]) for match in found if match}
    numbers = [float(match[2].replace(",", "")) for match in found if match]
    return numbers if len(units) == 1 and max(numbers) > 0 else []


def _is_measure(title: str, values: Sequence[str]) -> bool:
    """Whether a bar twice as long says something: it does not of ranks and of years."""
    return not _NO_MEASURE.search(title) and not all(_CALENDAR.fullmatch(value.strip()) for value in values)


def _is_total(label: str) -> bool:
    """A sum beside its parts would dwarf them."""
    return bool(_TOTAL.match(label.strip()))


def _is_over_years(labels: Sequence[str]) -> bool:
    matches = [_YEAR.fullmatch(label.strip()) for label in labels]
    if not (_FEWEST_OF_A_LINE <= len(labels) <= _MOST_OF_A_LINE) or not all(matches):
        return False
    steps = {two - one for one, two in pairwise([int(match[1]) for match in matches if match])}
    # The points stand at equal distances, and so must the years.
    return len(steps) == 1 and min(steps) > 0


def _line(rows: Sequence[ChartRow], colour: str) -> str:
    step = (_WIDTH - 2 * _EDGE) / (len(rows) - 1)
    depth = _HEIGHT - _TOP - _FOOT
    points = [(_EDGE + place * step, _TOP + depth * (1 - row.share)) for place, row in enumerate(rows)]
    foot = _HEIGHT - _FOOT
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour}"/>'
        f"{_word(x, y - 5.5, row.value, 700)}{_word(x, foot + 11, row.label, 400)}"
        for (x, y), row in zip(points, rows, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}">'
        f'<path d="M0 {foot:.1f}H{_WIDTH:.0f}" stroke="#5e5e5e" stroke-width=".5" fill="none"/>'
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.4"/>{marks}</svg>'
    )


def _word(x: float, y: float, text: str, weight: int) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="8" text-anchor="middle" font-weight="{weight}" '
        f'font-family="Source Sans 3, Noto Sans Devanagari" fill="#1a1a1a">{escape(text)}</text>'
    )
