"""A person's text edit of an issue, applied: changed, added, moved and deleted lines. Pure.

What a person wrote stays theirs: a changed statement keeps its seal and its
citations and an added one has no seal, so that ``magazine.core.proof`` checks
and marks both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from magazine.core.errors import UsageError
from magazine.core.issue import Issue, Section, Story
from magazine.core.places import Place, Role, places_of, state_of
from magazine.core.question import MainsQuestion, Question
from magazine.core.question_rewording import reworded_mains, reworded_question
from magazine.core.sheet import Line, Sheet, by_mark, fault
from magazine.core.story_rewording import reworded_story

_ANEW = "Make the Markdown anew from the issue, and edit that."
_OPENERS = frozenset({Role.TITLE, Role.SECTION, Role.STORY, Role.QUESTION, Role.MAINS})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The line that opens a section, story or question, and the lines that are its own."""

    role: Role
    opener: Line
    lines: tuple[Line, ...]
    places: tuple[Place, ...]


def reworded(issue: Issue, sheet: Sheet) -> Issue:
    """Return the issue with a person's edit; an untouched sheet gives the same issue.

    Raises:
        UsageError: The sheet is not of this issue, or its lines make none; the message names the line.
    """
    places = places_of(issue)
    lines = tuple(_recognised(sheet.lines, places))
    _refuse_unknown_and_twice(lines, places)
    _refuse_stale(lines, places, sheet.state)
    groups = tuple(_groups(lines, places))
    sections = tuple(_sections(issue, places, groups))
    gone = [story for story in issue.stories if story.id not in _ids(sections)]
    title = next((each.opener.text for each in groups if each.role is Role.TITLE), "")
    masthead = issue.masthead
    return replace(
        _counted(issue, gone),
        masthead=replace(masthead, title=title or masthead.title),
        sections=sections,
        questions=tuple(_questions(issue, places, groups, {story.id for story in gone})),
        mains=tuple(_mains(issue, places, groups, {story.id for story in gone})),
    )


def _ids(sections: Sequence[Section]) -> set[str]:
    return {story.id for section in sections for story in section.stories}


def _counted(issue: Issue, gone: Sequence[Story]) -> Issue:
    """Return the issue with its figures and past questions as they are without some stories."""
    articles = sum(len(story.sources) for story in gone)
    ids = {story.id for story in gone}
    counts = replace(
        issue.counts,
        articles_printed=max(0, issue.counts.articles_printed - articles),
        articles_left_out=issue.counts.articles_left_out + articles,
    )
    past = tuple(replace(each, story="") if each.story in ids else each for each in issue.past)
    return replace(issue, counts=counts, past=past)


def _recognised(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[Line]:
    """Yield the lines; a new one that an earlier reading has added to the issue gets its mark."""
    taken, known = {line.mark for line in lines}, {place.mark: place for place in places}
    free = {
        (place.owner, place.text): place.mark
        for place in reversed(places)
        if place.role is Role.LINE and place.mark not in taken
    }
    owner = ""
    for line in lines:
        owner = known[line.mark].owner if line.mark in known else owner
        mark = line.mark or free.pop((owner, line.text), "")
        yield replace(line, mark=mark)


def _refuse_unknown_and_twice(lines: Sequence[Line], places: Sequence[Place]) -> None:
    known = {place.mark for place in places}
    seen: dict[str, int] = {}
    for line in (line for line in lines if line.mark):
        if line.mark not in known:
            raise fault(line, f"bears the mark {line.mark}, which is none of this issue's", _ANEW)
        if line.mark in seen:
            hint = "Take the mark off the copy: it is then a statement of its own."
            raise fault(line, f"bears the same mark as line {seen[line.mark]}", hint)
        seen[line.mark] = line.number


def _refuse_stale(lines: Sequence[Line], places: Sequence[Place], state: str) -> None:
    missing = {place.mark for place in places} - {line.mark for line in lines}
    if missing and state != state_of(places):
        raise UsageError(
            f"The issue has changed since this Markdown was made: {len(missing)} of its lines are not in it.",
            hint=_ANEW,
        )


def _groups(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[_Group]:
    """Yield the groups in the order of the sheet.

    Raises:
        UsageError: A line stands in a story or question that is not its own.
    """
    known = {place.mark: place for place in places}
    opener, own = Line(number=1, text=""), list[Line]()
    for line in lines:
        place = known.get(line.mark)
        if place and place.role in _OPENERS:
            if opener.mark:
                yield _group(opener, own, places)
            opener, own = line, []
        elif not opener.mark or (place and place.owner != opener.mark):
            hint = "Move it back, or take its mark off: it is then a new statement."
            raise fault(line, "belongs to another story or question than the one it stands in", hint)
        else:
            own.append(line)
    if opener.mark:
        yield _group(opener, own, places)


def _group(opener: Line, lines: Sequence[Line], places: Sequence[Place]) -> _Group:
    place = next(place for place in places if place.mark == opener.mark)
    if lines and place.role in (Role.TITLE, Role.SECTION):
        raise fault(lines[0], "stands before the first story of its section", "Put it under a story's label.")
    own = tuple(each for each in places if each.owner == opener.mark)
    return _Group(role=place.role, opener=opener, lines=tuple(lines), places=own)


def _sections(issue: Issue, places: Sequence[Place], groups: Sequence[_Group]) -> Iterator[Section]:
    sections = by_mark(places, Role.SECTION, issue.sections)
    stories = by_mark(places, Role.STORY, issue.stories)
    found: list[tuple[Section, list[Story]]] = []
    for group in groups:
        mark = group.opener.mark
        if group.role is Role.SECTION:
            found.append((replace(sections[mark], title=group.opener.text or sections[mark].title), []))
        elif group.role is Role.STORY:
            if not found:
                raise fault(group.opener, "is a story before the first section", "Put it under a section.")
            found[-1][1].append(reworded_story(stories[mark], group.places, group.opener, group.lines))
    for section, own in found:
        yield replace(section, stories=tuple(own))


def _questions(
    issue: Issue, places: Sequence[Place], groups: Sequence[_Group], gone: set[str]
) -> Iterator[Question]:
    questions = by_mark(places, Role.QUESTION, issue.questions)
    for group in (group for group in groups if group.role is Role.QUESTION):
        question = questions[group.opener.mark]
        if question.story in gone:
            hint = "Take the question out as well, or put the story back."
            raise fault(group.opener, "is a question whose story was taken out", hint)
        yield reworded_question(question, group.places, group.opener, group.lines)


def _mains(
    issue: Issue, places: Sequence[Place], groups: Sequence[_Group], gone: set[str]
) -> Iterator[MainsQuestion]:
    known = by_mark(places, Role.MAINS, issue.mains)
    for group in (group for group in groups if group.role is Role.MAINS):
        mains = reworded_mains(known[group.opener.mark], group.places, group.opener, group.lines)
        yield replace(mains, stories=tuple(story for story in mains.stories if story not in gone))
