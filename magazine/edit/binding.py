"""Edited stories bound into an issue: masthead, sections, syllabus, honest figures."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from magazine.core.article import Language
from magazine.core.errors import NothingToPrintError
from magazine.core.issue import Issue, IssueCounts, Masthead, Section, Story
from magazine.core.selection import Rule, Selection
from magazine.core.topics import Taxonomy
from magazine.edit.furniture import SectionPlace, masthead_title, section_place, wanted_names


def bound(
    stories: Sequence[Story], selection: Selection, taxonomy: Taxonomy, *, title: str | None = None
) -> Issue:
    """Return the issue of some stories.

    Args:
        stories: In printing order; those of a selection, or fewer.
        selection: What they come from.
        taxonomy: The topics, for sections and syllabus.
        title: The masthead; None: named after the period.

    Raises:
        NothingToPrintError: There is no story.
    """
    rule = selection.rule
    if not stories:
        wanted = f" in {rule.language.value}" if rule.language else ""
        raise NothingToPrintError(
            f"None of {len(selection.stories)} selected stories could be told{wanted}.",
            hint="Ask for the articles' own language, or try again when the model answers.",
        )
    language = rule.language or Language.ENGLISH
    return Issue(
        id=_issue_id(rule, stories),
        masthead=Masthead(
            title=title or masthead_title(rule.period, language),
            period=rule.period,
            language=language,
            topics=wanted_names(rule.topics, taxonomy, language),
        ),
        sections=_sections(stories, taxonomy, language),
        syllabus=_syllabus(taxonomy, stories, language),
        counts=_counts(selection, stories),
    )


def _sections(stories: Sequence[Story], taxonomy: Taxonomy, language: Language) -> tuple[Section, ...]:
    places: dict[str, SectionPlace] = {}
    printed: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        place = section_place(story.topic, taxonomy, language)
        places[place.group] = place
        printed[place.group].append(story)
    return tuple(
        Section(
            group=place.group, letter=place.letter, title=place.title, stories=tuple(printed[place.group])
        )
        for place in sorted(places.values(), key=lambda place: place.order)
    )


def _syllabus(
    taxonomy: Taxonomy, stories: Iterable[Story], language: Language
) -> tuple[tuple[str, str], ...]:
    """The syllabus lines that the stories bear, in the furniture's language."""
    lines = taxonomy.syllabus_hi if language is Language.HINDI else taxonomy.syllabus
    borne = {code for story in stories for code in story.syllabus}
    return tuple((code, label) for code, label in lines if code in borne)


def _counts(selection: Selection, stories: Sequence[Story]) -> IssueCounts:
    printed = sum(len(story.sources) for story in stories)
    return IssueCounts(
        articles_in_period=selection.counts.in_period,
        articles_matched=selection.counts.matched,
        articles_printed=printed,
        # Stories that a person took out of the selection are left out as well.
        articles_left_out=max(len(selection.left_out), selection.counts.matched - printed),
        source_words=sum(story.source_words for story in stories),
        statements=sum(len(story.statements) for story in stories),
    )


def _issue_id(rule: Rule, stories: Iterable[Story]) -> str:
    wishes = sorted(asdict(rule).items())
    matter = repr((wishes, [story.id for story in stories]))
    return f"issue-{hashlib.sha256(matter.encode()).hexdigest()[:12]}"
