"""What stands behind the stories: the view of tables, glossary, test, mains questions and answers."""

import dataclasses

import pytest

from magazine.core.article import Language
from magazine.core.issue import (
    Fact,
    FactKind,
    Form,
    Issue,
    Moment,
    Picture,
    SourceLine,
    Story,
    Table,
    Term,
    Verdict,
)
from magazine.core.question import MainsQuestion, PastQuestion, Question, QuestionKind
from magazine.render.backview import Run
from magazine.render.compose import compose
from magazine.render.exam import emphasised
from magazine.render.themes import load_theme
from magazine.render.view import IssueView
from tests.render.enriched import PORTS, STATES, enriched
from tests.render.sample import a_section, a_source, a_story, an_issue, said, sample_issue


def view_of(issue: Issue, theme: str = "classic") -> IssueView:
    return compose(issue, load_theme(theme))


def of(*stories: Story, **changes: object) -> IssueView:
    return view_of(an_issue(a_section("C", *stories), **changes))


def a_scheme(label: str, text: str, **changes: object) -> Story:
    fact = Fact(kind=FactKind.SCHEME, label=label, statement=said(text))
    return a_story(label, facts=(dataclasses.replace(fact, **changes),))  # type: ignore[arg-type]


def a_question(**changes: object) -> Question:
    question = Question(
        id="q1",
        kind=QuestionKind.DIRECT,
        story="a-bridge",
        topic="infrastructure",
        language=Language.ENGLISH,
        lead="How long is the bridge?",
        options=("4.2 km", "5.2 km", "6.2 km", "7.2 km"),
        key=2,
        explanation=(said("The bridge is 4.2 km long."),),
    )
    return dataclasses.replace(question, **changes)  # type: ignore[arg-type]


def test_full_stories_come_before_short_ones_and_those_of_a_line_stand_at_the_back() -> None:
    view = of(a_story("Line", form=Form.LINE), a_story("Short", form=Form.SHORT), a_story("Full"))

    assert [(story.number, story.headline) for story in view.sections[0].stories] == [
        ("C1", "Full"),
        ("C2", "Short"),
    ]
    assert [(story.number, story.headline) for story in view.back.lines] == [("C3", "Line")]
    assert [story.headline for story in view.stories] == ["Full", "Short", "Line"]


def test_a_section_of_lines_alone_has_no_opener_and_no_story_is_lost() -> None:
    view = of(a_story("Line", form=Form.LINE))

    assert view.sections == ()
    assert [story.headline for story in view.back.lines] == ["Line"]
    assert [story.headline for paper in view.papers for row in paper.rows for story in row.stories] == [
        "Line"
    ] * 2


def test_two_sections_of_one_letter_print_each_story_once() -> None:
    view = view_of(an_issue(a_section("C", a_story("One")), a_section("C", a_story("Two"))))

    assert [[story.headline for story in section.stories] for section in view.sections] == [["One"], ["Two"]]


def test_facts_of_a_kind_make_a_table_by_their_labels_from_the_third_on() -> None:
    schemes = [a_scheme("Ujala", "Ujala gives lamps."), a_scheme("Aadhar", "Aadhar gives a number.")]

    assert of(*schemes).back.gathered == ()
    [table] = of(*schemes, a_scheme("Poshan", "Poshan feeds.")).back.gathered
    assert table.title == "Schemes"
    assert [(row.label, row.story.number) for row in table.rows] == [
        ("Aadhar", "C2"),
        ("Poshan", "C3"),
        ("Ujala", "C1"),
    ]


def test_a_fact_that_its_sources_do_not_bear_out_is_not_gathered() -> None:
    unborne = said("Ujala gives lamps.", verdict=Verdict.EDITED_UNSUPPORTED)
    stories = [a_scheme("Aadhar", "A."), a_scheme("Poshan", "P."), a_scheme("Ujala", "U.", statement=unborne)]

    assert of(*stories).back.gathered == ()


def test_one_fact_of_two_stories_is_gathered_once() -> None:
    stories = [a_scheme(label, text) for label, text in (("A", "A."), ("B", "B."), ("C", "C."), ("A", "A."))]
    [table] = of(*stories).back.gathered

    assert [row.label for row in table.rows] == ["A", "B", "C"]


def test_stories_tagged_as_days_make_a_table_of_their_headlines() -> None:
    days = [a_story(f"World {what} Day", tags=("important-days",)) for what in ("Water", "Forest", "TB")]
    [table] = of(*days).back.gathered

    assert table.title == "Days"
    assert [row.label for row in table.rows] == ["World Water Day", "World Forest Day", "World TB Day"]


def test_the_glossary_is_alphabetical_and_a_term_explained_alike_stands_once() -> None:
    def with_term(headline: str, term: str, meaning: str) -> Story:
        return a_story(headline, terms=(Term(term=term, meaning=said(meaning)),))

    entries = of(
        with_term("One", "repo rate", "What the bank charges."),
        with_term("Two", "Bond", "A loan in shares."),
        with_term("Three", "Repo rate", "What the bank charges."),
        with_term("Four", "ऋण", "उधार।"),
    ).back.glossary

    assert [(entry.term, [story.number for story in entry.stories]) for entry in entries] == [
        ("Bond", ["C2"]),
        ("Repo rate", ["C1", "C3"]),
        ("ऋण", ["C4"]),
    ]


def test_the_key_is_the_questions_and_its_explanation_points_at_the_story() -> None:
    story = a_story("A bridge", id="a-bridge")
    exam = of(story, questions=(a_question(),)).back.exam

    assert exam
    [answer] = exam.answers
    assert (answer.letter, answer.key) == ("c", "6.2 km")
    assert [one.text for one in answer.explanation] == ["The bridge is 4.2 km long."]
    assert answer.story
    assert answer.story.number == "C1"


def test_a_question_of_a_story_that_was_deleted_is_printed_without_its_page() -> None:
    exam = of(a_story(), questions=(a_question(story="gone"),)).back.exam

    assert exam
    assert exam.answers[0].story is None


def test_five_options_have_five_boxes_to_tick() -> None:
    exam = of(
        a_story(), questions=(a_question(), a_question(options=("1", "2", "3", "4", "Not attempted")))
    ).back.exam

    assert exam
    assert exam.letters == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("Which of the statements given above is/are not correct?", "not"),
        ("Which one of these is NOT a port?", "NOT"),
        ("उपर्युक्त कथनों में से कौन-सा सही नहीं है?", "नहीं"),
        ("Which is notable?", None),
    ],
)
def test_the_negative_word_is_bold(text: str, bold: str | None) -> None:
    runs = emphasised(text, is_negative=True)

    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if run.strong] == ([bold] if bold else [])


def test_a_word_that_is_not_asked_negatively_stays_plain() -> None:
    assert emphasised("Why not?", is_negative=False) == (Run(text="Why not?"),)


def test_a_mains_question_of_one_story_stands_under_it_and_its_frame_at_the_back() -> None:
    question = MainsQuestion(
        text="Bridges join and divide. Discuss.",
        directive="Discuss",
        marks=15,
        words=250,
        paper="GS3",
        syllabus=("GS3-01",),
        stories=("a-bridge",),
        frame=(said("It joins two districts."),),
        language=Language.ENGLISH,
    )
    view = of(
        a_story("A bridge", id="a-bridge"),
        mains=(question, dataclasses.replace(question, stories=("a", "b"))),
    )

    [asked] = view.sections[0].stories[0].asked
    assert (asked.terms, asked.anchor) == ("(Answer in 250 words) 15", "mains-1")
    assert [one.text for one in view.back.mains[0].frame] == ["It joins two districts."]
    assert [story.number for story in view.back.mains[0].stories] == ["C1"]


def test_a_past_question_stands_with_its_story_and_its_answer_with_the_key() -> None:
    past = PastQuestion(
        text="Which river?", exam="UPSC CSE", year=2019, number="7", answer="(a)", story="a-bridge"
    )
    view = of(a_story("A bridge", id="a-bridge"), past=(past, dataclasses.replace(past, story="", answer="")))

    [under_its_story] = view.sections[0].stories[0].past
    assert under_its_story.exam == "UPSC CSE 2019, Q. 7"
    assert [question.text for question in view.back.past] == ["Which river?"]
    assert [(question.answer, story and story.number) for question, story in view.back.past_answers] == [
        ("(a)", "C1")
    ]


def test_a_past_question_of_a_story_of_one_line_stands_with_those_of_none() -> None:
    past = PastQuestion(
        text="Which river?", exam="UPSC CSE", year=2019, number="7", answer="(a)", story="a-bridge"
    )
    view = of(a_story("A bridge", id="a-bridge", form=Form.LINE), past=(past,))

    assert [question.text for question in view.back.past] == ["Which river?"]
    assert [story and story.number for _, story in view.back.past_answers] == ["C1"]


def test_every_option_of_a_long_list_has_its_letter() -> None:
    options = tuple(f"Place {number}" for number in range(12))
    past = PastQuestion(text="Which place?", exam="UPSC CSE", year=2019, options=options)
    view = of(a_story(), past=(past,))

    assert [text for _, text in view.back.past[0].options] == list(options)
    assert view.back.past[0].options[-1][0] == "l"


def test_a_table_wider_than_the_theme_takes_becomes_lists() -> None:
    story = a_story(tables=(PORTS, STATES))

    assert [table.as_list for table in of(story).sections[0].stories[0].tables] == [True, False]


def test_a_table_of_labels_and_numbers_is_told_by_its_chart() -> None:
    states, ports = of(a_story(tables=(STATES, PORTS))).sections[0].stories[0].tables

    assert states.is_told_by_chart
    assert not ports.is_told_by_chart


def test_rows_of_an_edited_table_are_made_as_long_as_its_widest() -> None:
    ragged = Table(header=("A", "B"), rows=(("1",), ("2", "3", "4")), cites=())
    [table] = of(a_story(tables=(ragged,))).sections[0].stories[0].tables

    assert (table.header, table.rows) == (("A", "B", ""), (("1", "", ""), ("2", "3", "4")))


def test_a_picture_is_printed_only_when_it_is_at_hand() -> None:
    issue = an_issue(
        a_section("C", a_story(picture=Picture(file="bridge.png", alt="A bridge", credit="PIB")))
    )

    [without] = compose(issue, load_theme()).sections[0].stories
    [with_it] = compose(issue, load_theme(), {"asset:picture/bridge.png"}).sections[0].stories
    assert without.picture is None
    assert with_it.picture
    assert with_it.picture.alt == "A bridge"


def test_the_timeline_names_its_days_in_the_storys_language() -> None:
    moments = (
        Moment(day="2026-03-09", statement=said("It opens.")),
        Moment(day="soon", statement=said("It shuts.")),
    )
    [story] = of(a_story("पुल", language=Language.HINDI, timeline=moments)).sections[0].stories

    assert [moment.day for moment in story.timeline] == ["9 मार्च 2026", "soon"]


@pytest.mark.parametrize(
    ("editor", "verdict", "line"),
    [
        ("extractive", Verdict.VERBATIM, "extractive"),
        ("some-model", Verdict.VERIFIED, "written by some-model, checked"),
        ("some-model", Verdict.UNCHECKED, "written by some-model"),
    ],
)
def test_a_story_says_who_wrote_it_and_claims_a_check_only_where_there_was_one(
    editor: str, verdict: Verdict, line: str
) -> None:
    [story] = of(a_story(editor=editor, remember=said("So.", verdict=verdict))).sections[0].stories

    assert story.written == line


def test_a_story_of_three_reports_says_so_and_names_what_is_related() -> None:
    related = SourceLine(
        article="old", publisher="PIB", title="Before", published="2025-11-03", url="javascript:x"
    )
    [story] = (
        of(a_story(sources=(a_source(), a_source(), a_source()), related=(related,))).sections[0].stories
    )

    assert story.compiled == "Compiled from 3 reports"
    assert [(each.title, each.day, each.url) for each in story.related] == [("Before", "3 November 2025", "")]


def test_each_section_has_one_code_for_its_most_urgent_source() -> None:
    view = view_of(sample_issue())

    assert [code.story.letter for code in view.back.codes] == [section.letter for section in view.sections]
    for code in view.back.codes:
        urgent = min(
            ("Must read", "Useful", "Skim").index(s.priority)
            for s in view.stories
            if s.letter == code.story.letter
        )
        assert ("Must read", "Useful", "Skim").index(code.story.priority) == urgent


def test_the_test_is_counted_on_the_cover_and_its_making_told() -> None:
    view = view_of(enriched(sample_issue()))

    assert "20 questions" in view.cover.figures
    assert "How the test was made" in [title for title, _ in view.made.paragraphs]
    assert "How the test was made" not in [title for title, _ in view_of(sample_issue()).made.paragraphs]
