"""Issues for the renderer's tests, made of trimmed PIB releases (Source: PIB) beside this file."""

import dataclasses
import json
import re
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.issue import (
    Block,
    BlockKind,
    Fact,
    FactKind,
    Issue,
    IssueCounts,
    Masthead,
    Priority,
    Section,
    SourceLine,
    Statement,
    Story,
    Verdict,
)

_FIXTURES = Path(__file__).parent / "fixtures"
_SYLLABUS = {
    "A": ("GS2-06", "Executive, judiciary, ministries, pressure groups", "GS2"),
    "B": ("GS2-18", "Bilateral, regional and global groupings involving India", "GS2"),
    "C": ("GS3-01", "Economy: planning, resources, growth, employment", "GS3"),
    "D": ("GS3-14", "Conservation, pollution and degradation, EIA", "GS3"),
    "E": ("GS3-12", "Indian achievements in science; indigenous technology", "GS3"),
    "F": ("GS3-17", "External state and non-state actors and internal security", "GS3"),
    "G": ("GS2-13", "Social sector: health, education, human resources", "GS2"),
    "H": ("GS1-01", "Art forms, literature and architecture, ancient to modern", "GS1"),
    "I": ("GS4-01", "Ethics and human interface", "GS4"),
}
_TITLES = {
    "A": "Polity and Governance",
    "B": "International Relations",
    "C": "Economy",
    "D": "Environment, Geography, Disaster",
    "E": "Science and Technology",
    "F": "Security and Defence",
    "G": "Society and Schemes",
    "H": "History and Culture",
    "I": "Ethics",
}


def releases() -> list[dict[str, Any]]:
    """The fixture's articles."""
    rows: list[dict[str, Any]] = json.loads((_FIXTURES / "releases.json").read_text(encoding="utf-8"))
    return rows


def said(text: str, *cites: str, verdict: Verdict = Verdict.VERBATIM) -> Statement:
    return Statement(text=text, cites=cites or ("a1.s1",), verdict=verdict)


def a_source(**changes: Any) -> SourceLine:
    source = SourceLine(
        article="pib-1",
        publisher="Press Information Bureau",
        title="A release",
        published="2026-03-11",
        url="https://www.pib.gov.in/PressReleasePage.aspx?PRID=1",
    )
    return dataclasses.replace(source, **changes)


def a_story(title: str = "A bridge opens over the river", body: str = "", **changes: Any) -> Story:
    """A story whose blocks are the sentences of a body, in order."""
    sentences = sentences_of(body or "The bridge is 4.2 km long. It joins two districts. Work began in 2019.")
    told = [said(text, f"a1.s{number}") for number, text in enumerate(sentences, 1)]
    blocks = (
        Block(kind=BlockKind.WHY, statements=tuple(told[1:3])),
        Block(kind=BlockKind.POINTS, statements=tuple(told[3:8])),
        Block(kind=BlockKind.SIGNIFICANCE, statements=tuple(told[8:10])),
    )
    facts = tuple(
        Fact(kind=FactKind.NUMBER, label=match[0], statement=each)
        for each in told[1:]
        if (match := re.search(r"(₹|Rs\.? ?)?\d[\d,.]*\d( \w+)?", each.text)) and len(each.text) < 180
    )
    story = Story(
        id=re.sub(r"\W+", "-", title.lower()).strip("-") or "story",
        topic="infrastructure",
        topic_name="Infrastructure",
        tags=(),
        language=Language.ENGLISH,
        priority=Priority.USEFUL,
        papers=("GS3", "Prelims"),
        syllabus=("GS3-01",),
        headline=said(title, "a1.t"),
        remember=told[0] if told else None,
        blocks=tuple(block for block in blocks if block.statements),
        facts=facts[:4],
        sources=(a_source(title=title),),
        evidence=(),
        editor="extractive",
        source_words=len(body.split()),
    )
    return dataclasses.replace(story, **changes)


def sentences_of(body: str) -> list[str]:
    return [text.strip() for text in re.split(r"(?<=[.।])\s+", " ".join(body.split())) if text.strip()]


def a_section(letter: str = "C", *stories: Story) -> Section:
    return Section(
        group=letter.lower(),
        letter=letter,
        title=_TITLES.get(letter, "Other news"),
        stories=stories or (a_story(),),
    )


def an_issue(*sections: Section, **changes: Any) -> Issue:
    """An issue of the week from 9 to 15 March 2026."""
    sections = sections or (a_section(),)
    stories = [story for section in sections for story in section.stories]
    issue = Issue(
        id="issue-7f3a",
        masthead=Masthead(
            title="The Week in Review",
            period=DateRange(date(2026, 3, 9), date(2026, 3, 15)),
            language=Language.ENGLISH,
            topics=(),
        ),
        sections=sections,
        syllabus=tuple((code, label) for code, label, _ in _SYLLABUS.values()),
        counts=IssueCounts(
            articles_in_period=212,
            articles_matched=len(stories) + 9,
            articles_printed=sum(len(story.sources) for story in stories),
            articles_left_out=9,
            source_words=sum(story.source_words for story in stories),
            statements=10 * len(stories),
        ),
    )
    return dataclasses.replace(issue, **changes)


def story_of(row: dict[str, Any], letter: str, number: int = 1) -> Story:
    """A story of one release."""
    code, _, paper = _SYLLABUS.get(letter, _SYLLABUS["C"])
    return a_story(
        row["title"],
        row["body"],
        topic_name=row.get("category", ""),
        language=Language(row["language"]),
        priority=(Priority.MUST_READ, Priority.USEFUL, Priority.SKIM)[number % 3],
        papers=(paper, "Prelims"),
        syllabus=(code,),
        sources=(
            a_source(
                article=row["id"],
                publisher=row["source"],
                title=row["title"],
                published=row["published"],
                url=row["url"],
            ),
        ),
    )


def sample_issue(**changes: Any) -> Issue:
    """Every release of the fixture, two or three a section."""
    rows, letters = releases(), "ABCDEG"
    numbers = count(1)
    sections = [
        a_section(letter, *(story_of(row, letter, next(numbers)) for row in rows[at :: len(letters)]))
        for at, letter in enumerate(letters)
        if rows[at :: len(letters)]
    ]
    return an_issue(*sections, **changes)
