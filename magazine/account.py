"""What a run came to, in figures and sentences for its report and its user."""

from typing import TYPE_CHECKING

from magazine.core.errors import NothingToPrintError
from magazine.core.pages import BackMatter, PageEstimate
from magazine.core.selection import LeftOutReason, Selection
from magazine.core.topics import Taxonomy

if TYPE_CHECKING:
    from magazine.core.proof import Proof


_QUESTIONS_A_STORY = 2
"""At the most, as the examiner has it."""


def nothing_to_print(selection: Selection) -> NothingToPrintError:
    """Return the error for an empty selection: what was looked for, and what is there."""
    rule, counts = selection.rule, selection.counts
    topics = f" on {', '.join(rule.topics)}" if rule.topics else ""
    query = f" matching {rule.query!r}" if rule.query else ""
    other = sum(left.reason is LeftOutReason.LANGUAGE for left in selection.left_out)
    language = f" in {rule.language.value}" if rule.language else ""
    message = f"No saved article{topics}{query}{language} from {rule.period.first} to {rule.period.last}."
    if other:
        hint = f"{other} in another language would match: leave --language away."
    elif counts.in_period and rule.topics:
        hint = f"{counts.in_period} articles of the period are on other topics. See: magazine library topics"
    elif counts.in_period:
        hint = f"{counts.in_period} articles of the period do not match it. Try other words, or none."
    else:
        hint = "Widen the period, or see what there is: magazine library stats"
    return NothingToPrintError(message, hint=hint)


def too_few(selection: Selection, fewest: int) -> NothingToPrintError:
    """Return the error for a selection with less than is worth a magazine."""
    period, found = selection.rule.period, len(selection.stories)
    return NothingToPrintError(
        f"{found} {'story' if found == 1 else 'stories'} from {period.first} to {period.last},"
        f" and {fewest} are wanted at least: nothing is made.",
        hint="What was made before stands. Widen the period, or lower --min-stories.",
    )


def estimated_pages(selection: Selection, taxonomy: Taxonomy, *, questions: int = 0) -> int:
    """Return about how many pages a selection will have.

    Args:
        selection: The stories.
        taxonomy: The topics, for the sections.
        questions: Those of the test that are asked for; a story bears two at the most.
    """
    borne = min(questions, _QUESTIONS_A_STORY * len(selection.stories))
    estimate = PageEstimate(back=BackMatter(questions=borne))
    for story in selection.stories:
        group = taxonomy.group_of(story.topic)
        words = sum(article.words for article in story.articles)
        estimate = estimate.with_story(group.id if group else story.topic, words)
    return round(estimate.pages)


def selection_counts(selection: Selection) -> dict[str, int]:
    """Return the figures of a selection for the report: what was looked at, printed and left out."""
    counts = selection.counts
    reasons = {
        f"left_out_{reason.value.replace('-', '_')}": sum(
            left.reason is reason for left in selection.left_out
        )
        for reason in LeftOutReason
    }
    return {
        "in_period": counts.in_period,
        "matched": counts.matched,
        "not_matched": counts.not_matched,
        "unclassified": counts.unclassified,
        "undated": counts.undated,
        "stories": len(selection.stories),
        "articles": sum(len(story.articles) for story in selection.stories),
        **reasons,
    }


def issue_counts(proof: "Proof") -> dict[str, int]:
    """Return the figures of an issue for the report, with its statements by verdict."""
    issue, counts = proof.issue, proof.issue.counts
    return {
        "sections": len(issue.sections),
        "stories": len(issue.stories),
        "articles": counts.articles_printed,
        "statements": counts.statements,
        "statements_dropped": counts.statements_dropped,
        "source_words": counts.source_words,
        **proof.counts,
    }
