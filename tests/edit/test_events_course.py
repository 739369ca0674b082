"""A story told by several reports: timeline, updated figures, what came before."""

from magazine.core.issue import SourceLine, Verdict
from magazine.core.manuscript import Manuscript, read_manuscript
from magazine.core.selection import SelectedStory
from magazine.edit.events import course_of, related_lines
from tests.builders import a_reference, an_article

SATURDAY, SUNDAY, MONDAY = "2026-03-07", "2026-03-08", "2026-03-09"
TWELVE = "As many as 12 people were killed in a blast at a fireworks unit in Sivakasi, officials said."
FIFTEEN = "The number of people killed in the blast at the fireworks unit in Sivakasi rose to 15 people."
INQUIRY = "The Collector has ordered an inquiry into the storage of chemicals at the unit by a retired judge."


def a_report(number: int, title: str, body: str) -> Manuscript:
    return read_manuscript(an_article(title=title, body=body), number)


FIRST = a_report(
    1, "Sivakasi blast kills 12", f"{TWELVE} The police have sealed the gate of the works since."
)
SECOND = a_report(2, "Sivakasi blast toll is 15", FIFTEEN)
THIRD = a_report(3, "Inquiry into the blast", INQUIRY)


def test_a_timeline_has_a_verbatim_line_for_every_day_in_order() -> None:
    moments = course_of((THIRD, FIRST, SECOND), (MONDAY, SATURDAY, SUNDAY)).timeline()

    assert [(moment.day, moment.statement.text, moment.statement.cites) for moment in moments] == [
        (SATURDAY, TWELVE, ("a1.s1",)),
        (SUNDAY, FIFTEEN, ("a2.s1",)),
        (MONDAY, INQUIRY, ("a3.s1",)),
    ]
    assert {moment.statement.verdict for moment in moments} == {Verdict.VERBATIM}


def test_an_event_of_one_day_has_no_timeline() -> None:
    assert course_of((FIRST, SECOND), (SATURDAY, SATURDAY)).timeline() == ()


def test_a_moment_repeats_nothing_that_is_printed_and_takes_a_title_at_last() -> None:
    moments = course_of((FIRST, SECOND), (SATURDAY, SUNDAY)).timeline(printed=(FIFTEEN,))

    assert [moment.statement.cites for moment in moments] == [("a1.s1",), ("a2.t",)]


def test_a_replaced_figure_is_out_of_print_and_a_note_says_so() -> None:
    course = course_of((FIRST, SECOND), (SATURDAY, SUNDAY))
    [first, second] = course.printable

    assert [sentence.is_quotable for sentence in first.sentences] == [False, True]
    assert second == SECOND
    assert first.cited() == FIRST.cited()
    assert course.notes == ("updated: 15 (8 March), earlier 12 (7 March)",)


def test_a_headline_with_a_replaced_figure_gives_way_to_the_newer_reports() -> None:
    assert course_of((FIRST, SECOND), (SATURDAY, SUNDAY)).headline == SECOND.title
    assert course_of((THIRD, FIRST, SECOND), (MONDAY, SATURDAY, SUNDAY)).headline == THIRD.title


def test_reports_without_newer_figures_are_left_as_they_are() -> None:
    course = course_of((FIRST, THIRD), (SATURDAY, MONDAY))

    assert course.printable == (FIRST, THIRD)
    assert course.notes == ()
    assert course.headline == FIRST.title


def test_related_articles_are_listed_with_day_title_and_address() -> None:
    earlier = a_reference(id="old", title="An older blast", published="2025-11-02", url="https://a.example/1")
    story = SelectedStory(
        id="s-1", topic="space", tags=(), score=1.0, reasons=(), articles=(a_reference(),), related=(earlier,)
    )

    assert related_lines(story) == (
        SourceLine(
            article="old",
            publisher="The Example",
            title="An older blast",
            published="2025-11-02",
            url="https://a.example/1",
        ),
    )
