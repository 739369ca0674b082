"""The form of a manifest: its keys and what they may be. The names are those of the command line."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

AXES = ("brand", "language", "topics", "period", "theme")
"""What a matrix can vary."""


def _listed(value: object) -> object:
    """Take one word for a list of one, and ``pdf, html`` for two."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _alone(value: object) -> object:
    """Take an axis' only value for a list of one."""
    return [value] if isinstance(value, str) else value


def _plain(value: str) -> str:
    """Refuse what is no line: no file has such a name, and no page shows it."""
    if any(letter < " " or letter == "\x7f" for letter in value):
        raise ValueError("it holds a letter that cannot be printed")
    return value


Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Line = Annotated[Word, AfterValidator(_plain)]
Words = Annotated[list[Line], BeforeValidator(_listed), Field(max_length=100)]
Mail = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^@\s,<>]+@[^@\s,<>]+$")]
Language = Literal["en", "hi"]
Lines = Annotated[list[Line], BeforeValidator(_alone), Field(min_length=1, max_length=1000)]
Languages = Annotated[list[Language], BeforeValidator(_alone), Field(min_length=1)]
Topics = Annotated[list[Words], BeforeValidator(_alone), Field(min_length=1, max_length=1000)]


def _axis() -> Any:  # noqa: ANN401 - pydantic's own
    return Field(default=None, union_mode="left_to_right")


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class _Common(_Form):
    """What does not vary in a matrix."""

    name: Word | None = Field(
        default=None,
        description="Its folder below the output; {brand}, {topics}, {period}, {language} and {theme} are"
        " filled in.",
    )
    query: str | None = Field(default=None, description="Words that must occur.", max_length=500)
    first: Line | None = Field(default=None, alias="from", description="First day, instead of a period.")
    last: Line | None = Field(default=None, alias="to", description="Last day, included.")
    translate: bool | None = Field(
        default=None, description="Take articles of other languages too; a model tells them."
    )
    max_stories: int | None = Field(default=None, ge=0, le=1000)
    max_pages: int | None = Field(default=None, ge=0, le=1000)
    min_stories: int | None = Field(
        default=None,
        ge=1,
        le=1000,
        description="With fewer, nothing is printed and the last issue stands. Default: 1.",
    )
    title: Line | None = Field(default=None, description="The name on the cover.")
    depth: Literal["brief", "standard", "deep"] | None = None
    questions: int | None = Field(default=None, ge=0, le=200)
    exam: Line | None = Field(default=None, description="Whose style the test has.")
    past_questions: Line | None = Field(default=None, description="A file of questions of past papers.")
    format: Words | None = Field(default=None, description="pdf, html, epub, md, anki, test.")
    print_ready: bool | None = Field(default=None, description="With bleed, gutter and crop marks.")
    watermark: Line | None = Field(default=None, description="In place of the brand's own.")


class IssueForm(_Common):
    """What one issue, or the defaults of all, can say."""

    topics: Words | None = Field(default=None, description="Topics or groups: id, name or alias. None: all.")
    period: Line | None = Field(
        default=None, description="last-week, last-7-days, 2026-03, 2026-W12, FIRST..LAST …"
    )
    language: Language | None = Field(default=None, description="Labels in it, and only articles of it.")
    theme: Line | None = Field(default=None, description="A theme's name, or a folder beside the manifest.")
    brand: Line | None = Field(default=None, description="A brand.yaml, beside the manifest.")


class MatrixForm(_Common):
    """Issues for every combination of its axes; each axis a list, or labels with their values."""

    brand: Lines | dict[str, Line] | None = _axis()
    language: Languages | dict[str, Language] | None = _axis()
    topics: Topics | dict[str, Words] | None = _axis()
    period: Lines | dict[str, Line] | None = _axis()
    theme: Lines | dict[str, Line] | None = _axis()


class ModelForm(_Form):
    """Who edits, and what the whole batch may spend."""

    engine: Literal["auto", "extractive", "model"] | None = None
    name: Line | None = Field(
        default=None, description="As its server knows it.", validation_alias=AliasChoices("name", "model")
    )
    base_url: Line | None = None
    max_cost: float | None = Field(default=None, ge=0, description="US dollars, for all issues together.")
    max_calls: int | None = Field(default=None, ge=0, description="For all issues together.")


class EmailForm(_Form):
    """Where the report is sent when the batch is done."""

    host: Line
    port: int | None = Field(
        default=None, ge=1, le=65535, description="Default: 587, with tls 465, without 25."
    )
    tls: Literal["starttls", "tls", "none"] = "starttls"
    sender: Mail = Field(alias="from")
    to: Annotated[list[Mail], BeforeValidator(_listed), Field(min_length=1, max_length=50)]
    user: Line | None = None
    password_file: Line | None = Field(default=None, description="A file that holds the password alone.")
    attach: bool = Field(default=False, description="Attach the magazines, as long as they are small enough.")


class ManifestForm(_Form):
    """Many issues: defaults, then a list, a matrix, or both."""

    output: Line | None = Field(
        default=None, description="The folder of all issues. Default: named as the manifest."
    )
    defaults: IssueForm = Field(default_factory=IssueForm)
    issues: list[IssueForm] = Field(default=[], max_length=20_000)
    matrix: MatrixForm | None = None
    model: ModelForm = Field(default_factory=ModelForm)
    email: EmailForm | None = None


def said(form: _Common) -> dict[str, Any]:
    """Return what a form says, and nothing that it leaves open."""
    return {name: value for name in form.model_fields_set if (value := getattr(form, name)) is not None}
