"""Asked once, paid once: what a run keeps, what it spends, and what it never shows."""

import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError, UsageError
from magazine.edit.model.asking import Cause, Correspondent, NoAnswerError, Usage
from magazine.edit.model.budget import Limits
from magazine.edit.model.chat import ChatError, Letter, Mode, Part, Reply, ScriptedChat, UnsupportedError
from magazine.edit.model.correspondence import open_correspondence, request_key
from magazine.edit.model.ledger import open_ledger
from magazine.edit.model.prices import Price
from magazine.edit.model.schema import strict_schema
from magazine.server import Server
from tests.edit.model.asked import (
    KEY,
    Note,
    Waits,
    a_correspondence,
    a_note,
    a_reply,
    a_request,
    a_server,
    scripted,
)
from tests.edit.model.faulty import completion, error, serving

PRICE = Price(prompt=10, cached=1, completion=20)
"""Dear enough for a budget of cents: 40 tokens in and 10 out are 0.0006 dollars."""


def test_a_second_run_asks_nothing_and_has_the_same_answers(tmp_path: Path) -> None:
    requests = [a_request(user=f"u{each}") for each in range(5)]
    texts = []

    for replies in ([a_reply(a_note(f"n{each}")) for each in range(5)], []):
        with a_correspondence(tmp_path / "l.sqlite", chat=scripted(replies)) as desk:
            answers = [desk.ask(request) for request in requests]
        texts.append([answer.value.text for answer in answers])

    assert texts[0] == texts[1] == ["n0", "n1", "n2", "n3", "n4"]
    assert not any(answer.is_new for answer in answers)
    assert (desk.tally.calls, desk.tally.kept) == (0, 5)


@pytest.mark.parametrize(
    ("replies", "cause"),
    [
        ([a_reply("no"), a_reply("no")], Cause.UNREADABLE),
        ([a_reply('{"text": "Bl', is_cut=True)], Cause.CUT),
        ([a_reply("", is_refusal=True)], Cause.REFUSED),
    ],
    ids=["unreadable", "cut", "refused"],
)
def test_an_answer_of_no_use_was_paid_for_and_is_not_bought_again(
    replies: list[Reply], cause: Cause, tmp_path: Path
) -> None:
    with (
        a_correspondence(tmp_path / "l.sqlite", chat=scripted(replies)) as desk,
        pytest.raises(NoAnswerError) as first,
    ):
        desk.ask(a_request())
    with (
        a_correspondence(tmp_path / "l.sqlite", chat=scripted([])) as desk,
        pytest.raises(NoAnswerError) as second,
    ):
        desk.ask(a_request())

    assert first.value.cause is second.value.cause is cause
    assert not second.value.is_passing


def test_one_answer_of_no_use_before_a_kill_leaves_one_more_try(tmp_path: Path) -> None:
    with (
        a_correspondence(
            tmp_path / "l.sqlite", chat=scripted([a_reply("no"), ChatError(Cause.TOO_LONG)])
        ) as desk,
        pytest.raises(NoAnswerError),
    ):
        desk.ask(a_request())
    with (
        a_correspondence(tmp_path / "l.sqlite", chat=scripted([a_reply("no"), a_reply()])) as desk,
        pytest.raises(NoAnswerError) as none,
    ):
        desk.ask(a_request())

    assert none.value.cause is Cause.UNREADABLE
    assert desk.tally.calls == 1


@pytest.mark.parametrize(
    "failure",
    [ChatError(Cause.SERVER_ERROR), ChatError(Cause.DEADLINE), a_reply(usage=Usage(prompt=1, completion=10))],
    ids=["server error", "deadline", "truncated"],
)
def test_a_failure_is_never_kept(failure: Reply | Exception, tmp_path: Path) -> None:
    with (
        a_correspondence(tmp_path / "l.sqlite", chat=scripted([failure])) as desk,
        pytest.raises(NoAnswerError) as none,
    ):
        desk.ask(a_request(system="Write a note of what you are given."))
    with a_correspondence(tmp_path / "l.sqlite", chat=scripted([a_reply()])) as desk:
        answer = desk.ask(a_request(system="Write a note of what you are given."))

    assert none.value.is_passing
    assert answer.is_new


def test_what_decides_an_answer_is_in_its_name_and_nothing_else() -> None:
    server = a_server()
    schema = strict_schema(Note)
    name = request_key(a_request(), schema, server)

    assert request_key(a_request(subject="s2", purpose="p2"), schema, server) == name
    others = [
        request_key(a_request(user="u2"), schema, server),
        request_key(a_request(system="s2"), schema, server),
        request_key(a_request(answer_tokens=1), schema, server),
        request_key(a_request(), {**schema, "description": "another"}, server),
        request_key(a_request(), schema, a_server(name="n")),
        request_key(a_request(), schema, a_server("http://127.0.0.1:10/v1")),
    ]
    assert len({name, *others}) == 7


def test_calls_are_counted_with_all_retries_and_never_exceed_their_limit(tmp_path: Path) -> None:
    sent: list[Letter] = []

    def answer(letter: Letter) -> Reply:
        sent.append(letter)
        if len(sent) % 3 == 0:
            raise ChatError(Cause.SERVER_ERROR, may_retry=True)
        return a_reply()

    with a_correspondence(
        tmp_path / "l.sqlite", chat=ScriptedChat(answer), limits=Limits(max_calls=10)
    ) as desk:

        def ask(number: int) -> Cause | None:
            try:
                desk.ask(a_request(user=f"u{number}"))
            except NoAnswerError as none:
                return none.cause
            return None

        with ThreadPoolExecutor(8) as pool:
            causes = list(pool.map(ask, range(30)))

    assert len(sent) == desk.tally.calls == 10
    assert set(causes) == {None, Cause.BUDGET}


def test_cost_never_exceeds_its_limit_and_what_is_left_is_used(tmp_path: Path) -> None:
    def answer(_: Letter) -> Reply:
        return a_reply()

    limits = Limits(max_cost=0.05)
    with a_correspondence(
        tmp_path / "l.sqlite", chat=ScriptedChat(answer), limits=limits, price=PRICE
    ) as desk:

        def ask(number: int) -> Cause | None:
            try:
                desk.ask(a_request(user=f"u{number}"))
            except NoAnswerError as none:
                return none.cause
            return None

        with ThreadPoolExecutor(8) as pool:
            causes = list(pool.map(ask, range(200)))
            answered = causes.count(None)

    assert set(causes) == {None, Cause.BUDGET}
    assert desk.tally.cost <= 0.05
    assert desk.tally.cost == pytest.approx(answered * 0.0006)
    assert desk.tally.cost > 0.04  # the rest is less than one call may cost at the worst


def test_an_attempt_that_may_have_been_paid_counts_as_its_worst(tmp_path: Path) -> None:
    replies: list[Reply | Exception] = [ChatError(Cause.DEADLINE, may_be_paid=True), a_reply()]

    with a_correspondence(
        tmp_path / "l.sqlite", chat=scripted(replies), limits=Limits(max_cost=0.01), price=PRICE
    ) as desk:
        with pytest.raises(NoAnswerError):
            desk.ask(a_request())
        with pytest.raises(NoAnswerError) as none:
            desk.ask(a_request(user="another"))

    assert none.value.cause is Cause.BUDGET
    assert desk.tally.calls_of_unknown_cost == 1


def test_an_unknown_price_is_said_and_not_guessed(tmp_path: Path) -> None:
    with a_correspondence(tmp_path / "l.sqlite", chat=scripted([a_reply()]), price=None) as desk:
        desk.ask(a_request())

    assert (desk.tally.cost, desk.tally.calls_of_unknown_cost) == (0, 1)


def test_the_first_try_is_bound_by_a_schema_and_the_second_told_in_words(tmp_path: Path) -> None:
    letters: list[Letter] = []

    def answer(letter: Letter) -> Reply:
        letters.append(letter)
        return a_reply("no" if len(letters) == 1 else None)

    with a_correspondence(tmp_path / "l.sqlite", chat=ScriptedChat(answer)) as desk:
        desk.ask(a_request())

    assert [letter.mode for letter in letters] == [Mode.SCHEMA, Mode.OBJECT]
    assert letters[0].system == "Write a note."
    assert '"last_id"' in letters[1].system


def test_requests_a_minute_are_spread_over_it(tmp_path: Path) -> None:
    waits = Waits()
    server = a_server(requests_per_minute=6)

    with a_correspondence(
        tmp_path / "l.sqlite", chat=ScriptedChat(lambda _: a_reply()), server=server, waits=waits
    ) as desk:
        for number in range(4):
            desk.ask(a_request(user=f"u{number}"))

    assert sum(waits.pauses) == pytest.approx(30, abs=2)


def test_one_workers_rate_limit_holds_for_all(tmp_path: Path) -> None:
    waits = Waits()
    replies: list[Reply | Exception] = [
        ChatError(Cause.RATE_LIMITED, retry_after=300, may_retry=True),
        a_reply(),
    ]

    with a_correspondence(tmp_path / "l.sqlite", chat=scripted(replies), waits=waits) as desk:
        for user in ("first", "another"):
            with pytest.raises(NoAnswerError, match="seconds") as none:
                desk.ask(a_request(user=user))
            assert none.value.cause is Cause.RATE_LIMITED
        assert desk.tally.calls == 1
        waits.wait(300)
        assert desk.ask(a_request(user="another")).value.text == "Blue."


def test_no_request_is_tried_more_than_four_times_whatever_it_meets(tmp_path: Path) -> None:
    failed = ChatError(Cause.SERVER_ERROR, "status 500", may_retry=True)
    swapped = UnsupportedError(Part.ROOM_NAME, 400)
    mixed: list[Reply | Exception] = [swapped, failed, a_reply("no"), failed, a_reply()]

    with (
        a_correspondence(tmp_path / "l.sqlite", chat=scripted(mixed)) as desk,
        pytest.raises(NoAnswerError, match="status 500"),
    ):
        desk.ask(a_request())

    assert (desk.tally.calls, desk.tally.failed) == (4, 4)


def test_a_stop_ends_a_pause(tmp_path: Path) -> None:
    waits = Waits()

    def fail(_: Letter) -> Reply:
        waits.stop.set()
        raise ChatError(Cause.SERVER_ERROR, may_retry=True)

    with (
        a_correspondence(tmp_path / "l.sqlite", chat=ScriptedChat(fail), waits=waits) as desk,
        pytest.raises(NoAnswerError) as none,
    ):
        desk.ask(a_request())

    assert none.value.cause is Cause.STOPPED


def test_a_stopped_run_asks_nothing_more(tmp_path: Path) -> None:
    waits = Waits()
    waits.stop.set()

    with (
        a_correspondence(tmp_path / "l.sqlite", chat=scripted([]), waits=waits) as desk,
        pytest.raises(NoAnswerError) as none,
    ):
        desk.ask(a_request())

    assert none.value.cause is Cause.STOPPED


def test_the_whole_way_from_settings_to_an_answer(tmp_path: Path) -> None:
    with serving(lambda it: it.send(200, completion(a_note()))) as server:
        named = Server(base_url=server.url, name="small")
        with open_correspondence(
            named, {}, ledger=tmp_path / "l.sqlite", limits=Limits(max_cost=0.01), stop=threading.Event()
        ) as desk:
            correspondent: Correspondent = desk
            answer = correspondent.ask(a_request())

    assert (desk.model, desk.context_tokens, desk.concurrency) == ("small", 16_000, 1)
    assert answer.usage == Usage(prompt=40, cached=32, completion=10)
    assert desk.tally.counts()["model_cost_micro_usd"] == 0


def test_a_cost_limit_without_a_price_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    named = Server(base_url="https://models.example.org/v1", name="new")

    with (
        pytest.raises(UsageError, match=r'prices.toml.*"new" = '),
        open_correspondence(
            named, {}, ledger=tmp_path / "l.sqlite", limits=Limits(max_cost=1), stop=threading.Event()
        ),
    ):
        pass


def test_a_server_that_wants_a_key_is_not_asked_without(tmp_path: Path) -> None:
    with (
        pytest.raises(ConfigurationError, match=r"no key for api\.openai\.com"),
        open_correspondence(
            Server(), {}, ledger=tmp_path / "l.sqlite", limits=Limits(), stop=threading.Event()
        ),
    ):
        pass


def test_the_key_is_in_no_file_and_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    said: list[str] = []
    bodies = [completion(a_note()), error(401, f"wrong key {KEY}"), b"", completion(None, refusal=KEY)]

    for number, body in enumerate(bodies):
        with serving(lambda it, body=body: it.send(401 if b"401" in body else 200, body)) as server:  # type: ignore[misc]
            try:
                with a_correspondence(tmp_path / "l.sqlite", server=a_server(server.url)) as desk:
                    desk.ask(a_request(user=f"u{number}"))
            except Exception as raised:  # noqa: BLE001 - whatever it is, it must not show the key
                said += traceback.format_exception(raised)

    assert len(said) > 3
    assert KEY not in "".join(said) + caplog.text
    with open_ledger(tmp_path / "l.sqlite"):
        assert not any(KEY.encode() in file.read_bytes() for file in tmp_path.iterdir())
