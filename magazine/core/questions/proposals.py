"""What a test can be made of: checked facts of a story, before they are dressed as questions.

A model proposes some of them, the extractive examiner finds the rest among the
issue's own sentences. None of them carries an option or a key.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A statement that is true, or false in exactly one place."""

    story: str
    """The story's id."""
    text: str
    is_true: bool
    cites: tuple[str, ...]
    twist: str = ""
    """The value that makes it false, as it stands once in ``text``; empty when it is true."""
    original: str = ""
    """What the source has in the twist's place."""
    is_numeric: bool = False
    """What is asked is a mere figure."""
    editor: str = "extractive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What can be said of one fact: truly, and falsely in so many ways (perhaps none)."""

    truth: Proposal
    lies: tuple[Proposal, ...] = ()

    @property
    def story(self) -> str:
        """The story's id."""
        return self.truth.story


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeProposal:
    """A sentence of the source with a gap, what stands there, and what could stand there."""

    story: str
    text: str
    """The whole sentence."""
    answer: str
    """As it stands once in ``text``."""
    distractors: tuple[str, ...]
    """Values of the same kind, at least three, the likest first."""
    cites: tuple[str, ...]
    is_numeric: bool = False
    editor: str = "extractive"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairProposal:
    """Two things that belong together, such as a scheme and its ministry."""

    story: str
    left: str
    right: str
    kind: str
    """Only pairs of one kind make a list: their left sides name like things, and so do their right sides."""
    cites: tuple[str, ...]
    heads: tuple[str, str] = ("", "")
    """The headings of the two columns, when the source has them."""
    is_numeric: bool = False
    editor: str = "extractive"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProposal:
    """A row of three cells from a table of the source."""

    story: str
    header: tuple[str, ...]
    cells: tuple[str, ...]
    cites: tuple[str, ...]
    """The row's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedProposal:
    """Something that happened on a day, told without it."""

    story: str
    event: str
    when: tuple[int, ...]
    """Year, month and day, as far as the source gives them."""
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseProposal:
    """Two statements of which a source says that the second is the reason of the first."""

    story: str
    effect: str
    cause: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountProposal:
    """A labelled amount: ``Liquor: ₹37.68 crore``."""

    story: str
    label: str
    text: str
    """The whole line of the source."""
    value: float
    """In its base unit, as ``core.facts`` reads it."""
    unit: str
    """Amounts of one unit can be compared."""
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MainsProposal:
    """A question for the written papers, as a model proposes it."""

    story: str
    text: str
    directive: str
    marks: int
    words: int
    frame: tuple[Proposal, ...]
    """Points for the answer, each said to be true."""
    editor: str


AnyProposal = (
    Proposal
    | ClozeProposal
    | PairProposal
    | RowProposal
    | DatedProposal
    | CauseProposal
    | AmountProposal
    | MainsProposal
)
