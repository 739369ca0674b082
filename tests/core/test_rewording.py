from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.errors import UsageError
from magazine.core.issue import (
    Block,
    BlockKind,
    Fact,
    FactKind,
    Issue,
    IssueCounts,
    Masthead,
    Moment,
    Priority,
    Section,
    SourceLine,
    Story,
    Table,
    Term,
)
from magazine.core.places import Place, Role, places_of, state_of
from magazine.core.proof import sealed
from magazine.core.question import Item, MainsQuestion, PastQuestion, Question, QuestionKind
from magazine.core.rewording import reworded
from magazine.core.sheet import Line, Sheet
from magazine.core.statement import Statement, Verdict

Change = Callable[[Line, Place], Line | None]


def said(text: str, *cites: str) -> Statement:
    return sealed(Statement(text=text, cites=cites or ("a1.s1",)), Verdict.VERBATIM)


def a_story(name: str = "dam") -> Story:
    return Story(
        id=name,
        topic="water",
        topic_name="Water",
        tags=(),
        language=Language.ENGLISH,
        priority=Priority.USEFUL,
        papers=("GS3",),
        syllabus=(),
        headline=said(f"The {name} is finished", "a1.t"),
        remember=said("It holds 4 million litres."),
        blocks=(
            Block(kind=BlockKind.WHY, statements=(said("It was opened on Monday.", "a1.s2"),)),
            Block(
                kind=BlockKind.POINTS,
                heading=said("Cost", "a1.h1"),
                statements=(said("It cost Rs 40.", "a1.s3"),),
            ),
        ),
        facts=(Fact(kind=FactKind.NUMBER, label="4 million", statement=said("It holds 4 million litres.")),),
        terms=(Term(term="Dam", meaning=said("A wall across a river.", "a1.s4")),),
        timeline=(Moment(day="2026-03-09", statement=said("It was opened on Monday.", "a1.s2")),),
        tables=(
            Table(
                header=("Year", "Level"),
                rows=(("2024", "4"), ("2025", "5")),
                cites=("a1.r1", "a1.r2", "a1.r3"),
            ),
        ),
        sources=(SourceLine(article="1", publisher="P", title="T", published="2026-03-09", url=None),),
        evidence=(),
        editor="extractive",
        source_words=40,
    )


def a_question(story: str = "dam") -> Question:
    return Question(
        id=f"q-{story}",
        kind=QuestionKind.WHICH_CORRECT,
        story=story,
        topic="water",
        language=Language.ENGLISH,
        lead="Consider the following statements:",
        ask="Which is correct?",
        items=(Item(label="1", cells=("It holds water.",), is_true=True, cites=("a1.s1",)),),
        options=("1 only", "None"),
        key=0,
        explanation=(said("It holds 4 million litres."),),
    )


def an_issue(**changes: object) -> Issue:
    issue = Issue(
        id="issue",
        masthead=Masthead(
            title="Week",
            period=DateRange(date(2026, 3, 9), date(2026, 3, 15)),
            language=Language.ENGLISH,
            topics=(),
        ),
        sections=(
            Section(group="a", letter="A", title="First", stories=(a_story(), a_story("canal"))),
            Section(group="b", letter="B", title="Second", stories=(a_story("bridge"),)),
        ),
        counts=IssueCounts(articles_printed=3, articles_left_out=1),
        questions=(a_question(),),
        mains=(
            MainsQuestion(
                text="Discuss.",
                directive="Discuss",
                marks=10,
                words=150,
                paper="GS3",
                syllabus=(),
                stories=("dam", "bridge"),
                frame=(said("It cost Rs 40.", "a1.s3"),),
                language=Language.ENGLISH,
            ),
        ),
        past=(PastQuestion(text="Why dams?", exam="UPSC", year=2019, story="canal"),),
    )
    return replace(issue, **changes)  # type: ignore[arg-type]


def sheet_of(issue: Issue, change: Change = lambda line, _: line) -> Sheet:
    """The sheet of an issue with a change made to each line; None deletes it."""
    places = places_of(issue)
    lines = (
        change(
            Line(number=number, text=place.text, mark=place.mark, label=place.label, rows=place.rows), place
        )
        for number, place in enumerate(places, 1)
    )
    return Sheet(lines=tuple(line for line in lines if line), state=state_of(places))


def without(*gone: tuple[Role, str]) -> Change:
    """Deletes the lines of a role and a text."""
    return lambda line, place: None if (place.role, place.text) in gone else line


def test_an_untouched_sheet_gives_the_same_issue() -> None:
    assert reworded(an_issue(), sheet_of(an_issue())) == an_issue()


def test_equal_statements_have_marks_of_their_own() -> None:
    twin = an_issue(
        sections=(Section(group="a", letter="A", title="A", stories=(a_story(), a_story())),), questions=()
    )
    marks = [place.mark for place in places_of(twin)]

    assert len(marks) == len(set(marks))


def test_a_mark_outlives_a_change_of_the_words() -> None:
    issue = an_issue()
    after = reworded(
        issue,
        sheet_of(
            issue,
            lambda line, place: (
                replace(line, text=line.text + " Truly.") if place.role is Role.LINE else line
            ),
        ),
    )

    assert [place.mark for place in places_of(after)] == [place.mark for place in places_of(issue)]
    assert after != issue


@pytest.mark.parametrize(
    ("role", "left"),
    [
        (Role.REMEMBER, lambda story: story.remember),
        (Role.FACT, lambda story: story.facts),
        (Role.MOMENT, lambda story: story.timeline),
        (Role.TABLE, lambda story: story.tables),
        (Role.TERM, lambda story: story.terms),
        (Role.LINE, lambda story: story.blocks),
    ],
)
@pytest.mark.parametrize("blank", [False, True], ids=["deleted", "blank"])
def test_what_is_deleted_or_left_without_words_is_gone(
    role: Role, left: Callable[[Story], object], *, blank: bool
) -> None:
    def change(line: Line, place: Place) -> Line | None:
        if place.role is not role:
            return line
        return replace(line, text="", rows=()) if blank else None

    assert not left(reworded(an_issue(), sheet_of(an_issue(), change)).stories[0])


def test_a_heading_left_without_words_gives_way_to_the_label() -> None:
    after = reworded(
        an_issue(),
        sheet_of(an_issue(), lambda line, place: replace(line, text="") if place.text == "Cost" else line),
    )

    assert after.stories[0].blocks[1].heading is None


def test_a_caption_can_be_written_changed_and_taken_away() -> None:
    def captioned(text: str) -> Change:
        return lambda line, place: replace(line, text=text) if place.role is Role.TABLE else line

    written = reworded(an_issue(), sheet_of(an_issue(), captioned("Levels")))
    changed = reworded(written, sheet_of(written, captioned("Water levels")))
    taken = reworded(changed, sheet_of(changed, captioned("")))

    captions = [issue.stories[0].tables[0].caption for issue in (written, changed, taken)]
    assert [each and each.text for each in captions] == ["Levels", "Water levels", None]


@pytest.mark.parametrize(
    "rows",
    [
        (("Year", "Level"), ("2024", "4"), ("2025", "5"), ("2026", "6")),
        (("2024", "4"), ("2025", "5")),
        (("Year", "Level"), ("2025", "6")),
    ],
    ids=["added", "without its header", "changed and deleted at once"],
)
def test_rows_that_cannot_be_told_apart_are_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    sheet = sheet_of(
        an_issue(), lambda line, place: replace(line, rows=rows) if place.role is Role.TABLE else line
    )
    with pytest.raises(UsageError, match="opens a table whose rows"):
        reworded(an_issue(), sheet)


def test_a_deleted_story_leaves_the_questions_that_others_help_to_answer() -> None:
    issue = an_issue()
    owner = {place.owner for place in places_of(issue) if "bridge" in place.text}
    after = reworded(issue, sheet_of(issue, lambda line, place: None if place.owner in owner else line))

    assert [story.id for story in after.stories] == ["dam", "canal"]
    assert after.mains[0].stories == ("dam",)
    assert (after.counts.articles_printed, after.counts.articles_left_out) == (2, 2)


def test_a_past_question_loses_the_story_that_was_taken_out() -> None:
    issue = an_issue()
    owner = {place.owner for place in places_of(issue) if "canal" in place.text}
    after = reworded(issue, sheet_of(issue, lambda line, place: None if place.owner in owner else line))

    assert after.past[0].story == ""


def test_a_section_without_its_line_gives_its_stories_to_the_one_before() -> None:
    after = reworded(an_issue(), sheet_of(an_issue(), without((Role.SECTION, "Second"))))

    assert [[story.id for story in section.stories] for section in after.sections] == [
        ["dam", "canal", "bridge"]
    ]


def test_a_story_before_every_section_is_refused() -> None:
    with pytest.raises(UsageError, match="is a story before the first section"):
        reworded(an_issue(), sheet_of(an_issue(), without((Role.SECTION, "First"))))


def test_a_new_line_before_the_first_story_is_refused() -> None:
    sheet = sheet_of(an_issue())
    lines = (*sheet.lines[:2], Line(number=3, text="New."), *sheet.lines[2:])
    with pytest.raises(UsageError, match="Line 3 of the Markdown stands before the first story"):
        reworded(an_issue(), replace(sheet, lines=lines))


def test_a_line_in_another_story_is_refused() -> None:
    sheet = sheet_of(an_issue())
    (moved,) = (line for line in sheet.lines if line.text == "It was opened on Monday." and line.number < 8)
    lines = (*(line for line in sheet.lines if line is not moved), moved)
    with pytest.raises(UsageError, match=f"Line {moved.number} .* belongs to another story"):
        reworded(an_issue(), replace(sheet, lines=lines))


def test_a_sheet_that_begins_with_a_statement_is_refused() -> None:
    sheet = Sheet(lines=(Line(number=1, text="Hello."),), state=state_of(places_of(an_issue())))
    with pytest.raises(UsageError):
        reworded(an_issue(), sheet)


def test_a_statement_before_every_label_is_refused() -> None:
    sheet = sheet_of(an_issue(), lambda line, place: None if place.role is Role.BLOCK else line)
    with pytest.raises(UsageError, match="stands under no label"):
        reworded(an_issue(), sheet)


def test_the_frame_of_a_mains_question_grows_and_shrinks() -> None:
    sheet = sheet_of(
        an_issue(), lambda line, place: replace(line, text="") if place.role is Role.FRAME else line
    )
    lines = (*sheet.lines, Line(number=99, text="A point of mine."), Line(number=100, text=""))
    after = reworded(an_issue(), replace(sheet, lines=lines)).mains[0]

    assert [(point.text, point.cites, point.seal) for point in after.frame] == [("A point of mine.", (), "")]


def test_an_explanation_can_be_taken_out_and_nothing_added() -> None:
    sheet = sheet_of(an_issue(), lambda line, place: None if place.role is Role.EXPLANATION else line)
    after = reworded(an_issue(), sheet)
    place = next(number for number, line in enumerate(sheet.lines) if line.text == "None")
    grown = (*sheet.lines[: place + 1], Line(number=77, text="All."), *sheet.lines[place + 1 :])

    assert after.questions[0].explanation == ()
    with pytest.raises(UsageError, match=r"Line 77 .* was added to a question"):
        reworded(an_issue(), replace(sheet, lines=grown))


def test_a_direct_question_has_nothing_to_ask_after_its_options() -> None:
    issue = an_issue(questions=(replace(a_question(), ask="", items=()),))

    assert reworded(issue, sheet_of(issue)) == issue


def test_a_story_with_nothing_to_remember_is_read_back() -> None:
    section = Section(group="a", letter="A", title="A", stories=(replace(a_story(), remember=None),))
    issue = an_issue(sections=(section,))

    assert reworded(issue, sheet_of(issue)) == issue


def test_an_item_keeps_its_number_of_cells() -> None:
    sheet = sheet_of(
        an_issue(), lambda line, place: replace(line, rows=(("a", "b"),)) if place.role is Role.ITEM else line
    )
    with pytest.raises(UsageError, match="should have 1 cells"):
        reworded(an_issue(), sheet)


def test_a_title_without_words_stays_as_it_was() -> None:
    sheet = sheet_of(
        an_issue(), lambda line, place: replace(line, text="") if place.role is Role.TITLE else line
    )

    assert reworded(an_issue(), sheet).masthead.title == "Week"


def test_an_empty_sheet_of_this_issue_is_an_issue_without_stories() -> None:
    after = reworded(
        an_issue(questions=()), Sheet(lines=(), state=state_of(places_of(an_issue(questions=()))))
    )

    assert after.stories == ()
