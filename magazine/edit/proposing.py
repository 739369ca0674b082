"""A model's replies as proposals for the test."""

from collections.abc import Iterator

from magazine.core.questions.proposals import AnyProposal, MainsProposal, PairProposal, Proposal
from magazine.edit.model.replies import MainsReply, StoryReply


def proposals_of(story: str, reply: StoryReply, model: str) -> tuple[AnyProposal, ...]:
    """Return what a reply proposes for the test, unchecked.

    Args:
        story: The story's id.
        reply: What the model answered.
        model: The model's name, as the questions' editor.
    """
    statements = (
        Proposal(
            story=story,
            text=each.text,
            is_true=each.is_true,
            cites=tuple(each.cites),
            twist=each.twist or "",
            original=each.original or "",
            editor=model,
        )
        for each in reply.proposals
    )
    pairs = (
        PairProposal(
            story=story,
            left=each.left,
            right=each.right,
            kind=each.kind.casefold(),
            cites=tuple(each.cites),
            heads=_heads(each.kind),
            editor=model,
        )
        for each in reply.pairs
    )
    return (*statements, *pairs, *_mains(story, reply.mains, model))


def _heads(kind: str) -> tuple[str, str]:
    left, mark, right = (part.strip() for part in kind.partition(":"))
    return (left, right) if mark and left and right else ("", "")


def _mains(story: str, reply: MainsReply | None, model: str) -> Iterator[MainsProposal]:
    if reply is not None:
        yield MainsProposal(
            story=story,
            text=reply.text,
            directive=reply.directive,
            marks=reply.marks,
            words=reply.words,
            frame=tuple(
                Proposal(story=story, text=point.text, is_true=True, cites=tuple(point.cites))
                for point in reply.frame
            ),
            editor=model,
        )
