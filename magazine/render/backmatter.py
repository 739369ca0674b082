"""What is gathered from all stories: tables of facts, the glossary, codes to scan. Pure."""

from collections.abc import Iterator, Sequence

from magazine.core.issue import FactKind, Form, Issue, Priority, Story
from magazine.render.backview import BackView, CodeView, GatheredRow, GatheredView, TermView
from magazine.render.exam import exam, mains_of, past_view
from magazine.render.qr import qr_svg
from magazine.render.storyview import PastView, StoryView
from magazine.render.telling import Manner, language_of, said

Told = tuple[Story, StoryView]
"""A story and its view."""

_KINDS = (
    FactKind.SCHEME,
    FactKind.MISSION,
    FactKind.LAW,
    FactKind.REPORT,
    FactKind.BODY,
    FactKind.PLACE,
    FactKind.PERSON,
    FactKind.EXERCISE,
)
"""Numbers and dates stay with their stories: away from them they say nothing."""
_TOPICS = ("awards-books", "important-days", "sports")
"""Topics that only tag a story: its headline is the row."""
_FEWEST_ROWS = 3
_URGENCY = (Priority.MUST_READ, Priority.USEFUL, Priority.SKIM)


def back(issue: Issue, told: Sequence[Told], lines: Sequence[StoryView], manner: Manner) -> BackView:
    """Return the back matter of an issue."""
    stories = {story.id: view for story, view in told}
    # A story of one line has no room for the question that was asked on it.
    loose = [
        each for each in issue.past if (view := stories.get(each.story)) is None or view.form == Form.LINE
    ]
    return BackView(
        lines=tuple(lines),
        gathered=gathered(told, manner),
        glossary=glossary(told, manner),
        exam=exam(issue, stories, manner),
        mains=mains_of(issue, stories, manner),
        past=tuple(past_view(each, manner) for each in loose),
        past_answers=tuple(
            (past_view(each, manner), stories.get(each.story)) for each in issue.past if each.answer
        ),
        codes=tuple(_codes(told)),
    )


def past_of(issue: Issue, manner: Manner) -> dict[str, tuple[PastView, ...]]:
    """Return the questions of past papers by the story they belong to."""
    found: dict[str, tuple[PastView, ...]] = {}
    for each in issue.past:
        found[each.story] = (*found.get(each.story, ()), past_view(each, manner))
    return found


def gathered(told: Sequence[Told], manner: Manner) -> tuple[GatheredView, ...]:
    """Return the tables that have at least three rows."""
    tables = [_of_kind(kind, told, manner) for kind in _KINDS]
    tables += [_of_topic(topic, told, manner) for topic in _TOPICS]
    return tuple(table for table in tables if len(table.rows) >= _FEWEST_ROWS)


def glossary(told: Sequence[Told], manner: Manner) -> tuple[TermView, ...]:
    """Return the terms by letter, Latin script first; one that stories explain alike stands once."""
    found: dict[tuple[str, str], TermView] = {}
    for story, view in told:
        for each in story.terms:
            place = (each.term.casefold(), each.meaning.text)
            before = found.get(place)
            found[place] = TermView(
                term=each.term,
                lang=language_of(story),
                meaning=said(each.meaning, manner.labels(view.lang), marked=False),
                stories=(*before.stories, view) if before else (view,),
            )
    return tuple(found[place] for place in sorted(found))


def _of_kind(kind: FactKind, told: Sequence[Told], manner: Manner) -> GatheredView:
    rows: dict[str, GatheredRow] = {}
    for story, view in told:
        words = manner.labels(view.lang)
        for fact in (each for each in story.facts if each.kind is kind):
            shown = said(fact.statement, words, marked=False)
            if shown.is_supported:
                row = GatheredRow(label=fact.label or words[kind], said=shown, story=view)
                rows.setdefault(shown.text, row)
    return GatheredView(
        kind=kind,
        anchor=f"table-{kind}",
        title=manner.words[f"table_{kind}"],
        rows=tuple(sorted(rows.values(), key=lambda row: row.label.casefold())),
    )


def _of_topic(topic: str, told: Sequence[Told], manner: Manner) -> GatheredView:
    rows = [
        GatheredRow(label=view.listed, said=None, story=view)
        for story, view in told
        if topic in (story.topic, *story.tags)
    ]
    return GatheredView(
        kind=topic, anchor=f"table-{topic}", title=manner.words[f"table_{topic}"], rows=tuple(rows)
    )


def _codes(told: Sequence[Told]) -> Iterator[CodeView]:
    """Yield each section's most important source that a phone can be sent to."""
    best: dict[str, tuple[int, StoryView, str]] = {}
    for story, view in told:
        rank = _URGENCY.index(story.priority)
        url = next((source.url for source in view.sources if source.url), "")
        if url and (view.letter not in best or rank < best[view.letter][0]):
            best[view.letter] = (rank, view, url)
    for _, view, url in best.values():
        if svg := qr_svg(url):
            yield CodeView(story=view, url=url, svg=svg)
