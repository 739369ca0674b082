"""Several issues merged into one: events told once, later figures, questions, figures and proof."""

from dataclasses import replace

import pytest

from magazine.core.article import Language
from magazine.core.errors import UsageError
from magazine.core.issue import Issue, Story, Verdict
from magazine.core.merging import Merged, merged
from magazine.core.proof import proofread
from magazine.core.question import PastQuestion
from tests.builders import a_taxonomy
from tests.core.weeklies import BLAST, RISEN, blast, satellite, weekly

ONE_EVENT = {"blast-1": "e1", "blast-2": "e1"}


def of(*issues: Issue, events: dict[str, str] | None = None) -> Merged:
    return merged(issues, a_taxonomy(), title="March", events=events)


def two_weeks() -> tuple[Issue, Issue]:
    """Return an issue with the first toll and another story, and one with the later toll."""
    later = blast("blast-2", RISEN, "2026-03-09")
    return weekly(1, [blast()], [satellite()]), weekly(2, [later])


def the_blast(issue: Issue) -> Story:
    [story] = [story for story in issue.stories if "Sivakasi" in story.headline.text]
    return story


def printed(story: Story) -> list[str]:
    """Return what a story prints apart from its timeline."""
    days = {moment.statement.text for moment in story.timeline}
    return [statement.text for statement in story.statements if statement.text not in days]


def test_stories_of_different_events_all_stand_in_it() -> None:
    first, second = two_weeks()
    whole = of(first, second)

    assert {story.id for story in whole.issue.stories} == {
        story.id for issue in (first, second) for story in issue.stories
    }
    assert len(whole.issue.stories) == 3
    assert whole.notes == ()


def test_the_order_of_the_folders_does_not_matter() -> None:
    first, second = two_weeks()

    assert of(first, second, events=ONE_EVENT) == of(second, first, events=ONE_EVENT)


def test_one_event_is_told_once_by_the_later_issue_with_the_articles_of_both() -> None:
    first, second = two_weeks()
    story = the_blast(of(first, second, events=ONE_EVENT).issue)

    assert story.headline.text == "Blast at a fireworks unit in Sivakasi, report of 2026-03-09"
    assert [source.article for source in story.sources] == ["blast-2", "blast-1"]
    assert {line.text for line in story.evidence} >= set(BLAST.replace(". ", ".\n").split("\n"))


def test_a_later_figure_wins_and_the_earlier_one_stands_in_the_timeline_alone() -> None:
    first, second = two_weeks()
    whole = of(first, second, events=ONE_EVENT)
    story = the_blast(whole.issue)

    assert any("rose to 15 people" in text for text in printed(story))
    assert not any("12 people" in text for text in printed(story))
    assert story.timeline[0].day == "2026-03-07"
    assert "12 people" in story.timeline[0].statement.text
    assert f"{story.id}: updated: 15 (2026-03-09), earlier 12 (2026-03-07)" in whole.notes


def test_what_the_later_telling_has_not_is_kept_or_counted() -> None:
    first, second = two_weeks()
    whole = of(first, second, events=ONE_EVENT)
    earlier, story = the_blast(first), the_blast(whole.issue)

    kept = {statement.text for statement in story.statements}
    gone = [statement for statement in earlier.statements if statement.text not in kept]
    assert any(fact.statement.text in kept for fact in earlier.facts)
    assert any(f"{len(gone)} statements of the earlier one are not repeated" in note for note in whole.notes)


def test_an_event_of_three_weeks_is_one_story_with_its_days_in_order() -> None:
    bodies = {1: BLAST, 2: RISEN, 3: RISEN.replace("15 people", "18 people")}
    issues = [
        weekly(week, [blast(f"blast-{week}", body, f"2026-03-{7 * week:02}")])
        for week, body in bodies.items()
    ]
    whole = of(*issues, events=dict.fromkeys([f"blast-{week}" for week in bodies], "e1"))
    [story] = whole.issue.stories

    assert len(story.sources) == 3
    assert [moment.day for moment in story.timeline] == sorted(moment.day for moment in story.timeline)
    assert not any("12 people" in text or "15 people" in text for text in printed(story))
    assert any("18 people" in text for text in printed(story))


def test_every_statement_is_still_proved_by_its_sealed_evidence() -> None:
    first, second = two_weeks()
    whole = of(first, second, events=ONE_EVENT).issue
    proof = proofread(whole)

    assert proof.remarks == ()
    assert {statement.verdict for story in proof.issue.stories for statement in story.statements} == {
        Verdict.VERBATIM
    }
    assert proof.issue.questions == whole.questions


def test_a_forged_sentence_of_the_earlier_issue_is_still_no_evidence() -> None:
    first, second = two_weeks()
    forged = the_blast(first)
    evidence = tuple(
        replace(line, text=line.text.replace("Rules, 2008", "Rules, 2018")) for line in forged.evidence
    )
    facts = tuple(
        replace(fact, statement=replace(fact.statement, text=fact.statement.text.replace("2008", "2018")))
        for fact in forged.facts
    )
    story = replace(forged, evidence=evidence, facts=facts)
    sections = tuple(
        replace(section, stories=tuple(story if each.id == story.id else each for each in section.stories))
        for section in first.sections
    )
    proof = proofread(of(replace(first, sections=sections), second, events=ONE_EVENT).issue)

    assert {remark.verdict for remark in proof.unsupported} == {Verdict.EDITED_UNSUPPORTED}
    assert any("Rules, 2018" in remark.text for remark in proof.unsupported)


def test_a_person_s_words_stay_a_person_s() -> None:
    first, second = two_weeks()
    story = the_blast(first)
    fact = story.facts[0]
    words = replace(fact.statement, text="The unit employs 9,999 workers.")
    edited = replace(fact, label="9,999 workers", statement=words)
    sections = tuple(
        replace(
            section,
            stories=tuple(
                replace(each, facts=(edited, *each.facts[1:])) if each.id == story.id else each
                for each in section.stories
            ),
        )
        for section in first.sections
    )
    proof = proofread(of(replace(first, sections=sections), second, events=ONE_EVENT).issue)

    assert [remark.text for remark in proof.unsupported] == ["The unit employs 9,999 workers."]


def test_questions_move_with_their_stories_and_those_that_were_overtaken_are_left_out() -> None:
    first, second = two_weeks()
    whole = of(first, second, events=ONE_EVENT)
    ids = {story.id for story in whole.issue.stories}
    story = the_blast(whole.issue)
    outdated = {line.id for line in story.evidence if "12 people" in line.text}
    cited = {cite for each in whole.issue.questions for item in each.items for cite in item.cites}
    every = len(first.questions) + len(second.questions)

    assert first.questions
    assert second.questions
    assert {question.story for question in whole.issue.questions} <= ids
    assert len({question.id for question in whole.issue.questions}) == len(whole.issue.questions)
    assert len(whole.issue.questions) == every - whole.counts["questions_outdated"]
    assert not outdated & cited


def test_the_same_issue_twice_is_that_issue_once() -> None:
    first, _ = two_weeks()
    whole = of(first, first).issue

    assert [story.sources for story in whole.stories] == [story.sources for story in first.stories]
    assert [len(story.statements) for story in whole.stories] == [
        len(story.statements) for story in first.stories
    ]
    assert whole.questions == first.questions
    assert whole.counts.articles_printed == first.counts.articles_printed


def test_figures_are_summed_and_an_article_of_two_issues_counts_once() -> None:
    first, second = weekly(1, [blast()], [satellite()]), weekly(2, [satellite()])
    counts = of(first, second).issue.counts

    assert counts.articles_printed == 2
    assert counts.articles_in_period == 10 + 10 - 1
    assert counts.articles_matched == 4 + 3 - 1
    assert counts.articles_left_out == 2 + 2
    assert counts.articles_printed + counts.articles_left_out == counts.articles_matched
    assert counts.source_words == first.counts.source_words


def test_a_corrected_article_is_two_readings_and_each_statement_keeps_its_own() -> None:
    corrected = BLAST.replace("340 workers", "430 workers")
    whole = of(weekly(1, [blast()]), weekly(2, [blast(body=corrected)])).issue
    [story] = whole.stories

    assert [source.article for source in story.sources] == ["blast-1", "blast-1"]
    assert proofread(whole).remarks == ()


def test_stories_in_two_languages_are_not_joined() -> None:
    first, second = two_weeks()
    story = replace(second.stories[0], language=Language.HINDI)
    hindi = replace(second, sections=(replace(second.sections[0], stories=(story,)),))

    assert len(of(first, hindi, events=ONE_EVENT).issue.stories) == 3


def test_days_that_no_issue_holds_and_days_held_twice_are_said() -> None:
    first, third = weekly(1, [blast()]), weekly(3, [satellite(day="2026-03-17")])
    gap = of(first, third).notes
    overlap = of(first, weekly(1, [satellite()])).notes

    assert gap == ("no issue holds the days from 2026-03-09 to 2026-03-15",)
    assert "2026-03-02 to 2026-03-08" in overlap[0]


def test_the_masthead_has_the_whole_span_and_every_topic_asked_for() -> None:
    issues = [
        replace(issue, masthead=replace(issue.masthead, topics=topics))
        for issue, topics in zip(two_weeks(), (("Economy",), ("Economy", "Space")), strict=True)
    ]
    masthead = of(*issues).issue.masthead

    assert (masthead.title, str(masthead.period.first), str(masthead.period.last)) == (
        "March",
        "2026-03-02",
        "2026-03-15",
    )
    assert masthead.topics == ("Economy", "Space")


def test_past_questions_stand_once_with_the_joined_story() -> None:
    past = PastQuestion(text="What is an explosive?", exam="UPSC", year=2019)
    issues = [replace(issue, past=(replace(past, story=the_blast(issue).id),)) for issue in two_weeks()]
    whole = of(*issues, events=ONE_EVENT).issue

    assert [question.story for question in whole.past] == [the_blast(whole).id]


def test_one_issue_alone_cannot_be_merged() -> None:
    with pytest.raises(UsageError, match="two folders"):
        of(two_weeks()[0])


def test_labels_of_two_languages_cannot_be_one_magazine() -> None:
    first, second = two_weeks()
    hindi = replace(second, masthead=replace(second.masthead, language=Language.HINDI))

    with pytest.raises(UsageError, match="two languages"):
        of(first, hindi)
