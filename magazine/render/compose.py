"""An issue to its view: the words, numbers and order that a page shows. Pure."""

import datetime as dt
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from magazine.core.article import Language
from magazine.core.dates import calendar_day
from magazine.core.issue import Block, BlockKind, Issue, Section, SourceLine, Statement, Story, Verdict
from magazine.render.frontmatter import (
    at_a_glance,
    contents_density,
    cover,
    how_made,
    papers,
    publishers_line,
)
from magazine.render.labels import Labels, load_labels
from magazine.render.themes import Theme
from magazine.render.view import (
    BlockView,
    FactView,
    IssueView,
    Said,
    SectionView,
    SourceView,
    StoryView,
)

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_LIST_FROM = 3
"""So many statements of a block are a list; fewer are a paragraph."""


def compose(issue: Issue, theme: Theme) -> IssueView:
    """Return the view of an issue in a theme.

    Raises:
        RendererError: There are no labels for the language of the furniture.
    """
    masthead = issue.masthead
    words = load_labels(masthead.language)
    sections = tuple(_section(section, words) for section in issue.sections if section.stories)
    period = words.period(masthead.period)
    return IssueView(
        title=masthead.title,
        lang=words.language,
        words=words,
        period=period,
        day=masthead.period.last.isoformat(),
        subject=words.filled("subject", period=period),
        author=publishers_line(issue, words),
        keywords=", ".join(section.title for section in sections),
        density=contents_density(sections),
        cover=cover(issue, sections, words, theme),
        sections=sections,
        glance=at_a_glance(issue, sections),
        papers=papers(issue, sections, words),
        made=how_made(issue, words),
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
    return url if safe and not any(ord(letter) <= ord(" ") for letter in url) else ""


def _section(section: Section, words: Labels) -> SectionView:
    named = sorted(
        {paper for story in section.stories for paper in story.papers if f"{paper}_short" in words.words}
    )
    return SectionView(
        letter=section.letter,
        anchor=f"section-{section.letter.lower()}",
        title=section.title,
        count=words.count("stories", len(section.stories)),
        papers=", ".join(words[f"{paper}_short"] for paper in named),
        stories=tuple(
            _story(story, section.letter, number, words) for number, story in enumerate(section.stories, 1)
        ),
    )


def _story(story: Story, letter: str, number: int, furniture: Labels) -> StoryView:
    lang = _lang(story)
    words = furniture if lang == furniture.language else load_labels(lang)
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
        remember=_said(story.remember, words, marked=several) if story.remember else None,
        blocks=tuple(
            _block(block, words, marked=several, opens=place == 0)
            for place, block in enumerate(story.blocks)
            if block.statements
        ),
        facts=tuple(
            FactView(label=fact.label or words[fact.kind], said=_said(fact.statement, words, marked=several))
            for fact in story.facts
        ),
        sources=tuple(
            _source(source, str(place) if several else "", words)
            for place, source in enumerate(story.sources, 1)
        ),
    )


def _lang(story: Story) -> str:
    """A story in both scripts is set in the script of its headline."""
    if story.language is Language.MIXED:
        return Language.HINDI if _DEVANAGARI.search(story.headline.text) else Language.ENGLISH
    return story.language


def _exams(story: Story, words: Labels) -> str:
    prelims, mains = "Prelims" in story.papers, any(paper.startswith("GS") for paper in story.papers)
    if prelims and mains:
        return words["prelims_mains"]
    if prelims:
        return words["prelims"]
    return words["mains"] if mains else ""


def _block(block: Block, words: Labels, *, marked: bool, opens: bool) -> BlockView:
    label = block.heading.text if block.heading else words[block.kind]
    if opens and block.kind is BlockKind.POINTS and not block.heading:
        label = ""
    return BlockView(
        kind=block.kind,
        label=label,
        said=tuple(_said(statement, words, marked=marked) for statement in block.statements),
        as_list=len(block.statements) >= _LIST_FROM
        or (block.kind is BlockKind.POINTS and len(block.statements) > 1),
    )


def _said(statement: Statement, words: Labels, *, marked: bool) -> Said:
    marks = _marks(statement.cites) if marked else ""
    return Said(
        text=statement.text,
        marks=marks,
        hand=_hand(statement, words),
        is_supported=statement.verdict is not Verdict.EDITED_UNSUPPORTED,
    )


def _listed(story: Story) -> str:
    if story.headline.verdict is Verdict.EDITED_UNSUPPORTED and story.sources:
        return story.sources[0].title
    return story.headline.text


def _hand(statement: Statement, words: Labels) -> str:
    if statement.verdict is Verdict.EDITED_CHECKED:
        return words["edited_checked"]
    return words["edited_unsupported"] if statement.verdict is Verdict.EDITED_UNSUPPORTED else ""


def _marks(cites: Iterable[str]) -> str:
    """``a2.s7`` and ``a1.t`` are marked ``1, 2``."""
    articles = {int(match[1]) for cite in cites if (match := re.match(r"a(\d+)\.", cite))}
    return ", ".join(str(number) for number in sorted(articles))


def _source(source: SourceLine, number: str, words: Labels) -> SourceView:
    url = safe_url(source.url)
    return SourceView(
        number=number,
        publisher=source.publisher or urlsplit(url).hostname or words["no_publisher"],
        title=source.title,
        day=_day(source.published, words),
        url=url,
        address=re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/"),
    )


def _day(published: str, words: Labels) -> str:
    try:
        day: dt.date = calendar_day(published)
    except ValueError:  # an edited issue may hold any text
        return published
    return words.day(day)
