import dataclasses
import functools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from magazine.core.errors import UsageError
from magazine.core.issue import Block, BlockKind, Issue, Story, Table, Verdict
from magazine.core.proof import proofread
from magazine.render.escaping import escaped, plain
from magazine.render.markdown import MarkdownRenderer
from magazine.render.markdown_back import MarkdownReviser
from tests.render.edition_samples import HOSTILE, checked_issue, filled_with, hindi_issue, whole_issue
from tests.render.sample import a_section, a_story, an_issue, said

ANY_TEXT = (
    st.text(st.characters(), max_size=40)
    | st.sampled_from(HOSTILE)
    | st.text("\\`*_[]<>|#-+.)1 &;:~=!{}\n\t")
)
"""Every letter that Python has, halves of surrogate pairs and control characters too."""


def markdown_of(issue: Issue) -> str:
    return MarkdownRenderer().render(issue).content.decode()


def edited(issue: Issue, markdown: str) -> Issue:
    return MarkdownReviser().read_back(issue, markdown)


@functools.cache
def sealed() -> Issue:
    """Two stories with their evidence, as an editor hands them in."""
    return checked_issue()


def line_with(text: str, words: str) -> str:
    """The one line of a Markdown that holds some words and a mark."""
    (line,) = (line for line in text.split("\n") if words in line and re.search(r"<!-- [0-9a-f]{8}", line))
    return line


def said_in(story: Story) -> list[str]:
    return [each.text for block in story.blocks for each in block.statements]


@pytest.mark.parametrize("issue", [whole_issue(), hindi_issue(), sealed()], ids=["whole", "hindi", "sealed"])
def test_an_untouched_markdown_gives_the_same_issue(issue: Issue) -> None:
    assert edited(issue, markdown_of(issue)) == issue


@given(ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_a_text_comes_back_from_its_markdown_as_it_was(text: str) -> None:
    line = escaped(text)

    assert plain(line.strip(" \t")) == text
    assert "\n" not in line
    assert "\r" not in line
    line.encode()


def test_what_a_person_types_is_read_as_markdown_reads_it() -> None:
    typed = r"AT&amp;T &nosuch; &#8377;40 &#x110000; \* *so* R&D"

    assert plain(typed) == "AT&T &nosuch; ₹40 &#x110000; * *so* R&D"


@given(st.lists(ANY_TEXT, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_an_untouched_issue_of_any_texts_comes_back(texts: list[str]) -> None:
    issue = filled_with(*texts)

    assert edited(issue, markdown_of(issue)) == issue


def test_an_issue_of_every_hostile_text_comes_back() -> None:
    issue = filled_with(*HOSTILE)

    assert edited(issue, markdown_of(issue)) == issue


@pytest.mark.parametrize("text", [each for each in HOSTILE if "\n" not in each])
def test_hostile_text_is_a_plain_paragraph_to_a_reader_of_markdown(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escaped(text) or "\\")
    inside = {child.type for token in tokens for child in token.children or ()}

    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert inside <= {"text", "text_special"}


def test_the_windows_line_ends_of_an_editor_change_nothing() -> None:
    text = "\ufeff" + markdown_of(sealed()).replace("\n", "\r\n")

    assert edited(sealed(), text) == sealed()


def test_a_changed_statement_is_a_persons_and_is_checked_as_such() -> None:
    text = markdown_of(sealed()).replace("It joins two districts.", "It joins nine districts.", 1)
    after = edited(sealed(), text)
    statement = after.stories[0].blocks[0].statements[0]
    before = sealed().stories[0].blocks[0].statements[0]

    assert (statement.text, statement.cites, statement.seal) == (
        "It joins nine districts.",
        before.cites,
        before.seal,
    )
    assert proofread(after).issue.stories[0].blocks[0].statements[0].verdict is Verdict.EDITED_UNSUPPORTED


def test_a_deleted_line_is_a_deleted_statement_and_a_block_without_lines_goes() -> None:
    text = markdown_of(sealed())
    story = sealed().stories[0]
    for statement in story.blocks[0].statements:
        line = next(line for line in text.split("\n") if line.startswith(f"- {statement.text} <!--"))
        text = text.replace(line + "\n", "", 1)
    after = edited(sealed(), text).stories[0]

    assert after.blocks == story.blocks[1:]
    assert after.facts == story.facts


def test_a_new_line_under_a_label_is_a_new_statement_that_nothing_bears_out() -> None:
    line = next(line for line in markdown_of(sealed()).split("\n") if line.startswith("- It joins"))
    text = markdown_of(sealed()).replace(line, f"{line}\n- The toll is 40 rupees.", 1)
    after = edited(sealed(), text)
    new = after.stories[0].blocks[0].statements[1]

    assert (new.text, new.cites, new.seal) == ("The toll is 40 rupees.", (), "")
    assert proofread(after).unsupported[0].text == "The toll is 40 rupees."


def test_a_new_line_that_is_the_sources_own_sentence_cites_it() -> None:
    line = next(line for line in markdown_of(sealed()).split("\n") if line.startswith("- It joins"))
    text = markdown_of(sealed()).replace(line, f"{line}\nIt cost nothing extra.", 1)
    new = proofread(edited(sealed(), text)).issue.stories[0].blocks[0].statements[1]

    assert (new.cites, new.verdict) == (("a1.s99",), Verdict.VERBATIM)


def test_the_same_edit_read_twice_is_made_once() -> None:
    text = markdown_of(sealed())
    line = next(line for line in text.split("\n") if line.startswith("- It joins"))
    text = text.replace(
        line, "- It joins nine districts. " + line[line.index("<!--") :] + "\n- A new line.", 1
    )
    once = proofread(edited(sealed(), text)).issue

    assert proofread(edited(once, text)).issue == once


def test_a_moved_line_moves_its_statement() -> None:
    issue = an_issue(
        a_section(
            "C",
            a_story(
                blocks=(
                    Block(kind=BlockKind.WHY, statements=(said("First.", "a1.s1"), said("Second.", "a1.s2"))),
                    Block(kind=BlockKind.POINTS, statements=(said("Third.", "a1.s3"),)),
                )
            ),
        )
    )
    text = markdown_of(issue)
    first, third = line_with(text, "First."), line_with(text, "Third.")
    after = edited(issue, text.replace(first + "\n", "", 1).replace(third, f"{third}\n{first}", 1))

    assert said_in(after.stories[0]) == ["Second.", "Third.", "First."]
    assert after.stories[0].blocks[1].statements[1] == issue.stories[0].blocks[0].statements[0]


def test_a_deleted_story_is_gone_and_the_figures_say_so() -> None:
    text = markdown_of(sealed())
    start, end = text.index("### A bridge"), text.index("### A dam")
    after = edited(sealed(), text[:start] + text[end:])

    assert [story.headline.text for story in after.stories] == ["A dam is finished"]
    assert after.counts.articles_printed == sealed().counts.articles_printed - 1
    assert after.counts.articles_left_out == sealed().counts.articles_left_out + 1


def test_stories_stand_in_the_order_of_the_file() -> None:
    text = markdown_of(sealed())
    start, end, rest = text.index("### A bridge"), text.index("### A dam"), text.index("## How this")
    after = edited(sealed(), text[:start] + text[end:rest] + text[start:end] + text[rest:])

    assert after.stories == sealed().stories[::-1]


def test_headline_title_section_heading_and_label_can_be_changed() -> None:
    issue = sealed()
    fact = issue.stories[0].facts[0]
    text = markdown_of(issue)
    for old, new in (
        ("# The Week in Review", "# My Week"),
        ("## Economy", "## Money"),
        ("### A bridge opens over the river", "### A bridge is open"),
        (f"**{fact.label}:**", "**Year:**"),
        ("#### Why in news", "#### What is new"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    after = edited(issue, text)
    story = after.stories[0]

    assert (after.masthead.title, after.sections[0].title) == ("My Week", "Money")
    assert (story.headline.text, story.facts[0].label) == ("A bridge is open", "Year")
    assert story.blocks[0].heading is not None
    assert story.blocks[0].heading.text == "What is new"
    assert story.facts[0].statement == fact.statement


def test_a_cell_of_a_table_can_be_changed_and_a_row_deleted() -> None:
    table = Table(
        header=("State", "Seats"),
        rows=(("Goa", "2"), ("Sikkim", "1"), ("A | B", "3")),
        cites=("r1", "r2", "r3", "r4"),
    )
    issue = an_issue(a_section("C", a_story(tables=(table,))))
    text = markdown_of(issue)
    changed = edited(issue, text.replace("| Goa | 2 |", "| Goa | 4 |")).stories[0].tables[0]
    shorter = edited(issue, text.replace("| Goa | 2 |\n", "")).stories[0].tables[0]

    assert changed.rows == (("Goa", "4"), ("Sikkim", "1"), ("A | B", "3"))
    assert changed.cites == table.cites
    assert (shorter.rows, shorter.cites) == (table.rows[1:], ("r1", "r3", "r4"))


def test_a_questions_words_can_be_changed_and_its_key_stays() -> None:
    issue = whole_issue()
    text = markdown_of(issue).replace("**(a):** 1 only", "**(a):** Only 1", 1)
    after = edited(issue, text).questions

    assert after[0].options[0] == "Only 1"
    assert (after[0].key, after[1:]) == (issue.questions[0].key, issue.questions[1:])


def test_a_whole_question_can_be_taken_out() -> None:
    issue = whole_issue()
    text = markdown_of(issue)
    start, end = text.index("### 1. "), text.index("### 2. ")

    assert edited(issue, text[:start] + text[end:]).questions == issue.questions[1:]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("**Source**", "**Source**\n\nA new paragraph.", "is new, and stands where nothing can be added"),
        (
            "#### Why in news",
            "#### Mine\n\n#### Why in news",
            "is new, and stands where nothing can be added",
        ),
        ("<!-- issue", "- Early.\n\n<!-- issue", "is new, and stands where nothing can be added"),
    ],
)
def test_a_line_out_of_place_is_named(old: str, new: str, message: str) -> None:
    text = markdown_of(sealed()).replace(old, new, 1)
    number = text[: text.index(new.strip().split("\n")[0])].count("\n") + 1
    with pytest.raises(UsageError, match=message) as caught:
        edited(sealed(), text)

    assert abs(int(re.findall(r"Line (\d+)", caught.value.message)[0]) - number) <= 2
    assert caught.value.hint


def test_a_mark_of_another_issue_is_refused() -> None:
    text = markdown_of(sealed()).replace("<!-- issue", "- Text. <!-- 00000000 -->\n\n<!-- issue", 1)
    with pytest.raises(UsageError, match="00000000, which is none of this issue's"):
        edited(sealed(), text)


def test_a_mark_that_stands_twice_is_refused() -> None:
    line = next(line for line in markdown_of(sealed()).split("\n") if line.startswith("- It joins"))
    with pytest.raises(UsageError, match="bears the same mark as line"):
        edited(sealed(), markdown_of(sealed()).replace(line, f"{line}\n{line}", 1))


def test_a_line_of_another_story_is_refused() -> None:
    text = markdown_of(sealed())
    line = next(line for line in text.split("\n") if line.startswith("- It joins"))
    moved = text.replace(line + "\n", "", 1) + f"\n#### Label\n{line}\n"
    with pytest.raises(UsageError):
        edited(sealed(), moved)


def test_a_markdown_of_an_issue_that_has_grown_is_refused() -> None:
    issue = sealed()
    story = dataclasses.replace(issue.stories[0], blocks=issue.stories[0].blocks[1:])
    smaller = dataclasses.replace(
        issue, sections=(dataclasses.replace(issue.sections[0], stories=(story, *issue.stories[1:])),)
    )
    with pytest.raises(UsageError, match="The issue has changed since this Markdown was made"):
        edited(issue, markdown_of(smaller))


@pytest.mark.parametrize(
    ("gone", "message"),
    [
        (r"- \*\*\(b\):\*\* .*\n", "opens a question of which a line is gone"),
        (r"### PM-SETU(?s:.*?)(?=### India achieves)", "is a question whose story was taken out"),
    ],
)
def test_half_a_question_is_refused(gone: str, message: str) -> None:
    text = re.sub(gone, "", markdown_of(whole_issue()), count=1)
    with pytest.raises(UsageError, match=message):
        edited(whole_issue(), text)


def test_rows_whose_table_is_gone_are_refused() -> None:
    text = re.sub(r"\*\*Tables:\*\*.*\n", "", markdown_of(whole_issue()), count=1)
    with pytest.raises(UsageError, match="is a row of a table whose first line is gone"):
        edited(whole_issue(), text)


def test_a_moments_day_must_be_a_day() -> None:
    text = re.sub(r"- \*\*2026-03-\d\d:\*\*", "- **soon:**", markdown_of(whole_issue()), count=1)
    with pytest.raises(UsageError, match="names no day"):
        edited(whole_issue(), text)


def test_a_headline_without_words_is_refused() -> None:
    text = markdown_of(sealed()).replace("### A bridge opens over the river", "###", 1)
    with pytest.raises(UsageError, match="is a headline without words"):
        edited(sealed(), text)


def test_no_error_repeats_what_an_article_says() -> None:
    text = markdown_of(sealed()).replace("**Source**", "**Source**\n\nSecret words.", 1)
    with pytest.raises(UsageError) as caught:
        edited(sealed(), text)

    assert "Secret" not in str(caught.value)


def test_the_same_issue_gives_the_same_bytes() -> None:
    assert markdown_of(whole_issue()) == markdown_of(whole_issue())
