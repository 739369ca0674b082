"""Direct questions (T8): a sentence of the source with a gap, and four values for it."""

from itertools import islice

from magazine.core.question import Question, QuestionKind
from magazine.core.questions.keys import OPTIONS, Choice
from magazine.core.questions.proposals import ClozeProposal
from magazine.core.questions.setting import Setting

GAP = "______"


def cloze(setting: Setting, proposal: ClozeProposal) -> Question | None:
    """Ask what stands in the gap of a sentence; None without three values that cannot stand there."""
    others = (value for value in dict.fromkeys(proposal.distractors) if value != proposal.answer)
    refused = (v for v in others if setting.dossier.refuses(filled(proposal, v), proposal.cites))
    wrong = list(islice(refused, OPTIONS - 1))
    if len(wrong) < OPTIONS - 1:
        return None
    values = setting.dice.shuffled(wrong, proposal.text)
    place = setting.letters.wanted(is_free=True)[0]
    values.insert(place, proposal.answer)
    return setting.question(
        QuestionKind.DIRECT,
        lead=setting.wording.filled(
            "fill_gap", subject=setting.subject, sentence=proposal.text.replace(proposal.answer, GAP, 1)
        ),
        options=values,
        choice=Choice((), place),
        explanation=setting.cited(proposal.cites)[:1],
        editor=proposal.editor,
    )


def filled(proposal: ClozeProposal, value: str) -> str:
    """Return the sentence with another value in the answer's place."""
    return proposal.text.replace(proposal.answer, value, 1)
