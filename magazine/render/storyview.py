"""A story as a page shows it: plain text in its final words and order.

Templates print these values and decide nothing but the markup.
"""

from dataclasses import dataclass

from magazine.render.labels import Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement."""

    text: str
    marks: str = ""
    """The numbers of its sources, ``1`` or ``1, 2``; empty in a story of one source."""
    hand: str = ""
    """Says that a person edited it, and whether the sources bear it out; empty when nobody did."""
    is_supported: bool = True
    """False: a person wrote it and the sources do not bear it out; it stands in its story only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A labelled run of statements."""

    kind: str
    label: str
    """Empty: no label is printed."""
    said: tuple[Said, ...]
    as_list: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """A row of the facts table."""

    label: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentView:
    """A line of the timeline."""

    day: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A bar of a chart, or a point of its line."""

    label: str
    value: str
    """As the source prints it."""
    share: float
    """Its height: 0 to 1 of the largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """The one column of numbers of a table, drawn."""

    title: str
    """The column's heading."""
    is_line: bool
    """A line over years; else bars."""
    rows: tuple[ChartRow, ...]
    alt: str
    """What the drawing shows: every label with its value."""
    svg: str
    """The line, drawn by ``magazine.render.charts``; empty for bars, which are a table's rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table of the source."""

    caption: Said | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as the header."""
    as_list: bool
    """Whether it has more columns than the theme's page takes: each row is printed as a list."""
    marks: str
    chart: ChartView | None
    is_told_by_chart: bool
    """Whether the chart prints every cell, so that the table itself is not printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A user's picture."""

    asset: str
    """``asset:picture/<name>``: a name in the renderer's table of assets, never a path."""
    alt: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source, as the foot of a story and the sources page print it."""

    number: str
    """Empty in a story of one source."""
    publisher: str
    title: str
    day: str
    url: str
    """Http or https, else empty."""
    address: str
    """The url as printed: without scheme and ``www``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    """A question of a past paper."""

    lang: str
    text: str
    exam: str
    """``UPSC CSE 2019, Paper I, Q. 14``."""
    options: tuple[tuple[str, str], ...]
    """(letter, text)."""
    answer: str
    """Printed with the answer key only; empty where the user's file has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """The mains question that a story raises, without its frame."""

    anchor: str
    """Where it stands again, with its frame."""
    lang: str
    text: str
    terms: str
    """``Answer in 150 words · 10 marks``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story."""

    number: str
    """Letter and place in the section: ``B1``."""
    anchor: str
    letter: str
    lang: str
    """Code of the story's own language."""
    words: Labels
    """Labels in the story's own language."""
    topic: str
    codes: tuple[str, ...]
    exams: str
    priority: str
    headline: str
    hand: str
    """As ``Said.hand``, of the headline."""
    listed: str
    """The headline away from the story (cover, contents, at a glance): the first source's title
    when a person wrote a headline that the sources do not bear out."""
    remember: Said | None
    blocks: tuple[BlockView, ...]
    facts: tuple[FactView, ...]
    sources: tuple[SourceView, ...]
    form: str = "full"
    """``full``, ``short`` or ``line``."""
    timeline: tuple[MomentView, ...] = ()
    tables: tuple[TableView, ...] = ()
    picture: PictureView | None = None
    compiled: str = ""
    """``Compiled from 3 reports``; empty for one."""
    written: str = ""
    """Who wrote it: ``extractive``, or the model's name and whether all of it was checked."""
    related: tuple[SourceView, ...] = ()
    asked: tuple[AskedView, ...] = ()
    past: tuple[PastView, ...] = ()
