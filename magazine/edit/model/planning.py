"""What an issue would ask of a model, before anything is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from magazine.core.article import Language
from magazine.edit.assignment import Assignment
from magazine.edit.model.asking import NoAnswerError
from magazine.edit.model.matter import language_of
from magazine.edit.model.tokens import estimate_tokens
from magazine.edit.model.writing import Writer, expected_words

_TOKENS_A_WORD = {Language.ENGLISH: 1.8, Language.HINDI: 3.6}
"""Of a usual answer in JSON, citations and quotes counted in."""
_MEND_SHARE = 0.15
"""What repairs add to a run, by the calls and tokens of its stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Calls and tokens of an issue, as estimated. What the ledger has costs nothing again."""

    stories: int
    calls: int
    """One a story; stories that do not fit the model's context are not asked for."""
    most_calls: int
    """With a repair call for each, and without failures of the server."""
    prompt_tokens: int
    answer_tokens: int
    most_answer_tokens: int
    """The room that answers are given: what a hard limit of cost reckons with."""
    unsent: int
    """Sentences for which the model's context has no room."""


def plan(writer: Writer, given: Sequence[Assignment]) -> Plan:
    """Return what a writer would ask for some stories."""
    calls = prompt = answer = most = unsent = 0
    for assignment in given:
        try:
            matter = writer.matter(assignment)
        except NoAnswerError:
            continue
        calls += 1
        unsent += matter.unsent
        prompt += writer.standing_tokens + estimate_tokens(matter.text)
        room = writer.answer_tokens(assignment)
        usual = expected_words(assignment.measure) * _TOKENS_A_WORD[language_of(assignment)]
        answer += min(int(usual), room)
        most += room
    return Plan(
        stories=len(given),
        calls=calls,
        most_calls=2 * calls,
        prompt_tokens=int(prompt * (1 + _MEND_SHARE)),
        answer_tokens=int(answer * (1 + _MEND_SHARE)),
        most_answer_tokens=most,
        unsent=unsent,
    )
