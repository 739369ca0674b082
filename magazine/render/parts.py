"""What stands around the sections of a screen edition, in order: one list for HTML and EPUB."""

from collections.abc import Iterator
from dataclasses import dataclass

from magazine.render.view import IssueView


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an edition that is no section."""

    anchor: str
    """Its id, and the name of its template and of its file in an EPUB."""
    title: str


def front_parts(issue: IssueView) -> tuple[Part, ...]:
    """Return what stands before the sections."""
    return (Part(anchor="glance", title=issue.words["glance"]),) if issue.glance else ()


def back_parts(issue: IssueView, *, answers: bool) -> tuple[Part, ...]:
    """Return what stands behind the sections.

    Args:
        issue: The issue.
        answers: Whether the answers are a part of their own; else they stand folded under each question.
    """
    return tuple(Part(anchor=anchor, title=issue.words[label]) for anchor, label in _back(issue, answers))


def _back(issue: IssueView, answers: bool) -> Iterator[tuple[str, str]]:
    back, words = issue.back, issue.words
    present = (
        ("lines", "in_a_line", back.lines),
        ("index", "index", issue.papers),
        ("tables", "tables", back.gathered),
        ("glossary", "glossary", back.glossary),
        ("test", "test", back.exam),
        ("mains", "mains_questions" if back.mains else "past_questions", back.mains or back.past),
        ("answers", "answers", (answers and back.exam) or back.past_answers),
        ("sources", "sources", words),
        ("made", "how", words),
    )
    for anchor, label, has in present:
        if has:
            yield anchor, label
