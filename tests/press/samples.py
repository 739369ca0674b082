"""A small selection and the issue made of it, for tests of the press."""

from magazine.core.article import Language
from magazine.core.issue import (
    Block,
    BlockKind,
    Evidence,
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
from magazine.core.selection import SelectedStory, Selection, SelectionCounts
from tests.builders import MARCH, a_reference, a_rule


def a_selection() -> Selection:
    """Return a selection of one story."""
    story = SelectedStory(
        id="s-1", topic="space", tags=(), score=13.3, reasons=("+13.3 Space",), articles=(a_reference(),)
    )
    return Selection(rule=a_rule(), stories=(story,), counts=SelectionCounts(in_period=1, matched=1))


def an_issue(headline: str = "ISRO places a weather satellite in orbit") -> Issue:
    """Return an issue of one story."""
    sentence = "The Indian Space Research Organisation launched a satellite from Sriharikota on Monday."
    why = Statement(text=sentence, cites=("a1.s1",), verdict=Verdict.VERBATIM)
    story = Story(
        id="s-1",
        topic="space",
        topic_name="Space",
        tags=(),
        language=Language.ENGLISH,
        priority=Priority.MUST_READ,
        papers=("GS3",),
        syllabus=("GS3-12",),
        headline=Statement(text=headline, cites=("a1.t",), verdict=Verdict.VERBATIM),
        remember=None,
        blocks=(Block(kind=BlockKind.WHY, statements=(why,)),),
        facts=(),
        sources=(
            SourceLine(
                article="art-1", publisher="The Example", title=headline, published="2026-03-09", url=None
            ),
        ),
        evidence=(Evidence(id="a1.t", text=headline), Evidence(id="a1.s1", text=sentence)),
        editor="extractive",
        source_words=20,
    )
    return Issue(
        id="i-1",
        masthead=Masthead(title="The Month in Review", period=MARCH, language=Language.ENGLISH, topics=()),
        sections=(Section(group="science-all", letter="E", title="Science & Technology", stories=(story,)),),
        syllabus=(("GS3-12", "Indian achievements in science"),),
        counts=IssueCounts(articles_in_period=1, articles_matched=1, articles_printed=1, statements=2),
    )
