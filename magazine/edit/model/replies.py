"""What a model may answer: the gate through which its words come in.

What a server is asked for has no limits in it (``schema.strict_schema``). They are kept
here instead, and by dropping: a malformed row costs that row and never the reply.
"""

import re
from contextlib import suppress
from typing import Annotated, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)

from magazine.core.issue import FactKind

_MOST_ROWS = 40
_MOST_CITES = 2
_LONGEST = 900
"""Characters of a statement: twice the longest that a page has room for."""
_ID = re.compile(r"a\d{1,3}\.(?:t|[shr]\d{1,4})(?!\w)")

T = TypeVar("T")


def _sound_rows(value: object, check: ValidatorFunctionWrapHandler) -> list[object]:
    """Keep the rows of a list that are what was asked for."""
    kept: list[object] = []
    for row in value[:_MOST_ROWS] if isinstance(value, list) else []:
        with suppress(ValidationError):
            kept += check([row])
    return kept


def _sound_or_none(value: object, check: ValidatorFunctionWrapHandler) -> object:
    try:
        kept: object = check(value)
    except ValidationError:
        return None
    return kept


def _ids(value: object) -> list[str]:
    """Return the first two sentence ids of whatever stands for a citation."""
    rows = value if isinstance(value, list) else [value]
    found = _ID.findall(" ".join(str(row) for row in rows[:_MOST_ROWS])[:_LONGEST])
    return list(dict.fromkeys(found))[:_MOST_CITES]


def _one_line(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("not a text of a page's length")
    return " ".join(value.split())


Rows = Annotated[list[T], WrapValidator(_sound_rows)]
"""A list that loses its malformed rows."""
Maybe = Annotated[T | None, WrapValidator(_sound_or_none)]
"""A value, or None for one that is malformed."""
Text = Annotated[str, BeforeValidator(_one_line)]
Cites = Annotated[list[str], BeforeValidator(_ids)]


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)


class StatementReply(_Reply):
    """A sentence, and the one or two source sentences it rests on."""

    text: Text
    cites: Cites


class PointsReply(_Reply):
    """A run of points."""

    heading: Maybe[Text] = None
    """Two to six words from the sentences below it; null for none."""
    statements: Rows[StatementReply]


class FactReply(_Reply):
    """One askable fact."""

    kind: FactKind
    label: Text
    """What it is about, in words of its own text."""
    text: Text
    cites: Cites


class TermReply(_Reply):
    """An entry of the glossary."""

    term: Text
    meaning: Text
    """What the source says it is."""
    cites: Cites


class ProposalReply(_Reply):
    """A statement for the prelims test: code sets the question and its key."""

    text: Text
    is_true: bool
    cites: Cites
    twist: Maybe[Text] = None
    """The changed words, as they stand in a false text; null for a true one."""
    original: Maybe[Text] = None
    """The source's words in their place; null for a true one."""


class PairReply(_Reply):
    """A row for a pairs question: both cells as the source joins them."""

    kind: Text
    """What the two columns hold, such as ``Scheme : Ministry``."""
    left: Text
    right: Text
    cites: Cites


class MainsReply(_Reply):
    """A question for the written papers."""

    text: Text
    """The whole question; it ends with its directive."""
    directive: Text
    marks: int
    """10 or 15."""
    words: int
    """150 for 10 marks, 250 for 15."""
    frame: Rows[StatementReply]
    """Points of the answer's body, each from the source."""


class StoryReply(_Reply):
    """A story, as a model tells it. Empty where the source has nothing to say."""

    last_id: str = ""
    """The id of the last sentence you were given."""
    headline: Annotated[StatementReply | None, WrapValidator(_sound_or_none)]
    remember: Maybe[StatementReply] = None
    why: Rows[StatementReply] = Field(default_factory=list)
    background: Rows[StatementReply] = Field(default_factory=list)
    points: Rows[PointsReply] = Field(default_factory=list)
    significance: Rows[StatementReply] = Field(default_factory=list)
    challenges: Rows[StatementReply] = Field(default_factory=list)
    way_forward: Rows[StatementReply] = Field(default_factory=list)
    facts: Rows[FactReply] = Field(default_factory=list)
    terms: Rows[TermReply] = Field(default_factory=list)
    proposals: Rows[ProposalReply] = Field(default_factory=list)
    pairs: Rows[PairReply] = Field(default_factory=list)
    mains: Maybe[MainsReply] = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.why or self.background or any(each.statements for each in self.points)):
            raise ValueError("the reply tells no story")
        return self


class MendedReply(_Reply):
    """One statement, put right."""

    number: int
    """Its number in the request."""
    text: Maybe[Text] = None
    """The corrected statement; null when the sentences do not bear it out."""
    cites: Cites


class MendReply(_Reply):
    """Statements that were refused, put right or given up."""

    mended: Rows[MendedReply]
