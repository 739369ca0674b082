"""What the report says of a story beside its statements."""

from collections.abc import Iterator

from magazine.core.issue import Story
from magazine.edit.assignment import Assignment


def notes_on(assignment: Assignment, story: Story | None) -> tuple[str, ...]:
    """Return the notes on a story: told in part or not at all, ordered about, brought up to date.

    Args:
        assignment: As it was given.
        story: As it is told; None: it is left out.
    """
    return tuple(_notes(assignment, story))


def _notes(assignment: Assignment, story: Story | None) -> Iterator[str]:
    given = len(assignment.articles)
    if story is None:
        yield (
            f"{assignment.id} is left out: no article of it is in the issue's language"
            f" ({assignment.language.value}), and no model told it."
        )
    elif missing := given - len(story.sources):
        yield f"{assignment.id} is told without {missing} of its {given} articles, in another language."
    if assignment.withheld:
        yield (
            f"{assignment.id} contains instructions to a machine, which were left out of its evidence:"
            f" {', '.join(assignment.withheld)}."
        )
    if story is not None:
        yield from (f"{assignment.id}: {note}." for note in assignment.course.notes)
