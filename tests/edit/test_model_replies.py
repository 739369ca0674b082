from typing import Any

import pytest
from pydantic import ValidationError

from magazine.edit.model.replies import MendReply, StoryReply
from magazine.edit.model.schema import strict_schema
from tests.edit.writing import a_reply, said


def test_a_whole_reply_is_read_as_it_stands() -> None:
    reply = StoryReply.model_validate(a_reply())

    assert reply.headline is not None
    assert reply.headline.cites == ["a1.s1"]
    assert reply.points[0].heading == "Money"


@pytest.mark.parametrize(
    "reply", [{}, {"headline": None}, a_reply(why=[], background=[], points=[]), {"why": [said("x")]}]
)
def test_a_reply_that_tells_no_story_is_none(reply: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        StoryReply.model_validate(reply)


@pytest.mark.parametrize(
    ("cites", "read"),
    [
        (["a1.s1", "a1.s2", "a1.s3"], ["a1.s1", "a1.s2"]),
        ("a1.s1, a2.t", ["a1.s1", "a2.t"]),
        (["[a1.s1]", "a1.s1"], ["a1.s1"]),
        (["sentence 4", None, 7], []),
        ({"id": "a1.r2"}, ["a1.r2"]),
        (None, []),
    ],
)
def test_citations_are_the_first_two_ids_in_whatever_stands_for_them(cites: Any, read: list[str]) -> None:
    reply = StoryReply.model_validate(a_reply(remember={"text": "India has 98 sites.", "cites": cites}))

    assert reply.remember is not None
    assert reply.remember.cites == read


def test_a_malformed_row_costs_that_row_and_an_endless_list_its_end() -> None:
    rows = [said("One."), "no row", {"text": 7, "cites": []}, *(said(f"Row {n}.") for n in range(100))]

    kept = StoryReply.model_validate(a_reply(why=rows)).why

    assert kept[0].text == "One."
    assert len(kept) == 38


def test_a_key_that_a_server_left_out_is_empty() -> None:
    reply = {key: value for key, value in a_reply().items() if key not in {"terms", "mains", "challenges"}}

    assert StoryReply.model_validate(reply).challenges == []


@pytest.mark.parametrize("reply", [StoryReply, MendReply])
def test_what_a_server_is_asked_for_has_every_key_required_and_no_limit(
    reply: type[StoryReply | MendReply],
) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["required"] == list(node["properties"])
                assert node["additionalProperties"] is False
            assert not {"default", "minLength", "maxItems", "pattern", "$ref"} & set(node)
            for each in node.values():
                walk(each)
        if isinstance(node, list):
            for each in node:
                walk(each)

    walk(strict_schema(reply))
