"""Reads questions of past papers from a user's own file. None is ever made here."""

import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from magazine.core.errors import ConfigurationError
from magazine.core.question import PastQuestion


class PastQuestionRow(BaseModel):
    """A past question as the file has it."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    text: str = Field(min_length=1)
    exam: str = Field(min_length=1)
    year: int = Field(ge=1850, le=2100)
    paper: str = ""
    number: str = ""
    options: list[str] = Field(default_factory=list)
    answer: str = ""
    topics: list[str] = Field(default_factory=list)


def read_past_questions(path: Path) -> tuple[PastQuestion, ...]:
    """Return the questions of a YAML, JSON or JSON Lines file, in its order.

    Raises:
        ConfigurationError: The file cannot be read or a row cannot be used; the message names the row.
    """
    return tuple(_question(row, number, path) for number, row in enumerate(_rows(path), 1))


def _question(row: object, number: int, path: Path) -> PastQuestion:
    try:
        given = PastQuestionRow.model_validate(row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "the question"
        raise ConfigurationError(
            f"{path}: question {number}: {field}: {first['msg'][0].lower()}{first['msg'][1:]}.",
            hint="A question has text, exam and year; paper, number, options, answer and topics if known.",
        ) from error
    return PastQuestion(
        text=given.text,
        exam=given.exam,
        year=given.year,
        paper=given.paper,
        number=given.number,
        options=tuple(given.options),
        answer=given.answer,
        topics=tuple(given.topics),
    )


def _rows(path: Path) -> list[Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"The past questions {path} cannot be read.") from error
    try:
        if path.suffix == ".jsonl":
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        content = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigurationError(
            f"The past questions {path} are not {path.suffix.lstrip('.').upper() or 'YAML'}.",
            hint="Use YAML, JSON, or JSON Lines with one question a line.",
        ) from error
    rows = content.get("questions") if isinstance(content, dict) else content
    if not isinstance(rows, list):
        raise ConfigurationError(f"The past questions {path} hold no list of questions.")
    return rows
