"""The form of an answer: what servers are told, and what is read out of what they send."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from magazine.edit.model.asking import Cause, Usage
from magazine.edit.model.chat import Mode, Part, RoomName, UnsupportedError
from magazine.edit.model.ladder import Form, read_reply, read_value
from magazine.edit.model.schema import strict_schema
from magazine.edit.model.tokens import estimate_tokens, fewest_tokens
from tests.edit.model.asked import Note, a_note, a_reply, a_request


class Row(BaseModel):
    """A row."""

    kind: Literal["a", "b"]
    only: Literal["x"] = "x"
    size: int = Field(ge=1, le=9, default=1)


class Table(BaseModel):
    rows: list[Row] = Field(min_length=1, max_length=5)
    best: Row | None = None
    title: str = Field(pattern="^[A-Z]", description="In capitals.")


class Knot(BaseModel):
    inner: "Knot | None"


def test_a_strict_schema_requires_all_and_limits_nothing() -> None:
    row = {
        "type": "object",
        "description": "A row.",
        "properties": {
            "kind": {"type": "string", "enum": ["a", "b"]},
            "only": {"type": "string", "enum": ["x"]},
            "size": {"type": "integer"},
        },
        "required": ["kind", "only", "size"],
        "additionalProperties": False,
    }
    assert strict_schema(Table) == {
        "type": "object",
        "properties": {
            "rows": {"type": "array", "items": row},
            "best": {"anyOf": [row, {"type": "null"}]},
            "title": {"type": "string", "description": "In capitals."},
        },
        "required": ["rows", "best", "title"],
        "additionalProperties": False,
    }


def test_a_reply_that_holds_itself_has_no_strict_schema() -> None:
    with pytest.raises(ValueError, match="holds itself"):
        strict_schema(Knot)


@pytest.mark.parametrize(
    "text",
    [
        a_note(),
        f"```json\n{a_note()}\n```",
        f"Here {{as asked}} it is: {a_note()} Enjoy {{it}}.",
        f'{{"other": 1}} {a_note()}',
        f"<think>{a_note('No.')}</think>{a_note()}",
        '{"text": "Blue.", "last_id": "a1.s1", "more": {"nested": "}"}}',
        '{"text": "Bl\\u0000ue.\\u0007", "last_id": "a1.s1"}',
    ],
)
def test_the_one_object_that_was_asked_for_is_found(text: str) -> None:
    assert read_value(Note, text) == Note(text="Blue.", last_id="a1.s1")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "[1, 2]",
        a_note()[:-1],
        '{"outer": ' + a_note(),
        '{"text": NaN, "last_id": "a1.s1"}',
        '{"text": "\\ud800", "last_id": "a1.s1"}',
        '{"text": "a", "last_id": ' + "9" * 5000 + "}",
    ],
)
def test_what_is_cut_or_no_json_is_nothing(text: str) -> None:
    assert read_value(Note, text) is None


_SIGNS = '}[]":,\\ab1\n`'


@given(st.text(alphabet=_SIGNS + "{", max_size=60))
def test_a_text_of_any_signs_without_the_object_is_unreadable_and_no_more(text: str) -> None:
    reading = read_reply(a_request(), a_reply(text))

    assert (reading.value, reading.cause) == (None, Cause.UNREADABLE)


@given(st.text(alphabet=_SIGNS, max_size=40), st.text(alphabet=_SIGNS + "{", max_size=40))
def test_the_object_is_read_whatever_signs_stand_around_it(before: str, after: str) -> None:
    assert read_value(Note, before + a_note() + after) == Note(text="Blue.", last_id="a1.s1")


def test_a_quotation_mark_in_an_answer_survives() -> None:
    note = Note(text='He said "{no}" \\ twice', last_id="a1.s1")

    assert read_value(Note, note.model_dump_json()) == note


def test_a_server_that_counts_far_too_few_tokens_has_cut_the_request() -> None:
    request = a_request(user="The minister spoke of the new scheme for farmers. " * 200)
    fewest = fewest_tokens(request.user)

    cut = read_reply(request, a_reply(usage=Usage(prompt=fewest // 2)))
    whole = read_reply(request, a_reply(usage=Usage(prompt=fewest)))
    silent = read_reply(request, a_reply(usage=Usage()))

    assert cut.cause is Cause.TRUNCATED
    assert f"{fewest // 2} tokens" in cut.detail
    assert whole.value is not None
    assert silent.value is not None


def test_a_room_is_renamed_once_and_a_mode_is_let_go_step_by_step() -> None:
    room = UnsupportedError(Part.ROOM_NAME, 400)
    mode = UnsupportedError(Part.MODE, 400)
    renamed = Form().after(room)

    assert renamed is not None
    assert renamed.room_name is RoomName.MAX_COMPLETION_TOKENS
    assert renamed.after(room) is None
    weaker = renamed.after(mode)
    assert weaker is not None
    assert (weaker.mode, weaker.room_name) == (Mode.OBJECT, RoomName.MAX_COMPLETION_TOKENS)
    assert Form(mode=Mode.TEXT).after(mode) is None


@pytest.mark.parametrize(
    ("text", "most", "fewest"),
    [("", 0, 0), ("a b c d", 6, 1), ("word " * 100, 157, 100), ("क" * 120, 100, 37)],
)
def test_tokens_are_estimated_from_letters_and_words(text: str, most: int, fewest: int) -> None:
    assert estimate_tokens(text) == most
    assert fewest_tokens(text) == fewest
