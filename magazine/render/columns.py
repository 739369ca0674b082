"""Fills columns in one pass, and balances only where a flow ends.

WeasyPrint lays out every page of columns twice, and balances by laying the
columns out again for each line that moves. This filler keeps its first layout,
and where the flow ends tries a few heights from half of the text upwards.

WeasyPrint has no types: its values go by the names below.
"""

import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Box = Any
Context = Any
Resume = Any
"""Where a layout stopped: a tree of child numbers, or None at the end."""
Stock = Callable[..., Any]
"""A function of WeasyPrint."""

_TRIES = (2.0, 20.0, 56.0, 110.0, 180.0)
"""Heights above the least possible one at which the end of a flow is tried, in CSS pixels:
rounding, a line, then what keeps lines together takes."""

_WORTH_BALANCING = 330.0
"""Room that balancing must leave below the columns, in CSS pixels: what the opening of the next
section takes. With less, nothing could follow, and columns that are all in use stay full."""


def column_filler(stock: Stock) -> Stock:
    """Return the filler; what it does not know it leaves to WeasyPrint's own function."""
    engine = _engine(stock)

    def columns_layout(*arguments: Any) -> Any:  # noqa: ANN401 - WeasyPrint's own signature
        call = _Call(*arguments)
        return _Filler(engine, call).fill() if _is_plain(call) else stock(*arguments)

    return columns_layout


@dataclass(frozen=True, slots=True)
class _Call:
    """What WeasyPrint hands over: the fields stand in its order."""

    context: Context
    box: Box
    bottom_space: float
    skip_stack: Resume
    containing_block: Box
    page_is_empty: bool
    absolute_boxes: list[Box]
    fixed_boxes: list[Box]
    adjoining_margins: list[float]
    first_letter_style: object
    first_line_style: object


@dataclass(frozen=True, slots=True)
class _Engine:
    """The functions of WeasyPrint that the filler calls."""

    block_box_layout: Stock
    block_level_width: Stock
    collapse_margin: Stock
    remove_placeholders: Stock
    percentage: Stock
    create_column_box: Stock


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns laid out side by side."""

    boxes: list[Box]
    resume_at: Resume
    next_page: dict[str, Any]
    absolute: list[Box]
    fixed: list[Box]

    @property
    def heights(self) -> list[float]:
        return [box.margin_height() for box in self.boxes]


class _Filler:
    """One fragment of a box of columns: what goes on one page."""

    def __init__(self, engine: _Engine, call: _Call) -> None:
        self._engine, self._call, self._context = engine, call, call.context
        self._box = call.box.copy_with_children(call.box.children)
        self._box.position_y += engine.collapse_margin(call.adjoining_margins)
        engine.block_level_width(self._box, call.containing_block)
        style, width = self._box.style, self._box.width
        self._count = style["column_count"]
        gap = style["column_gap"]
        gap = style["font_size"] if gap == "normal" else engine.percentage(gap, style, width)
        self._width = max(0, width - (self._count - 1) * gap) / self._count
        self._step = self._width + gap
        self._skip = next(iter(call.skip_stack)) if call.skip_stack else 0
        self._resume = {0: call.skip_stack[self._skip]} if call.skip_stack else None
        self._children = [child.copy() for child in self._box.children[self._skip :]]
        self._top = self._box.content_box_y()

    def fill(self) -> tuple[Any, ...]:
        """Return what WeasyPrint's own function does: box, where to resume, next page, margins, collapse."""
        self._context.in_column = True
        room = self._context.page_bottom - self._top - self._call.bottom_space
        columns = self._laid_out(room, forced=self._call.page_is_empty)
        if columns.boxes and columns.resume_at is None and self._box.style["column_fill"] == "balance":
            columns = self._balanced(columns, room)
        self._context.in_column = False
        if not columns.boxes:
            return None, (0, None), {"break": "any", "page": None}, [], False
        self._keep(columns)
        resume_at = columns.resume_at and {self._skip + at: rest for at, rest in columns.resume_at.items()}
        return self._box, resume_at, columns.next_page, [], False

    def _laid_out(self, height: float, *, forced: bool) -> _Columns:
        """Lay the columns out; ``forced`` breaks what asks not to be broken rather than leave them empty."""
        boxes: list[Box] = []
        absolute: list[Box] = []
        fixed: list[Box] = []
        call, resume_at, next_page = self._call, self._resume, {"break": "any", "page": None}
        bottom_space = max(call.bottom_space, self._context.page_bottom - self._top - height)
        for number in range(self._count):
            empty = self._engine.create_column_box(
                self._box, call.containing_block, self._children, self._width, self._top
            )
            empty.position_x += number * self._step
            laid, rest, page, _, _, _ = self._engine.block_box_layout(
                self._context, empty, bottom_space, resume_at, call.containing_block, forced,
                absolute, fixed, None, call.first_letter_style, call.first_line_style,
                discard=False, max_lines=None,
            )  # fmt: skip
            if laid is None:
                # Nothing fits here: what is left goes to the next page, and this column stays empty.
                break
            boxes.append(laid)
            resume_at, next_page = rest, page
            if resume_at is None:
                break
        return _Columns(boxes, resume_at, next_page, absolute, fixed)

    def _balanced(self, full: _Columns, room: float) -> _Columns:
        """Return the columns at the least of the tried heights that holds everything."""
        even = _even_height(full, self._count)
        if len(full.boxes) == self._count and room - even < _WORTH_BALANCING:
            return full
        for more in _TRIES:
            height = even + more
            if height >= max(full.heights):
                break
            tried = self._laid_out(height, forced=False)
            if tried.boxes and tried.resume_at is None and max(tried.heights) <= height + 1:
                self._discard(full)
                return tried
            self._discard(tried)
        return full

    def _discard(self, columns: _Columns) -> None:
        self._engine.remove_placeholders(self._context, columns.boxes, columns.absolute, columns.fixed)

    def _keep(self, columns: _Columns) -> None:
        self._call.absolute_boxes.extend(columns.absolute)
        self._call.fixed_boxes.extend(columns.fixed)
        tallest = max(columns.heights)
        for column in columns.boxes:
            column.height = tallest
        self._box.children = columns.boxes
        self._box.height = tallest


def _engine(stock: Stock) -> _Engine:
    block = importlib.import_module("weasyprint.layout.block")
    column: Any = inspect.getmodule(stock)
    return _Engine(
        block.block_box_layout,
        block.block_level_width,
        block.collapse_margin,
        block.remove_placeholders,
        column.percentage,
        column._create_column_box,  # noqa: SLF001 - the text of its caller is checked
    )


def _is_plain(call: _Call) -> bool:
    """A counted number of columns, of free height, left to right, with neither notes nor spanning blocks."""
    style, context = call.box.style, call.context
    return bool(
        call.box.children
        and style["column_width"] == "auto"
        and style["height"] == "auto"
        and style["min_height"] == "auto"
        and style["direction"] == "ltr"
        and style["position"] == "static"
        and not context.footnotes
        and not context.reported_footnotes
        and context.current_footnote_area.height == "auto"
        and all(child.style["column_span"] != "all" for child in call.box.children)
    )


def _even_height(columns: _Columns, count: int) -> float:
    """Return the least height at which lines alone, free to part anywhere, fill the columns."""
    total, start = sum(columns.heights), 0.0
    ends: list[float] = []
    for box, height in zip(columns.boxes, columns.heights, strict=True):
        ends += [start + end - box.position_y for end in _line_ends(box)]
        start += height
    if count != 2:  # noqa: PLR2004 - with more columns the share itself is near enough
        return total / count
    return min((max(end, total - end) for end in ends), default=total / count)


def _line_ends(box: Box) -> Iterator[float]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ != "LineBox":
            yield from _line_ends(child)
        elif hasattr(child, "position_y"):  # the line of a list's marker is never placed
            yield child.position_y + child.height
