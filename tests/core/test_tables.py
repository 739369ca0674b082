from dataclasses import replace

from magazine.core.article import Article
from magazine.core.issue import Evidence, Issue, Moment, Statement, Story, Table, Term, Verdict
from magazine.core.manuscript import read_manuscript
from magazine.core.proof import proofread, seal_of
from magazine.core.tables import part_tables
from tests.press.samples import an_issue

BODY = """The Commission released its count of districts on Monday.

| State | Districts |
|:------|----------:|
| Bihar | 38 |
| Kerala | 14 |

The count is of 1 March."""


def test_a_table_is_taken_out_of_the_body_cell_by_cell_and_its_rows_can_be_cited() -> None:
    manuscript = read_manuscript(Article(id="d", title="Districts counted", body=BODY), number=2)

    (table,) = manuscript.tables
    assert (table.header, table.rows) == (("State", "Districts"), (("Bihar", "38"), ("Kerala", "14")))
    assert [each.text for each in manuscript.sentences] == [
        "The Commission released its count of districts on Monday.",
        "The count is of 1 March.",
    ]
    assert manuscript.cited()["a2.r3"] == "Kerala | 14"


def test_rows_are_numbered_through_all_tables_of_an_article() -> None:
    _, (first, second) = part_tables("| a | b |\n| 1 | 2 |\n| 3 | 4 |\n\n| c | d |\n| 5 | 6 |\n| 7 | 8 |", 1)

    assert (first.ids, second.ids) == (("a1.r1", "a1.r2", "a1.r3"), ("a1.r4", "a1.r5", "a1.r6"))


def test_a_bar_inside_a_cell_does_not_part_it() -> None:
    _, (table,) = part_tables("| either \\| or | b |\n| 1 | 2 |\n| 3 | 4 |", 1)

    assert table.header == ("either | or", "b")


def test_a_ragged_or_lonely_block_is_no_table_and_no_text() -> None:
    body, tables = part_tables("Before.\n| a | b |\n| 1 |\n| 2 | 3 |\nBetween.\n| lonely | row |\nAfter.", 1)

    assert tables == ()
    assert body.split() == ["Before.", "Between.", "After."]


def test_the_last_reader_keeps_a_table_that_is_the_sources_own() -> None:
    proof = proofread(a_table_issue(), fresh=True)

    assert len(proof.issue.stories[0].tables) == 1
    assert proof.remarks == ()


def test_an_editors_table_with_another_figure_is_not_printed() -> None:
    issue = a_table_issue(rows=(("Bihar", "39"), ("Kerala", "14")))

    proof = proofread(issue, fresh=True)

    assert proof.issue.stories[0].tables == ()
    assert [(remark.place, remark.verdict) for remark in proof.remarks] == [("table 1", Verdict.DROPPED)]


def test_a_table_that_a_person_changed_is_printed_and_marked() -> None:
    issue = proofread(a_table_issue(), fresh=True).issue

    proof = proofread(
        with_story(issue, tables=(replace(a_table(), rows=(("Bihar", "39"), ("Kerala", "14"))),))
    )

    (table,) = proof.issue.stories[0].tables
    assert table.rows[0] == ("Bihar", "39")
    assert table.caption is not None
    assert table.caption.verdict is Verdict.EDITED_UNSUPPORTED


def test_a_term_or_a_day_that_the_sources_do_not_bear_out_is_replaced_or_dropped() -> None:
    said = Statement(text="The count of 7 March found 99 districts.", cites=("a1.s1",))
    issue = a_table_issue()
    story = replace(
        issue.stories[0],
        terms=(Term(term="District", meaning=said),),
        timeline=(Moment(day="2026-03-07", statement=said),),
    )

    proof = proofread(with_story(issue, terms=story.terms, timeline=story.timeline), fresh=True)

    printed = proof.issue.stories[0]
    assert said.text not in [each.text for each in printed.statements]
    assert {remark.place for remark in proof.remarks} == {"timeline 1", "timeline 1 day", "term 1"}


def test_a_term_or_a_day_that_a_person_changed_marks_its_row() -> None:
    said = Statement(text="The Commission released its count of districts on Monday.", cites=("a1.s1",))
    row = Term(term="Commission", meaning=said), Moment(day="2026-03-09", statement=said)
    checked = proofread(with_story(a_table_issue(), terms=row[:1], timeline=row[1:]), fresh=True)
    [term], [moment] = checked.issue.stories[0].terms, checked.issue.stories[0].timeline
    spoilt = with_story(
        checked.issue,
        terms=(replace(term, term="Tribunal of Patna"),),
        timeline=(replace(moment, day="2026-03-19"), replace(moment, day="soon")),
    )

    proof = proofread(spoilt)

    assert checked.remarks == ()
    assert {(remark.place, remark.text) for remark in proof.unsupported} == {
        ("term 1 name", "Tribunal of Patna"),
        ("timeline 1 day", "2026-03-19"),
        ("timeline 2 day", "soon"),
    }
    story = proof.issue.stories[0]
    assert [each.statement.verdict for each in story.timeline] == [Verdict.EDITED_UNSUPPORTED] * 2
    assert story.terms[0].meaning.verdict is Verdict.EDITED_UNSUPPORTED


def test_a_table_that_a_person_emptied_is_marked_and_no_crash() -> None:
    checked = proofread(with_story(a_table_issue()), fresh=True).issue
    bare = replace(checked.stories[0].tables[0], header=(), rows=(), cites=())

    assert [remark.place for remark in proofread(with_story(checked, tables=(bare,))).unsupported] == [
        "table 1"
    ]


def a_table(rows: tuple[tuple[str, ...], ...] = (("Bihar", "38"), ("Kerala", "14"))) -> Table:
    return Table(header=("State", "Districts"), rows=rows, cites=("a1.r1", "a1.r2", "a1.r3"))


def a_table_issue(rows: tuple[tuple[str, ...], ...] = (("Bihar", "38"), ("Kerala", "14"))) -> Issue:
    issue = an_issue("Districts counted")
    lines = {
        "a1.t": "Districts counted",
        "a1.s1": "The Commission released its count of districts on Monday.",
        "a1.r1": "State | Districts",
        "a1.r2": "Bihar | 38",
        "a1.r3": "Kerala | 14",
    }
    evidence = tuple(Evidence(id=each, text=text, seal=seal_of(text, [each])) for each, text in lines.items())
    story = replace(
        issue.stories[0],
        headline=Statement(text="Districts counted", cites=("a1.t",)),
        remember=None,
        blocks=(),
        facts=(),
        evidence=evidence,
        tables=(a_table(rows),),
    )
    return replace(issue, sections=(replace(issue.sections[0], stories=(story,)),))


def with_story(issue: Issue, **changes: object) -> Issue:
    story: Story = replace(issue.stories[0], **changes)  # type: ignore[arg-type]
    return replace(issue, sections=(replace(issue.sections[0], stories=(story,)),))
