"""What every question needs when it is set: its story, the exam's style, and where keys may stand."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.dossier import Dossier
from magazine.core.questions.keys import Choice, Dice, KeyLetters
from magazine.core.questions.proposals import Claim, Proposal
from magazine.core.questions.style import Preset, Wording, labels
from magazine.core.statement import Statement, Verdict

_INNER_QUOTES = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One story at the examiner's desk."""

    dossier: Dossier
    preset: Preset
    letters: KeyLetters
    dice: Dice

    @property
    def wording(self) -> Wording:
        """The fixed words in the story's language."""
        return self.preset.wording(self.dossier.story.language)

    @property
    def subject(self) -> str:
        """What its questions refer to."""
        # It is quoted: quotation marks of its own become single ones.
        return self.dossier.story.headline.text.rstrip(".।").translate(_INNER_QUOTES)

    def labels(self, count: int) -> tuple[str, ...]:
        """Return the labels of statements to choose from."""
        return labels(count, self.preset.numbering)

    def item(self, label: str, proposal: Proposal) -> Item:
        """Return a statement as a numbered line."""
        twist = (
            ""
            if proposal.is_true
            else self.wording.filled("twist", new=proposal.twist, old=proposal.original)
        )
        return Item(
            label=label,
            cells=(proposal.text,),
            is_true=proposal.is_true,
            cites=proposal.cites,
            twist=twist,
        )

    def cited(self, cites: Iterable[str]) -> tuple[Statement, ...]:
        """Return the source's own sentences as lines of the explanation, each once."""
        return tuple(
            Statement(text=self.dossier.texts[cite], cites=(cite,), verdict=Verdict.VERBATIM)
            for cite in dict.fromkeys(cites)
            if cite in self.dossier.texts
        )

    def why(self, proposal: Proposal) -> Statement:
        """Return the source's own sentence that settles a statement."""
        lines = self.cited(proposal.cites)
        return next(
            (line for line in lines if proposal.original and proposal.original in line.text), lines[0]
        )

    def question(
        self,
        kind: QuestionKind,
        *,
        lead: str,
        choice: Choice,
        options: Sequence[str],
        explanation: Sequence[Statement],
        ask: str = "",
        items: Sequence[Item] = (),
        premises: Sequence[Item] = (),
        columns: Sequence[str] = (),
        is_negative: bool = False,
        is_free: bool = True,
        editor: str = "extractive",
    ) -> Question:
        """Return a question, whole, and count the place of its key."""
        if len(set(options)) != len(options):
            raise AssertionError(f"A question of {self.dossier.story.id} offers an option twice")
        self.letters.note(choice.key, is_free=is_free)
        story = self.dossier.story
        matter = (story.id, kind, lead, [item.cells for item in items], sorted(options))
        fifth = (self.wording["fifth"],) if self.preset.options > len(options) else ()
        return Question(
            id=f"q-{hashlib.sha256(repr(matter).encode(errors='replace')).hexdigest()[:10]}",
            kind=kind,
            story=story.id,
            topic=story.topic,
            language=story.language,
            lead=lead,
            ask=ask,
            is_negative=is_negative,
            premises=tuple(premises),
            columns=tuple(columns),
            items=tuple(items),
            options=(*options, *fifth),
            key=choice.key,
            codes=choice.codes,
            explanation=tuple(explanation),
            editor=editor,
        )


def chosen(claims: Sequence[Claim], pattern: Sequence[bool], dice: Dice) -> list[Proposal]:
    """Return the claims, each true or false as a pattern has it."""
    return [
        claim.truth if is_true else dice.shuffled(claim.lies, claim.truth.text)[0]
        for claim, is_true in zip(claims, pattern, strict=True)
    ]


def editor_of(proposals: Iterable[Proposal]) -> str:
    """Return who proposed the statements; a model if any is a model's."""
    return next((each.editor for each in proposals if each.editor != "extractive"), "extractive")
