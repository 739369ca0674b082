"""What of a model's proposals is good enough for a test: the sources decide, not the model."""

import re
from collections.abc import Iterable
from dataclasses import replace

from magazine.core.fitness import is_dependent, points_back
from magazine.core.questions.dossier import Dossier
from magazine.core.questions.proposals import Claim, PairProposal, Proposal

_LONGEST = 45
"""Words of a statement."""
_TIMES = (
    r"\b(?:recent|recently|lately|today|yesterday|tomorrow|currently|now|nowadays|then|so far"
    r"|(?:this|last|next) (?:week|month|year)|earlier|already)\b"
    r"|हाल ही|(?:^|\s)(?:आज|कल|अब|तब|फिर)(?=\s)|इस वर्ष|इस माह|इन दिनों"
)
_VOICES = (
    r"\b(?:said|says|told|tells|stated|claim(?:s|ed)?|alleged|believes?|according to|reportedly|opin\w+"
    r"|in (?:his|her|their) words"
    r"|describe[sd]?|called|calls|praised|urged|warned|argue[sd]?|blamed|stress(?:es|ed)|hope[sd]?|we|our|I|you|your)\b"
    r"|कहा|बताया|अनुसार|आरोप|सराहना|विश्वास"
)
_FORECASTS = (
    r"\b(?:may|might|could|likely|expect(?:s|ed)?|should|would|will|(?:is|are) to|hopefully|forecasts?"
    r"|projects|projected|estimate[sd]?)\b"
    r"|संभावना|उम्मीद|आशा|चाहिए|सकत[ाीे]|(?:गा|गी|गे)(?=[\s।,])"
)
_UNASKABLE = re.compile(f"{_TIMES}|{_VOICES}|{_FORECASTS}", re.IGNORECASE)
_VAGUE = re.compile(
    r"^(?:Some|Most|Many|Others|Several|A few|Few|One|Two|Three|Under it)\b|^(?:कुछ|कई|अधिकतर)\s"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|its|his|her|they|their|them|this|these|those|such)\b"
    r"|(?:^|\s)(?:यह|ये|वह|वे|(?:इस|इन|उस|उन)(?:के|की|का|में|से|ने)?|इसे|उसे|इन्हें|उन्हें)(?=\s)",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"\b(?:it|them|this|that|these|those|so)[.]$")
_HEAD = 8
"""Words in which a pronoun has nothing before it to stand for."""


def is_plain(text: str) -> bool:
    """Whether a statement is one of fact: no opinion, no forecast, no one's word, no *today*."""
    return _UNASKABLE.search(text) is None


def is_askable(text: str) -> bool:
    """Whether a statement of fact can be true or false by itself."""
    head = " ".join(text.split()[:_HEAD])
    leans = is_dependent(text) or points_back(text) or _PRONOUN.search(head) or _VAGUE.search(text)
    return is_plain(text) and not leans and not _LEFT_OPEN.search(text)


def accepted(proposal: Proposal, dossier: Dossier) -> Claim | None:
    """Return a statement with its true form if the sources settle it, else None.

    A true one must be borne out by what it cites. A false one must be false in one place: with the
    source's value in the twist's place it is borne out, and as it stands it is refused.
    """
    if not is_askable(proposal.text) or len(proposal.text.split()) > _LONGEST:
        return None
    if not proposal.cites or any(cite not in dossier.texts for cite in proposal.cites):
        return None
    if proposal.is_true:
        plain = replace(proposal, twist="", original="")
        return Claim(truth=plain) if dossier.bears_out(proposal.text, proposal.cites) else None
    if not proposal.twist or not proposal.original or proposal.text.count(proposal.twist) != 1:
        return None
    restored = proposal.text.replace(proposal.twist, proposal.original)
    if not dossier.bears_out(restored, proposal.cites) or not dossier.refuses(proposal.text, proposal.cites):
        return None
    truth = replace(proposal, text=restored, is_true=True, twist="", original="")
    return Claim(truth=truth, lies=(proposal,))


def accepted_claims(proposals: Iterable[Proposal], dossier: Dossier) -> list[Claim]:
    """Return the claims of a story's proposals; several false forms of one truth stand together."""
    found: dict[str, Claim] = {}
    for proposal in proposals:
        claim = accepted(proposal, dossier)
        if claim is None:
            continue
        known = found.get(claim.truth.text)
        found[claim.truth.text] = replace(known, lies=(*known.lies, *claim.lies)) if known else claim
    return list(found.values())


def accepted_pairs(proposals: Iterable[PairProposal], dossier: Dossier) -> list[PairProposal]:
    """Return the pairs of which one cited sentence has both sides, each left side once."""
    found: dict[str, PairProposal] = {}
    for pair in proposals:
        if pair.left not in found and dossier.cited_join(pair.left, pair.right, pair.cites):
            found[pair.left] = pair
    return list(found.values())
