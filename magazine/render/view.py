"""An issue as a page shows it: plain text in its final words and order.

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
    cover: CoverView
    sections: tuple[SectionView, ...]
    glance: tuple[GlanceView, ...]
    """At most ten stories, in printing order; empty when the issue has no more than three."""
    papers: tuple[PaperView, ...]
    made: MadeView
