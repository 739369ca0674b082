"""The boundary against a real server: llama.cpp with a small model, over HTTP.

Its answers are poor; what is asserted is the protocol.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel

from magazine.core.errors import KeyRefusedError
from magazine.edit.model.asking import Cause, NoAnswerError
from magazine.edit.model.correspondence import Correspondence
from magazine.edit.model.tokens import estimate_tokens, fewest_tokens
from tests.edit.model.asked import a_correspondence, a_request, a_server
from tests.edit.model.llama import CONTEXT, Llama, llama_server

THE_KEY = "the-right-key"
ARTICLE = (
    "The Union Cabinet approved a scheme of Rs 2,481 crore for natural farming on Monday. "
    "It will be carried out in 15,000 clusters and reach one crore farmers in two years. "
    "The Ministry of Agriculture said that 10,000 bio-input centres will be set up."
)


class Choice(BaseModel):
    """A reply that a grammar can hold a poor model to."""

    is_blue: bool
    subject: Literal["sea", "sky"]


@pytest.fixture(scope="module")
def llama() -> Iterator[Llama]:
    with llama_server(key=THE_KEY) as server:
        yield server


def opened(llama: Llama, folder: Path, key: str = THE_KEY) -> AbstractContextManager[Correspondence]:
    return a_correspondence(folder / "ledger.sqlite", server=a_server(llama.url, deadline=120), key=key)


def test_an_answer_has_the_asked_form_and_its_tokens_are_counted(llama: Llama, tmp_path: Path) -> None:
    request = a_request(reply=Choice, last_id="", answer_tokens=40)

    with opened(llama, tmp_path) as desk:
        answer = desk.ask(request)
        again = desk.ask(request)

    assert answer.value.subject in {"sea", "sky"}
    assert answer.usage.prompt > 10
    assert answer.usage.completion > 3
    assert (again.value, again.is_new) == (answer.value, False)
    assert desk.tally.calls == 1


def test_an_estimate_has_the_servers_own_count_between_its_ends(llama: Llama, tmp_path: Path) -> None:
    request = a_request(reply=Choice, user=ARTICLE, last_id="", answer_tokens=40)

    with opened(llama, tmp_path) as desk:
        counted = desk.ask(request).usage.prompt

    sent = request.system + request.user
    assert fewest_tokens(sent) <= counted <= estimate_tokens(sent) + 64


def test_a_request_that_does_not_fit_is_said_to_be_too_long(llama: Llama, tmp_path: Path) -> None:
    with opened(llama, tmp_path) as desk, pytest.raises(NoAnswerError) as none:
        desk.ask(a_request(user=ARTICLE * CONTEXT))

    assert none.value.cause is Cause.TOO_LONG


def test_an_answer_that_does_not_fit_its_room_is_cut_and_not_paid_for_twice(
    llama: Llama, tmp_path: Path
) -> None:
    request = a_request(user=ARTICLE, answer_tokens=2)

    for _ in range(2):
        with opened(llama, tmp_path) as desk, pytest.raises(NoAnswerError) as none:
            desk.ask(request)
        assert none.value.cause is Cause.CUT

    assert desk.tally.calls == 0


def test_a_wrong_key_is_refused(llama: Llama, tmp_path: Path) -> None:
    with (
        opened(llama, tmp_path, key="another") as desk,
        pytest.raises(KeyRefusedError, match=r"127\.0\.0\.1"),
    ):
        desk.ask(a_request())
