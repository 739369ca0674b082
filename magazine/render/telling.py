"""A story to its view. Pure."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from magazine.core.article import Language
from magazine.core.dates import calendar_day
from magazine.core.issue import Block, BlockKind, Form, Picture, SourceLine, Statement, Story, Table, Verdict
from magazine.render.charts import chart_of
from magazine.render.images import address_of
from magazine.render.labels import Labels, load_labels
from magazine.render.storyview import (
    AskedView,
    BlockView,
    FactView,
    MomentView,
    PastView,
    PictureView,
    Said,
    SourceView,
    StoryView,
    TableView,
)
from magazine.render.themes import Theme

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_UNFIT = re.compile("[\\x00-\\x20\\ud800-\\udfff]")
"""What no address holds: white space, control characters, halves of surrogate pairs."""
_LIST_FROM = 3
"""So many statements of a block are a list; fewer are a paragraph."""
_EXTRACTIVE = "extractive"
_INK = "#1b1b1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How stories are told in an issue and a theme."""

    words: Labels
    """Of the furniture."""
    table_columns: int
    """The widest table that is printed as one."""
    theme: Theme | None = None
    """Whose accents the charts take; None: ink."""
    tables: Mapping[str, Labels] = field(default_factory=dict)
    """Labels by language, so that each is read once."""
    assets: Collection[str] = ()
    """Names of the pictures that are at hand."""

    def labels(self, language: str) -> Labels:
        """Return the labels of a story's own language."""
        if language == self.words.language:
            return self.words
        return self.tables.get(language) or load_labels(language)

    def colour(self, letter: str) -> str:
        """Return the colour in which a section's charts are drawn, as ``#rrggbb``."""
        return self.theme.accent(letter).accent if self.theme else _INK


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What an issue holds of a story outside it."""

    asked: tuple[AskedView, ...] = ()
    past: tuple[PastView, ...] = ()


def told(story: Story, letter: str, number: int, manner: Manner, around: Around) -> StoryView:
    """Return the view of a story: the given one of its section."""
    furniture, lang = manner.words, language_of(story)
    words = manner.labels(lang)
    several = len(story.sources) > 1
    return StoryView(
        number=f"{letter}{number}",
        anchor=f"story-{letter.lower()}{number}",
        letter=letter,
        lang=lang,
        words=words,
        topic=story.topic_name,
        codes=story.syllabus,
        exams=_exams(story, furniture),
        priority=furniture[story.priority],
        headline=story.headline.text,
        hand=_hand(story.headline, furniture),
        listed=_listed(story),
        remember=said(story.remember, words, marked=several) if story.remember else None,
        blocks=_blocks(story, words, marked=several),
        facts=tuple(
            FactView(label=fact.label or words[fact.kind], said=said(fact.statement, words, marked=several))
            for fact in story.facts
        ),
        sources=tuple(
            source_view(source, str(place) if several else "", words)
            for place, source in enumerate(story.sources, 1)
        ),
        form=story.form,
        timeline=tuple(
            MomentView(day=_day(moment.day, words), said=said(moment.statement, words, marked=several))
            for moment in story.timeline
        ),
        tables=tuple(_table(table, letter, words, manner, marked=several) for table in story.tables),
        picture=_picture(story.picture, manner.assets) if story.form is Form.FULL else None,
        compiled=words.filled("compiled_from", n=len(story.sources)) if several else "",
        written=_written(story, words),
        related=tuple(source_view(each, "", words) for each in story.related),
        asked=around.asked,
        past=around.past,
    )


def language_of(story: Story) -> str:
    """Return the code of a story's language; one in both scripts is set in that of its headline."""
    if story.language is Language.MIXED:
        return Language.HINDI if _DEVANAGARI.search(story.headline.text) else Language.ENGLISH
    return story.language


def said(statement: Statement, words: Labels, *, marked: bool) -> Said:
    """Return the view of a statement; ``marked`` names the articles that it rests on."""
    return Said(
        text=statement.text,
        marks=_marks(statement.cites) if marked else "",
        hand=_hand(statement, words),
        is_supported=statement.verdict is not Verdict.EDITED_UNSUPPORTED,
    )


def source_view(source: SourceLine, number: str, words: Labels) -> SourceView:
    """Return the view of a source line."""
    url = safe_url(source.url)
    return SourceView(
        number=number,
        publisher=source.publisher or urlsplit(url).hostname or words["no_publisher"],
        title=source.title,
        day=_day(source.published, words),
        url=url,
        address=re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/"),
    )


def safe_url(url: str | None) -> str:
    """Return a URL that a page may link to: http or https with a host, else the empty text."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        safe = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:  # such as an unclosed bracket of an IPv6 address
        return ""
    return url if safe and not _UNFIT.search(url) else ""


def _exams(story: Story, words: Labels) -> str:
    prelims, mains = "Prelims" in story.papers, any(paper.startswith("GS") for paper in story.papers)
    if prelims and mains:
        return words["prelims_mains"]
    if prelims:
        return words["prelims"]
    return words["mains"] if mains else ""


def _blocks(story: Story, words: Labels, *, marked: bool) -> tuple[BlockView, ...]:
    return tuple(
        _block(block, words, marked=marked, opens=place == 0)
        for place, block in enumerate(story.blocks)
        if block.statements
    )


def _block(block: Block, words: Labels, *, marked: bool, opens: bool) -> BlockView:
    label = block.heading.text if block.heading else words[block.kind]
    if opens and block.kind is BlockKind.POINTS and not block.heading:
        label = ""
    return BlockView(
        kind=block.kind,
        label=label,
        said=tuple(said(statement, words, marked=marked) for statement in block.statements),
        as_list=len(block.statements) >= _LIST_FROM
        or (block.kind is BlockKind.POINTS and len(block.statements) > 1),
    )


def _table(table: Table, letter: str, words: Labels, manner: Manner, *, marked: bool) -> TableView:
    width = max(len(table.header), *(len(row) for row in table.rows), 1)
    header, *rows = ((*cells, *[""] * (width - len(cells))) for cells in (table.header, *table.rows))
    chart = chart_of(header, rows, manner.colour(letter))
    return TableView(
        caption=said(table.caption, words, marked=marked) if table.caption else None,
        header=header,
        rows=tuple(rows),
        as_list=width > manner.table_columns,
        marks=_marks(table.cites) if marked else "",
        chart=chart,
        is_told_by_chart=bool(chart) and width == 2,  # noqa: PLR2004 - its labels and its values
    )


def _picture(picture: Picture | None, assets: Collection[str]) -> PictureView | None:
    if not picture or (asset := address_of(picture.file)) not in assets:
        return None
    return PictureView(asset=asset, alt=picture.alt, credit=picture.credit)


def _listed(story: Story) -> str:
    if story.headline.verdict is Verdict.EDITED_UNSUPPORTED and story.sources:
        return story.sources[0].title
    return story.headline.text


def _written(story: Story, words: Labels) -> str:
    if story.editor == _EXTRACTIVE:
        return words["written_extractive"]
    is_checked = all(each.verdict is not Verdict.UNCHECKED for each in story.statements)
    return words.filled("written_checked" if is_checked else "written_by", model=story.editor)


def _hand(statement: Statement, words: Labels) -> str:
    if statement.verdict is Verdict.EDITED_CHECKED:
        return words["edited_checked"]
    return words["edited_unsupported"] if statement.verdict is Verdict.EDITED_UNSUPPORTED else ""


def _marks(cites: Iterable[str]) -> str:
    """``a2.s7`` and ``a1.t`` are marked ``1, 2``."""
    articles = {int(match[1]) for cite in cites if (match := re.match(r"a(\d+)\.", cite))}
    return ", ".join(str(number) for number in sorted(articles))


def _day(published: str, words: Labels) -> str:
    try:
        day: dt.date = calendar_day(published)
    except ValueError:  # an edited issue may hold any text
        return published
    return words.day(day)
