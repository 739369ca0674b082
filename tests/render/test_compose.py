import dataclasses
from datetime import date

import pytest

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.issue import Block, BlockKind, Fact, FactKind, Issue, IssueCounts, Priority, Verdict
from magazine.render.compose import compose, safe_url
from magazine.render.themes import load_theme
from magazine.render.view import IssueView, StoryView
from tests.render.sample import a_section, a_source, a_story, an_issue, said, sample_issue


def view_of(issue: Issue) -> IssueView:
    return compose(issue, load_theme())


def only_story(issue: Issue) -> StoryView:
    return view_of(issue).sections[0].stories[0]


def test_stories_are_numbered_by_letter_and_place() -> None:
    view = view_of(an_issue(a_section("B", a_story("One"), a_story("Two")), a_section("E", a_story("Three"))))

    assert [(story.number, story.anchor) for section in view.sections for story in section.stories] == [
        ("B1", "story-b1"),
        ("B2", "story-b2"),
        ("E1", "story-e1"),
    ]


def test_a_story_of_one_source_carries_no_marks() -> None:
    story = only_story(an_issue(a_section("C", a_story())))

    assert story.remember
    assert story.remember.marks == ""
    assert story.sources[0].number == ""


def test_a_story_of_two_sources_marks_each_statement_with_the_articles_it_rests_on() -> None:
    block = Block(
        kind=BlockKind.WHY,
        statements=(said("Both say so.", "a2.s7", "a1.t", "a2.s9"), said("One does.", "a2.s1")),
    )
    sources = (a_source(article="one"), a_source(article="two"))
    story = only_story(an_issue(a_section("C", a_story(blocks=(block,), sources=sources))))

    assert [one.marks for one in story.blocks[0].said] == ["1, 2", "2"]
    assert [source.number for source in story.sources] == ["1", "2"]


def test_the_sources_own_heading_is_printed_before_the_label_of_a_kind() -> None:
    blocks = (
        Block(kind=BlockKind.POINTS, statements=(said("First."),)),
        Block(kind=BlockKind.POINTS, statements=(said("Second."),)),
        Block(
            kind=BlockKind.BACKGROUND, statements=(said("Third."),), heading=said("What came before", "a1.h1")
        ),
    )
    story = only_story(an_issue(a_section("C", a_story(blocks=blocks))))

    assert [block.label for block in story.blocks] == ["", "Key points", "What came before"]


def test_a_hindi_story_has_hindi_labels_inside_and_english_tags_in_an_english_issue() -> None:
    story = only_story(
        an_issue(a_section("C", a_story("नई योजना", language=Language.HINDI, priority=Priority.MUST_READ)))
    )

    assert story.lang == "hi"
    assert story.words["remember"] == "याद रखें"
    assert story.priority == "Must read"


def test_a_story_in_both_scripts_is_set_in_the_script_of_its_headline() -> None:
    mixed = [a_story(title, language=Language.MIXED) for title in ("A scheme", "एक योजना")]

    assert [story.lang for story in view_of(an_issue(a_section("C", *mixed))).sections[0].stories] == [
        "en",
        "hi",
    ]


def test_the_index_lists_each_story_under_each_of_its_syllabus_lines_and_under_prelims() -> None:
    both = a_story("Both", syllabus=("GS2-06", "GS3-01"), papers=("GS2", "GS3", "Prelims"))
    plain = a_story("Plain", syllabus=(), papers=("GS3",))
    papers = view_of(an_issue(a_section("A", both, plain))).papers

    assert [
        (paper.name, [(row.code, [story.headline for story in row.stories]) for row in paper.rows])
        for paper in papers
    ] == [
        ("General Studies II", [("GS2-06", ["Both"])]),
        ("General Studies III", [("GS3-01", ["Both"]), ("", ["Plain"])]),
        ("Prelims, General Studies Paper I", [("", ["Both"])]),
    ]


def test_at_a_glance_holds_the_ten_most_urgent_in_printing_order() -> None:
    stories = [
        a_story(f"Story {n}", priority=Priority.MUST_READ if n > 4 else Priority.SKIM) for n in range(1, 13)
    ]
    glance = view_of(an_issue(a_section("A", *stories))).glance

    assert [line.story.headline for line in glance] == [
        f"Story {n}" for n in (1, 2, 5, 6, 7, 8, 9, 10, 11, 12)
    ]


def test_at_a_glance_drops_what_would_overfill_its_page_and_keeps_the_urgent() -> None:
    urgent = a_story("Urgent", "A must.", priority=Priority.MUST_READ)
    long = [a_story(f"{n} " + "long " * 80, "word " * 300 + ".") for n in range(9)]
    glance = view_of(an_issue(a_section("A", *long, urgent))).glance

    assert glance[-1].story.headline == "Urgent"
    assert glance[-1].gist == "A must."
    assert all(not line.gist for line in glance[:-1])


def test_three_stories_need_no_page_at_a_glance() -> None:
    assert view_of(an_issue(a_section("A", a_story("1"), a_story("2"), a_story("3")))).glance == ()


def test_the_cover_leads_with_the_best_story_of_the_largest_section() -> None:
    large = a_section(
        "E", a_story("Skimmed", priority=Priority.SKIM), a_story("Read this", priority=Priority.MUST_READ)
    )
    cover = view_of(an_issue(a_section("A", a_story("Small", priority=Priority.MUST_READ)), large)).cover

    assert (cover.letter, cover.lead) == ("E", "Read this")
    assert [text for text, _ in cover.lines] == ["Small", "Skimmed"]


def test_a_long_headline_is_cut_at_a_word_on_the_cover() -> None:
    lead = view_of(an_issue(a_section("A", a_story("several words of a headline " * 20)))).cover.lead

    assert len(lead) <= 97
    assert lead.endswith(("words…", "of…", "a…", "headline…", "several…"))


def test_the_figures_are_those_of_the_issue() -> None:
    told = a_story(
        blocks=(Block(kind=BlockKind.WHY, statements=(said("So.", verdict=Verdict.UNCHECKED),)),), facts=()
    )
    counts = IssueCounts(
        articles_in_period=1234567, articles_matched=20, articles_printed=1, articles_left_out=19
    )
    figures = dict(view_of(an_issue(a_section("A", told), counts=counts)).made.figures)

    assert figures["Articles in the period"] == "12,34,567"
    assert figures["Articles left out"] == "19"
    assert figures["Statements, headlines and headings included"] == str(len(told.statements))
    assert figures["The source’s own, word for word"] == str(len(told.statements) - 1)
    assert figures["Not checked"] == "1"
    assert figures["Dropped as not supported"] == "0"


def test_how_it_was_made_calls_an_issue_extractive_only_where_it_is() -> None:
    def titles(*editors: str) -> list[str]:
        stories = [a_story(editor, editor=editor) for editor in editors]
        return [title for title, _ in view_of(an_issue(a_section("A", *stories))).made.paragraphs if title]

    assert titles("extractive")[0] == "Extractive: every sentence is the source’s own"
    assert titles("some-model")[0] == "Written by a model, with its sources"
    assert titles("extractive", "some-model")[2:] == ["How this issue was checked", "What is not checked"]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("//example.org", False),
        ("https://[::1", False),
        ("https://example.org/ x", False),
        ("java\nscript:alert(1)", False),
        (None, False),
    ],
)
def test_only_http_and_https_become_links(url: str | None, kept: bool) -> None:
    assert safe_url(url) == (url if kept else "")


def test_a_fact_without_label_is_named_by_its_kind() -> None:
    fact = Fact(kind=FactKind.SCHEME, label="", statement=said("It began in 2019."))

    assert only_story(an_issue(a_section("C", a_story(facts=(fact,))))).facts[0].label == "Scheme"


def test_a_date_that_is_none_is_printed_as_it_stands() -> None:
    story = only_story(an_issue(a_section("C", a_story(sources=(a_source(published="in spring"),)))))

    assert story.sources[0].day == "in spring"


def test_the_period_is_printed_in_the_furnitures_language() -> None:
    issue = sample_issue()
    masthead = dataclasses.replace(
        issue.masthead, language=Language.HINDI, period=DateRange(date(2026, 3, 9), date(2026, 3, 15))
    )

    assert view_of(dataclasses.replace(issue, masthead=masthead)).period == "9–15 मार्च 2026"


@pytest.mark.parametrize(("stories", "density"), [(3, "roomy"), (29, "normal"), (45, "tight")])
def test_the_contents_are_set_as_openly_as_fits_a_page(stories: int, density: str) -> None:
    section = a_section(
        "A", *(a_story(f"A headline of some forty letters, story {n}") for n in range(stories))
    )

    assert view_of(an_issue(section)).density == density


@pytest.mark.parametrize(
    ("verdict", "mark"),
    [
        (Verdict.EDITED_CHECKED, "edited, checked"),
        (Verdict.EDITED_UNSUPPORTED, "edited, not supported"),
        (Verdict.VERBATIM, ""),
        (Verdict.VERIFIED, ""),
    ],
)
def test_what_a_person_changed_is_marked_where_it_stands(verdict: Verdict, mark: str) -> None:
    line, headline = said("So.", verdict=verdict), said("A headline", verdict=verdict)
    told = a_story(blocks=(Block(kind=BlockKind.WHY, statements=(line,)),))
    [section] = view_of(an_issue(a_section("A", dataclasses.replace(told, headline=headline)))).sections

    assert section.stories[0].blocks[0].said[0].hand == mark
    assert section.stories[0].hand == mark


def test_an_edited_issue_does_not_call_every_sentence_the_sources_own() -> None:
    line = said("So.", verdict=Verdict.EDITED_CHECKED)
    told = a_story(blocks=(Block(kind=BlockKind.WHY, statements=(line,)),))
    titles = [title for title, _ in view_of(an_issue(a_section("A", told))).made.paragraphs]

    assert "Extractive, then edited by a person" in titles
    assert "Extractive: every sentence is the source’s own" not in titles


@pytest.mark.parametrize(
    ("url", "named"), [("https://news.example/a", "news.example"), (None, "source not named")]
)
def test_a_source_without_a_publisher_is_called_by_its_address(url: str | None, named: str) -> None:
    told = a_story(sources=(a_source(publisher="", url=url),))
    [section] = view_of(an_issue(a_section("A", told))).sections

    assert section.stories[0].sources[0].publisher == named
