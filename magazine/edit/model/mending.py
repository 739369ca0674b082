"""What becomes of a model's statements: printed, mended, replaced by the source, or dropped.

One repair call a story at the most, with only the statements that were refused, why, and
the sentences they may rest on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from magazine.core.finding import Problem
from magazine.core.issue import Statement, Verdict
from magazine.core.remark import Remark
from magazine.edit.model.asking import Answer, Cause, Correspondent, NoAnswerError, Request
from magazine.edit.model.matter import NAMES, to_json
from magazine.edit.model.passages import HEADLINE, Passage
from magazine.edit.model.prompts import Prompt
from magazine.edit.model.replies import MendReply
from magazine.edit.model.tokens import estimate_tokens
from magazine.edit.model.verifying import Verifier
from magazine.edit.model.wording import tidied

_ROOM = 300
_ROOM_PER_STATEMENT = 60
_LONGER = 2
"""How much longer an answer may be than the statements it mends."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement that was refused, and why."""

    passage: Passage
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Settlement:
    """What became of a story's passages."""

    statements: dict[str, Statement] = field(default_factory=dict)
    """By place; a dropped one has none."""
    remarks: list[Remark] = field(default_factory=list)
    mend: Answer[MendReply] | None = None
    failure: NoAnswerError | None = None
    """Why the repair call came to nothing."""

    def count(self, *verdicts: Verdict) -> int:
        """Return how many of the remarks have one of some verdicts."""
        return sum(remark.verdict in verdicts for remark in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mender:
    """Settles the statements of one story."""

    story: str
    verifier: Verifier
    correspondent: Correspondent
    prompt: Prompt

    def settle(self, passages: Sequence[Passage]) -> Settlement:
        """Return what is printed in each passage's place, and the remarks on those that were refused."""
        settled = Settlement()
        refused: list[Refusal] = []
        for passage in passages:
            if passage.is_heading:
                self._settle_heading(passage, settled)
            elif problems := self.verifier.problems(passage.text, passage.cites):
                refused.append(Refusal(passage, problems))
            else:
                settled.statements[passage.place] = _statement(passage, Verdict.VERIFIED)
        mended = self._mended(refused, settled)
        printed = {statement.text for statement in settled.statements.values()}
        for number, refusal in enumerate(refused):
            self._replace(refusal, mended.get(number), printed, settled)
        return settled

    def _replace(
        self, refusal: Refusal, mended: Passage | None, printed: set[str], settled: Settlement
    ) -> None:
        passage = refusal.passage
        if mended is not None and mended.text not in printed:
            statement: Statement | None = _statement(mended, Verdict.MENDED)
        elif passage.place == HEADLINE:
            statement = self.verifier.title()
        else:
            statement = self.verifier.own_sentence(passage.cites, printed)
        if statement:
            settled.statements[passage.place] = statement
            printed.add(statement.text)
        settled.remarks.append(self._remark(refusal, statement))

    def _settle_heading(self, passage: Passage, settled: Settlement) -> None:
        """A heading is the source's own, or made of its words; else its group stands without one."""
        name = self.verifier.heading(passage.text)
        cites = (name,) if name else passage.cites
        problems = () if name else self.verifier.problems_of_heading(passage.text, cites)
        if problems:
            settled.remarks.append(self._remark(Refusal(passage, problems), None))
        else:
            verdict = Verdict.VERBATIM if name else Verdict.VERIFIED
            settled.statements[passage.place] = Statement(text=passage.text, cites=cites, verdict=verdict)

    def _remark(self, refusal: Refusal, statement: Statement | None) -> Remark:
        return Remark(
            story=self.story,
            place=refusal.passage.place,
            verdict=statement.verdict if statement else Verdict.DROPPED,
            text=refusal.passage.text,
            printed=statement.text if statement else "",
            problems=refusal.problems,
        )

    def _mended(self, refused: Sequence[Refusal], settled: Settlement) -> Mapping[int, Passage]:
        """Ask for the refused statements once more; return those that can now be printed."""
        if not refused:
            return {}
        try:
            settled.mend = self.correspondent.ask(self.request(refused))
        except NoAnswerError as error:
            settled.failure = error
            return {}
        found: dict[int, Passage] = {}
        for row in settled.mend.value.mended:
            if row.text is None or not 0 < row.number <= len(refused):
                continue
            before = refused[row.number - 1].passage
            text = tidied(row.text, self.verifier.language, is_sentence=before.is_sentence)
            after = Passage(place=before.place, text=text, cites=tuple(row.cites))
            if not self.verifier.problems(after.text, after.cites):
                found[row.number - 1] = after
        return found

    def request(self, refused: Sequence[Refusal]) -> Request[MendReply]:
        """Return the repair call for some statements, as many as find room."""
        rows: list[dict[str, object]] = []
        room = self.correspondent.context_tokens - estimate_tokens(self.prompt.text) - _ROOM
        answer = _ROOM
        for number, refusal in enumerate(refused, 1):
            row = self._row(number, refusal)
            wanted = _ROOM_PER_STATEMENT + _LONGER * estimate_tokens(refusal.passage.text)
            room -= wanted + estimate_tokens(to_json(row))
            if room < 0:
                break
            answer += wanted
            rows.append(row)
        if not rows:
            raise NoAnswerError(Cause.TOO_LONG)
        return Request(
            purpose=self.prompt.name,
            subject=self.story,
            system=self.prompt.text,
            user=to_json({"language": NAMES[self.verifier.language], "statements": rows}),
            reply=MendReply,
            answer_tokens=answer,
        )

    def _row(self, number: int, refusal: Refusal) -> dict[str, object]:
        passage = refusal.passage
        sentences = self.verifier.sentences(passage.text, passage.cites)
        return {
            "number": number,
            "text": passage.text,
            "cites": list(passage.cites),
            "problems": [_told(problem) for problem in refusal.problems],
            "sentences": [{"id": name, "t": text} for name, text in sentences.items()],
        }


def _statement(passage: Passage, verdict: Verdict) -> Statement:
    return Statement(text=passage.text, cites=passage.cites, verdict=verdict)


def _told(problem: Problem) -> str:
    value = f" [{problem.value}]" if problem.value else ""
    nearest = f" The nearest in the sentences: {problem.nearest}." if problem.nearest else ""
    return f"{problem.text}{value}{nearest}"
