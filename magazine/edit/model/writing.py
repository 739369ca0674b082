"""One story by a model: asked for, checked, mended, put together."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from magazine.core.article import Language
from magazine.core.issue import Fact, Form, Statement, Story, Term, Verdict
from magazine.core.remark import Remark
from magazine.core.topics import Taxonomy
from magazine.edit.askable import askables
from magazine.edit.assignment import Assignment, framed, with_timeline
from magazine.edit.measure import Measure
from magazine.edit.model.asking import Cause, Correspondent, NoAnswerError, Request
from magazine.edit.model.matter import Matter, language_of, matter_of
from magazine.edit.model.mending import Mender, Settlement
from magazine.edit.model.passages import HEADLINE, Telling, telling_of
from magazine.edit.model.prompts import Prompt
from magazine.edit.model.replies import StoryReply
from magazine.edit.model.schema import strict_schema
from magazine.edit.model.sifting import sifted
from magazine.edit.model.tokens import estimate_tokens
from magazine.edit.model.verifying import Verifier

_TEST_WORDS = {Form.FULL: 450, Form.SHORT: 250, Form.LINE: 30}
"""Words of a reply that are not the story: facts' labels, terms, proposals, a question."""
_TOKENS_A_WORD = {Language.ENGLISH: 3.2, Language.HINDI: 6.0}
"""Of an answer in JSON, citations and quotes counted in, with room to spare."""
_MOST_OF_CONTEXT = 0.4
_OVERHEAD = 80
"""Tokens that a server puts around messages."""
_LEAST_GOOD = 0.5
"""The share of a story's statements that must be the model's own: under it, the sources tell it better."""
_LONGEST_HEADLINE = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A story by a model, with what there is to say of it."""

    story: Story
    reply: StoryReply
    """With only the proposals that the sources bear out."""
    remarks: tuple[Remark, ...]
    notes: tuple[str, ...]
    is_final: bool
    """False: the repair call did not come through this time."""


class UnfitAnswerError(Exception):
    """An answer of which too little is borne out to be a story.

    Args:
        remarks: What was refused, and why.
    """

    def __init__(self, remarks: Sequence[Remark]) -> None:
        super().__init__("too little of the answer is borne out by the sources")
        self.remarks = tuple(replace(each, verdict=Verdict.DROPPED, printed="") for each in remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Has a model tell stories one by one. Safe to be used by several threads at once."""

    taxonomy: Taxonomy
    correspondent: Correspondent
    story_prompt: Prompt
    mend_prompt: Prompt

    def write(self, assignment: Assignment) -> Written:
        """Return a story as the model tells it.

        Raises:
            NoAnswerError: The model gave no answer that can be used.
            UnfitAnswerError: It did, and hardly any of it is borne out.
        """
        matter = self.matter(assignment)
        request = self.request(assignment, matter)
        reply = self.correspondent.ask(request).value
        verifier = Verifier(assignment, matter.sent)
        telling = telling_of(reply, assignment.measure, verifier.language)
        mender = Mender(
            story=assignment.id,
            verifier=verifier,
            correspondent=self.correspondent,
            prompt=self.mend_prompt,
        )
        settled = mender.settle(telling.passages)
        story = self._put_together(assignment, telling, settled, verifier)
        failure = settled.failure
        return Written(
            story=story,
            reply=sifted(reply, verifier),
            remarks=tuple(settled.remarks),
            notes=_notes(assignment, matter, failure),
            is_final=failure is None or not failure.is_passing,
        )

    def matter(self, assignment: Assignment) -> Matter:
        """Return the message about a story that fits the model's context.

        Raises:
            NoAnswerError: Not one sentence does.
        """
        context = self.correspondent.context_tokens
        room = context - self.standing_tokens - self.answer_tokens(assignment) - _OVERHEAD
        matter = matter_of(assignment, room)
        if matter is None:
            detail = f"{context} tokens have no room for its sentences" if assignment.texts else ""
            raise NoAnswerError(Cause.TOO_LONG, detail)
        return matter

    @property
    def standing_tokens(self) -> int:
        """Tokens that every request for a story has: the instructions, and the form of the answer."""
        schema = json.dumps(strict_schema(StoryReply), separators=(",", ":"))
        return estimate_tokens(self.story_prompt.text) + estimate_tokens(schema)

    def answer_tokens(self, assignment: Assignment) -> int:
        """Return the room for a story's answer."""
        wanted = expected_words(assignment.measure) * _TOKENS_A_WORD[language_of(assignment)]
        return min(int(wanted), int(self.correspondent.context_tokens * _MOST_OF_CONTEXT))

    def request(self, assignment: Assignment, matter: Matter) -> Request[StoryReply]:
        """Return what is asked for a story."""
        return Request(
            purpose=self.story_prompt.name,
            subject=assignment.id,
            system=self.story_prompt.text,
            user=matter.text,
            reply=StoryReply,
            answer_tokens=self.answer_tokens(assignment),
            last_id=matter.last_id,
        )

    def _put_together(
        self, assignment: Assignment, telling: Telling, settled: Settlement, verifier: Verifier
    ) -> Story:
        own = [
            each for each in settled.statements.values() if each.verdict in {Verdict.VERIFIED, Verdict.MENDED}
        ]
        headline = settled.statements.get(HEADLINE) or verifier.title() or _shortest(own)
        if headline is None or len(own) < _LEAST_GOOD * len(telling.passages):
            raise UnfitAnswerError(settled.remarks)
        settled.statements[HEADLINE] = headline
        frame = framed(assignment, self.taxonomy, headline, self.correspondent.model)
        story = telling.put_into(replace(frame, language=verifier.language), settled.statements)
        if not story.blocks:
            raise UnfitAnswerError(settled.remarks)
        return with_timeline(_with_own_labels(story, telling, verifier, settled), assignment)


def expected_words(measure: Measure) -> int:
    """Return about how many words an answer for a story has at the most."""
    return measure.words + _TEST_WORDS[measure.form]


def _notes(assignment: Assignment, matter: Matter, failure: NoAnswerError | None) -> tuple[str, ...]:
    notes = []
    if matter.unsent:
        notes.append(
            f"{assignment.id}: {matter.unsent} sentences were not sent: the model's context has no room."
        )
    if failure is not None:
        notes.append(f"{assignment.id}: its refused statements were not mended: {failure}.")
    return tuple(notes)


def _shortest(statements: Sequence[Statement]) -> Statement | None:
    """Return the shortest statement, to stand as a headline; None when none is short enough."""
    short = [each for each in statements if len(each.text.split()) <= _LONGEST_HEADLINE]
    return min(short, key=lambda each: len(each.text.split()), default=None)


def _with_own_labels(story: Story, telling: Telling, verifier: Verifier, settled: Settlement) -> Story:
    """Return a story with only the facts and terms whose names the sources know, and remarks on the rest."""
    places = [passage.place for passage, _ in telling.facts if passage.place in settled.statements]
    facts: list[Fact] = []
    for place, fact in zip(places, story.facts, strict=True):
        labelled = _labelled(fact, verifier)
        if labelled is None:
            settled.remarks.append(_dropped(story, f"{place} label", fact.label))
        else:
            facts.append(labelled)
    places = [passage.place for passage, _ in telling.terms if passage.place in settled.statements]
    terms: list[Term] = []
    for place, term in zip(places, story.terms, strict=True):
        if verifier.knows_term(term.term, term.meaning.cites):
            terms.append(term)
        else:
            settled.remarks.append(_dropped(story, place, term.term))
    return replace(story, facts=tuple(facts), terms=tuple(terms))


def _labelled(fact: Fact, verifier: Verifier) -> Fact | None:
    """Return a fact under a label that its statement bears out: the model's, or one of its own words."""
    if verifier.bears_out_label(fact.label, fact.statement.text):
        return fact
    found = next(iter(askables(fact.statement.text)), None)
    return replace(fact, label=found.label, kind=found.kind) if found else None


def _dropped(story: Story, place: str, text: str) -> Remark:
    return Remark(story=story.id, place=place, verdict=Verdict.DROPPED, text=text, printed="")
