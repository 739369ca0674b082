"""An issue as a page shows it: plain text in its final words and order.

Templates print these values and decide nothing but the markup.
"""

from dataclasses import dataclass

from magazine.render.backview import BackView
from magazine.render.labels import Labels
from magazine.render.storyview import (
    BlockView,
    FactView,
    Said,
    SourceView,
    StoryView,
)

__all__ = [
    "BackView",
    "BlockView",
    "BrandView",
    "CoverView",
    "FactView",
    "GlanceView",
    "IssueView",
    "MadeView",
    "PaperRow",
    "PaperView",
    "Said",
    "SectionView",
    "SourceView",
    "StoryView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceView:
    """A line of "at a glance"."""

    story: StoryView
    gist: str
    """What to remember; empty when it would repeat the headline or overfill the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section."""

    letter: str
    anchor: str
    title: str
    count: str
    papers: str
    stories: tuple[StoryView, ...]
    """Those told in full, then those told in short; the ones of a line stand in ``BackView.lines``."""
    art: str = ""
    """The band over its name, as SVG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A line of the syllabus, and the stories that bear on it."""

    code: str
    label: str
    stories: tuple[StoryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A paper of the examination in the index."""

    name: str
    brief: bool
    """Whether its stories are named by their numbers alone: nearly all of them bear on Prelims."""
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverView:
    """The cover. Texts are cut at a word to fit, with an ellipsis."""

    svg: str
    letter: str
    lead: str
    lead_lang: str
    lines: tuple[tuple[str, str], ...]
    """(text, language code), at most three."""
    topics: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeView:
    """How the issue was made."""

    paragraphs: tuple[tuple[str, str], ...]
    """(heading or empty, text)."""
    figures: tuple[tuple[str, str], ...]
    """(label, number)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandView:
    """An institute's name and how it is reached."""

    name: str
    lang: str
    """``hi`` where the name is in Devanagari."""
    tagline: str
    edition: str
    has_logo: bool
    foot: str
    """The line at the foot of every page: the name, and as much of the contact as fits."""
    address: tuple[str, ...]
    phone: tuple[str, ...]
    email: str
    web: str
    """An address to go to, or empty."""
    site: str
    """The same as it is printed."""
    code: str
    """The code to scan, as SVG; empty without one."""
    code_url: str
    cover_lines: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """A whole issue."""

    title: str
    lang: str
    words: Labels
    period: str
    day: str
    """The last day of the period, ISO: the date in the file's metadata."""
    subject: str
    author: str
    keywords: str
    density: str
    """How many lines the contents hold: ``roomy``, ``normal`` or ``tight``."""
    index_apart: bool
    """Whether the index by paper begins a page of its own."""
    cover: CoverView
    sections: tuple[SectionView, ...]
    glance: tuple[GlanceView, ...]
    """At most ten stories, in printing order; empty when the issue has no more than three."""
    papers: tuple[PaperView, ...]
    back: BackView
    made: MadeView
    brand: BrandView | None = None
    watermark: str = ""
    closing: str = ""
    """The back cover's drawing, as SVG; empty: there is no back cover."""

    @property
    def stories(self) -> tuple[StoryView, ...]:
        """Every story in printing order, the ones of a line last."""
        return (*(story for section in self.sections for story in section.stories), *self.back.lines)
