"""The last reader: what is printed of an editor's words, and of a person's."""

from dataclasses import replace

import pytest

from magazine.core.guard import ProblemKind
from magazine.core.issue import Block, BlockKind, Evidence, Fact, FactKind, Issue, Statement, Story, Verdict
from magazine.core.proof import proofread, seal_of
from magazine.core.remark import Remark
from tests.press.samples import an_issue

OUTLAY = "The outlay of the mission is Rs 2,700 crore over five years, the Ministry of Coal said."
DAY = "The Cabinet approved the mission on 9 March 2026 in New Delhi."


def a_story(*statements: Statement, facts: tuple[Fact, ...] = ()) -> Story:
    """Return a story whose only block has those statements."""
    [story] = an_issue().stories
    evidence = (*story.evidence, Evidence(id="a1.s2", text=OUTLAY), Evidence(id="a1.s3", text=DAY))
    block = Block(kind=BlockKind.POINTS, statements=statements or story.blocks[0].statements)
    return replace(story, blocks=(block,), facts=facts, evidence=evidence)


def issue_of(story: Story) -> Issue:
    issue = an_issue()
    return replace(issue, sections=(replace(issue.sections[0], stories=(story,)),))


def said(text: str, *cites: str) -> Statement:
    return Statement(text=text, cites=cites)


def lines(issue: Issue) -> list[str]:
    return [line.text for block in issue.stories[0].blocks for line in block.statements]


def only(remarks: tuple[Remark, ...]) -> Remark:
    [remark] = remarks
    return remark


def test_the_sources_own_sentence_is_verbatim_and_no_remark() -> None:
    proof = proofread(issue_of(a_story(said(OUTLAY, "a1.s2"))), fresh=True)

    assert proof.remarks == ()
    assert {one.verdict for one in proof.issue.stories[0].statements} == {Verdict.VERBATIM}


def test_other_words_with_the_same_facts_are_verified() -> None:
    text = "The mission will cost ₹2,700 crore in five years, according to the Ministry of Coal."
    proof = proofread(issue_of(a_story(said(text, "a1.s2"))), fresh=True)

    assert proof.counts["verified"] == 1
    assert lines(proof.issue) == [text]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mission will cost ₹2,900 crore in five years.", ProblemKind.NUMBER),
        ("The mission will cost $2,700 crore in five years.", ProblemKind.UNIT),
        ("The Ministry of Steel said that the mission will cost ₹2,700 crore.", ProblemKind.NAME),
        ("Shri Ramesh Verma said that the mission will cost ₹2,700 crore.", ProblemKind.NAME),
        ('The mission is "the largest of its kind", the Ministry of Coal said.', ProblemKind.QUOTATION),
    ],
)
def test_an_editors_unsupported_words_give_way_to_the_sources_own(text: str, kind: ProblemKind) -> None:
    proof = proofread(issue_of(a_story(said(text, "a1.s2"))), fresh=True)

    remark = only(proof.remarks)
    assert remark.verdict is Verdict.REPLACED
    assert kind in {problem.kind for problem in remark.problems}
    assert lines(proof.issue) == [OUTLAY]


def test_a_sentence_that_is_printed_already_is_no_replacement() -> None:
    story = a_story(said(OUTLAY, "a1.s2"), said("The mission will cost ₹2,900 crore.", "a1.s2"))
    proof = proofread(issue_of(story), fresh=True)

    assert only(proof.remarks).verdict is Verdict.DROPPED
    assert lines(proof.issue) == [OUTLAY]
    assert proof.issue.counts.statements_dropped == 1


@pytest.mark.parametrize("cites", [(), ("a9.s9",)], ids=["nothing", "what is not there"])
def test_a_statement_that_cites_nothing_known_is_dropped_with_its_block(cites: tuple[str, ...]) -> None:
    proof = proofread(issue_of(a_story(said("The Cabinet met.", *cites))), fresh=True)

    assert only(proof.remarks).problems[0].kind is ProblemKind.CITATION
    assert proof.issue.stories[0].blocks == ()


def test_a_headline_that_the_source_does_not_bear_out_becomes_the_articles_title() -> None:
    story = replace(a_story(), headline=said("ISRO places 40 satellites in orbit", "a1.t"))
    proof = proofread(issue_of(story), fresh=True)

    assert proof.issue.stories[0].headline.text == "ISRO places a weather satellite in orbit"
    assert only(proof.remarks).place == "headline"


def test_a_facts_label_may_say_only_what_its_statement_says() -> None:
    good = Fact(kind=FactKind.NUMBER, label="₹2,700 crore", statement=said(OUTLAY, "a1.s2"))
    bad = Fact(kind=FactKind.NUMBER, label="₹9,900 crore", statement=said(DAY, "a1.s3"))
    proof = proofread(issue_of(a_story(facts=(good, bad))), fresh=True)

    assert [fact.label for fact in proof.issue.stories[0].facts] == ["₹2,700 crore"]
    assert only(proof.remarks).place == "fact 2 label"


def edited(text: str) -> Issue:
    """Return a checked issue in which a person then changed the block's line."""
    issue = proofread(issue_of(a_story(said(OUTLAY, "a1.s2"))), fresh=True).issue
    [story] = issue.stories
    [block] = story.blocks
    changed = replace(block, statements=(replace(block.statements[0], text=text),))
    return issue_of(replace(story, blocks=(changed,)))


def test_a_persons_change_that_the_source_bears_out_is_marked_checked() -> None:
    proof = proofread(edited("The mission has ₹2,700 crore for five years."))

    assert only(proof.remarks).verdict is Verdict.EDITED_CHECKED
    assert proof.unsupported == ()


def test_a_persons_wrong_number_is_marked_and_stays() -> None:
    text = "The mission has ₹2,800 crore for five years."
    proof = proofread(edited(text))

    [remark] = proof.unsupported
    assert remark.place == "block 1 line 1"
    assert (remark.text, remark.printed) == (text, text)
    assert remark.problems[0].nearest is not None
    assert lines(proof.issue) == [text]


def test_a_marked_change_is_still_a_persons_when_read_again() -> None:
    once = proofread(edited("The mission has ₹2,800 crore for five years."))

    assert proofread(once.issue).unsupported == once.unsupported


def test_evidence_that_was_changed_with_the_statement_proves_nothing() -> None:
    text = OUTLAY.replace("2,700", "2,800")
    issue = edited(text)
    [story] = issue.stories
    evidence = tuple(replace(one, text=text) if one.id == "a1.s2" else one for one in story.evidence)
    proof = proofread(issue_of(replace(story, evidence=evidence)))

    assert only(proof.remarks).verdict is Verdict.EDITED_UNSUPPORTED
    assert only(proof.unsupported).problems[0].kind is ProblemKind.CITATION


def test_a_statement_whose_evidence_was_taken_away_stays_and_is_marked() -> None:
    issue = proofread(issue_of(a_story(said(OUTLAY, "a1.s2"))), fresh=True).issue
    [story] = issue.stories
    evidence = tuple(one for one in story.evidence if one.id != "a1.s2")
    proof = proofread(issue_of(replace(story, evidence=evidence)))

    assert only(proof.unsupported).printed == OUTLAY
    assert lines(proof.issue) == [OUTLAY]


def test_a_persons_wrong_label_marks_the_row_it_stands_in() -> None:
    fact = Fact(kind=FactKind.NUMBER, label="₹2,700 crore", statement=said(OUTLAY, "a1.s2"))
    issue = proofread(issue_of(a_story(said(DAY, "a1.s3"), facts=(fact,))), fresh=True).issue
    [story] = issue.stories
    wrong = replace(story, facts=(replace(story.facts[0], label="₹2,900 crore"),))
    proof = proofread(issue_of(wrong))

    assert only(proof.unsupported).place == "fact 1 label"
    assert proof.issue.stories[0].facts[0].statement.verdict is Verdict.EDITED_UNSUPPORTED


def test_a_story_copied_by_a_person_is_read_and_printed_as_its_own() -> None:
    issue = proofread(issue_of(a_story(said(OUTLAY, "a1.s2"))), fresh=True).issue
    [story] = issue.stories
    copied = replace(story, headline=replace(story.headline, text="ISRO places a satellite in orbit"))
    twice = replace(issue, sections=(replace(issue.sections[0], stories=(story, copied)),))

    headlines = [one.headline.text for one in proofread(twice).issue.stories]
    assert headlines == [story.headline.text, copied.headline.text]


def test_a_day_that_a_person_spoilt_is_no_day_and_no_crash() -> None:
    issue = edited("The mission has ₹2,700 crore for five years.")
    [story] = issue.stories
    spoilt = replace(story, sources=(replace(story.sources[0], published="last Monday"),))

    assert only(proofread(issue_of(spoilt)).remarks).verdict is Verdict.EDITED_CHECKED


def test_a_change_taken_back_is_no_change() -> None:
    proof = proofread(edited(OUTLAY))

    assert proof.remarks == ()


def test_reading_a_checked_issue_again_changes_nothing() -> None:
    issue = proofread(issue_of(a_story(said(OUTLAY, "a1.s2"))), fresh=True).issue

    assert proofread(issue).issue == issue


def test_the_seal_is_of_words_and_citations() -> None:
    assert len({seal_of("a", ["a1.s1"]), seal_of("a", ["a1.s2"]), seal_of("b", ["a1.s1"])}) == 3
