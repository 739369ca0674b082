"""What a model proposes for the test, held against the sentences like everything else it says.

The examiner decides what is fit for a question; here only what no source bears out, or
has no place on a page, is kept from it.
"""

from magazine.edit.model.replies import MainsReply, PairReply, ProposalReply, StoryReply
from magazine.edit.model.verifying import Verifier
from magazine.edit.model.wording import faults, tidied


def sifted(reply: StoryReply, verifier: Verifier) -> StoryReply:
    """Return a reply with only the proposals that its story's sentences bear out."""
    proposals = [
        each.model_copy(update={"text": tidied(each.text, verifier.language)}) for each in reply.proposals
    ]
    return reply.model_copy(
        update={
            "proposals": [each for each in proposals if _is_borne_out(each, verifier)],
            "pairs": [each for each in reply.pairs if _is_clean(each, verifier)],
            "mains": _sifted_mains(reply.mains, verifier) if reply.mains else None,
        }
    )


def _is_borne_out(proposal: ProposalReply, verifier: Verifier) -> bool:
    """A false statement is borne out when it is with the source's value in its place."""
    truth = proposal.text
    if not proposal.is_true:
        if not proposal.twist or not proposal.original or faults(truth, verifier.language, verifier.signs):
            return False
        truth = truth.replace(proposal.twist, proposal.original)
    return not verifier.problems(truth, proposal.cites)


def _is_clean(pair: PairReply, verifier: Verifier) -> bool:
    texts = (pair.kind, pair.left, pair.right)
    return not any(faults(text, verifier.language, verifier.signs) for text in texts)


def _sifted_mains(mains: MainsReply, verifier: Verifier) -> MainsReply | None:
    frame = [
        each.model_copy(update={"text": tidied(each.text, verifier.language)})
        for each in mains.frame
        if not verifier.problems(tidied(each.text, verifier.language), each.cites)
    ]
    if not frame or verifier.doubts_question(mains.text):
        return None
    return mains.model_copy(update={"frame": frame})
