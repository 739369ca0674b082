"""Whatever a server does, a request ends in an answer or a named cause, within four attempts."""

import json
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError, KeyRefusedError
from magazine.edit.model.asking import Cause, NoAnswerError
from magazine.edit.model.chat import ChatError, Reply
from magazine.edit.model.correspondence import Correspondence
from tests.edit.model.asked import (
    KEY,
    Waits,
    a_correspondence,
    a_note,
    a_reply,
    a_request,
    a_server,
    scripted,
)
from tests.edit.model.faulty import Exchange, Fault, completion, error, serving

PAGE = b"<html>Please log in to the hotel's network</html>"
AN_HOUR_ON = {"retry-after": "Tue, 10 Mar 2026 13:00:00 GMT"}
SOON = {"retry-after": "Tue, 10 Mar 2026 12:00:20 GMT"}


def says(status: int, body: bytes, headers: dict[str, str] | None = None) -> Fault:
    return lambda it: it.send(status, body, headers)


def answers(content: str | None, **changes: str) -> Fault:
    return says(200, completion(content, **changes))


def once(fault: Fault) -> Fault:
    """Return a fault that is over at the second request."""
    return lambda it: fault(it) if it.number == 1 else answers(a_note())(it)


def reset_mid_body(it: Exchange) -> None:
    it.begin(200, {"content-length": "9999"})
    it.write(b'{"choices": [')
    it.hang_up()


def oversized(it: Exchange) -> None:
    it.begin(200, {"content-length": "50000000"})
    for _ in range(50):
        it.write(b"a" * 1_000_000)


def oversized_error(it: Exchange) -> None:
    it.begin(500, {"content-length": "50000000"})
    for _ in range(50):
        it.write(b"a" * 1_000_000)


def drip(it: Exchange) -> None:
    it.begin(200, {"content-length": "100000"})
    while not it.closing.wait(0.05):
        it.write(b" ")


def drip_of_a_head(it: Exchange) -> None:
    it._handler.wfile.write(b"HTTP/1.1 200 OK\r\nx-slow: ")
    while not it.closing.wait(0.05):
        it.write(b"a")


def silence(it: Exchange) -> None:
    it.closing.wait()


PASSING: dict[str, tuple[Fault, list[float]]] = {
    "429 with Retry-After 1": (once(says(429, error("rate_limit"), {"retry-after": "1"})), [1]),
    "429 with Retry-After 30": (once(says(429, error("rate_limit"), {"retry-after": "30"})), [30]),
    "429 with milliseconds": (once(says(429, error("rate_limit"), {"retry-after-ms": "1500"})), [1.5]),
    "429 with a date": (once(says(429, error("rate_limit"), SOON)), [20]),
    "429 without a word": (once(says(429, b"")), [2]),
    "429 with nonsense": (once(says(429, b"", {"retry-after": "soon"})), [2]),
    "429 with infinity": (once(says(429, b"", {"retry-after": "inf"})), [2]),
    "500": (once(says(500, b"oops")), [2]),
    "502 with a page": (once(says(502, PAGE)), [2]),
    "reset mid-body": (once(reset_mid_body), [2]),
    "200 with a page": (once(says(200, PAGE)), [2]),
    "200 with an error": (once(says(200, error("overloaded"))), [2]),
    "200 with a gateway's 429": (once(says(200, error(429))), [2]),
    "empty body": (once(says(200, b"")), [2]),
    "no choices": (once(says(200, b'{"choices": []}')), [2]),
    "bytes that are no text": (once(says(200, b"\xff\xfe\x00{")), [2]),
    "garbage": (once(answers("#!?")), []),
    "cut JSON": (once(answers('{"text": "Bl')), []),
    "wrong schema": (once(answers('{"words": 1}')), []),
    "NaN": (once(answers('{"text": NaN, "last_id": "a1.s1"}')), []),
    "an empty answer": (once(answers("")), []),
    "no content": (once(answers(None)), []),
    "fenced JSON": (answers(f"```json\n{a_note()}\n```"), []),
    "prose around": (answers(f"Sure! Here it is:\n{a_note()}\nAnything else?"), []),
    "prose with a brace": (answers("Of {course}: " + a_note()), []),
    "a train of thought": (answers('<think>{"text": "no"}</think>' + a_note()), []),
}


@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_that_passes_ends_in_an_answer(fault: str, tmp_path: Path) -> None:
    behaviour, pauses = PASSING[fault]
    waits = Waits()

    with serving(behaviour) as server, opened(server.url, tmp_path, waits) as desk:
        answer = desk.ask(a_request())
        hits = server.hits

    assert answer.value.text == "Blue."
    assert hits <= 2
    assert [round(pause, 1) for pause in waits.pauses] == pauses


def opened(
    url: str, folder: Path, waits: Waits | None = None, **server: int
) -> AbstractContextManager[Correspondence]:
    return a_correspondence(folder / "ledger.sqlite", server=a_server(url, **server), waits=waits)


LASTING: dict[str, tuple[Fault, Cause, int]] = {
    "429 with Retry-After 300": (says(429, b"", {"retry-after": "300"}), Cause.RATE_LIMITED, 1),
    "429 with a far date": (says(429, b"", AN_HOUR_ON), Cause.RATE_LIMITED, 1),
    "429 for ever": (says(429, b"", {"retry-after": "1"}), Cause.RATE_LIMITED, 4),
    "500": (says(500, b"oops"), Cause.SERVER_ERROR, 4),
    "502 with a page": (says(502, PAGE), Cause.SERVER_ERROR, 4),
    "reset mid-body": (reset_mid_body, Cause.SERVER_ERROR, 4),
    "hung up on": (lambda it: it.hang_up(), Cause.SERVER_ERROR, 4),
    "200 with a page": (says(200, PAGE), Cause.NO_CHAT, 4),
    "200 with an error": (says(200, error("overloaded")), Cause.SERVER_ERROR, 4),
    "too long, said in a sentence": (
        says(400, b'{"error": "the request exceeds the available context size"}'),
        Cause.TOO_LONG,
        1,
    ),
    "a redirect": (says(307, b"", {"location": "http://127.0.0.1:1/v1"}), Cause.NO_CHAT, 1),
    "a packed body": (says(200, b"\x1f\x8b", {"content-encoding": "gzip"}), Cause.NO_CHAT, 1),
    "418": (says(418, b""), Cause.SERVER_ERROR, 1),
    "garbage": (answers("#!?"), Cause.UNREADABLE, 2),
    "cut JSON": (answers('{"text": "Bl'), Cause.UNREADABLE, 2),
    "wrong schema": (answers('{"words": 1}'), Cause.UNREADABLE, 2),
    "deep nesting": (answers('{"a":' * 100_000), Cause.UNREADABLE, 2),
    "many braces": (answers("{}" * 100_000), Cause.UNREADABLE, 2),
    "NaN": (answers('{"text": NaN, "last_id": "a1.s1"}'), Cause.UNREADABLE, 2),
    "refusal": (answers(None, refusal="I cannot"), Cause.REFUSED, 1),
    "filtered": (answers("", finish="content_filter"), Cause.REFUSED, 1),
    "length": (answers('{"text": "Bl', finish="length"), Cause.CUT, 1),
    "wrong last id": (answers(a_note(last_id="a1.s0")), Cause.TRUNCATED, 1),
    "50 MB": (oversized, Cause.TOO_LARGE, 1),
    "50 MB of error": (oversized_error, Cause.TOO_LARGE, 1),
    "slow drip": (drip, Cause.DEADLINE, 1),
    "slow drip of a head": (drip_of_a_head, Cause.DEADLINE, 1),
    "silence": (silence, Cause.DEADLINE, 1),
    "too long": (says(400, error("context_length_exceeded")), Cause.TOO_LONG, 1),
    "too long, in other words": (
        says(400, error(400, "request (12031 tokens) exceeds the available context size")),
        Cause.TOO_LONG,
        1,
    ),
    "too large": (says(413, b""), Cause.TOO_LONG, 1),
    "400 for ever": (says(400, error("bad")), Cause.SERVER_ERROR, 4),
}


@pytest.mark.parametrize("fault", LASTING)
def test_a_fault_that_lasts_ends_in_its_cause(fault: str, tmp_path: Path) -> None:
    behaviour, cause, attempts = LASTING[fault]

    with (
        serving(behaviour) as server,
        opened(server.url, tmp_path, deadline=1 if cause is Cause.DEADLINE else 60) as desk,
    ):
        with pytest.raises(NoAnswerError) as none:
            desk.ask(a_request())
        hits = server.hits
        tally = desk.tally

    assert none.value.cause is cause
    assert hits == attempts == tally.calls
    assert KEY not in str(none.value)


KEYS: dict[str, Fault] = {
    "quota": says(429, error("insufficient_quota", type="insufficient_quota"), {"retry-after": "1"}),
    "no credit": says(402, error(402)),
    "401": says(401, error("invalid_api_key", f"Incorrect API key provided: {KEY}")),
    "403": says(403, PAGE),
    "200 with a gateway's 401": says(200, error(401)),
}


@pytest.mark.parametrize("fault", KEYS)
def test_a_refused_key_ends_the_run_at_once_and_is_not_repeated(fault: str, tmp_path: Path) -> None:
    with serving(KEYS[fault]) as server, opened(server.url, tmp_path) as desk:
        with pytest.raises(KeyRefusedError) as refusal:
            desk.ask(a_request())
        hits = server.hits

    assert hits == 1
    assert KEY not in f"{refusal.value!s} {refusal.value!r} {refusal.value.__cause__!r}"
    assert KEY.encode() not in (tmp_path / "ledger.sqlite").read_bytes()


def test_a_model_that_is_not_there_is_a_wrong_configuration(tmp_path: Path) -> None:
    with (
        serving(says(404, error("model_not_found"))) as server,
        opened(server.url, tmp_path) as desk,
        pytest.raises(ConfigurationError, match="no model 'm'"),
    ):
        desk.ask(a_request())


def test_nobody_at_the_address_is_said_at_once_and_not_tried_again(tmp_path: Path) -> None:
    with serving(silence) as server:
        url = server.url
    waits = Waits()

    with opened(url, tmp_path, waits) as desk:
        for _ in range(3):
            with pytest.raises(NoAnswerError) as none:
                desk.ask(a_request())
            assert none.value.cause is Cause.UNREACHABLE
        calls = desk.tally.calls

    assert calls == 1
    assert waits.pauses == []


def test_a_server_that_has_answered_and_goes_away_is_waited_for(tmp_path: Path) -> None:
    waits = Waits()
    gone = ChatError(Cause.UNREACHABLE, may_retry=True)
    replies: list[Reply | Exception] = [a_reply(), gone, gone, a_reply()]

    with a_correspondence(tmp_path / "ledger.sqlite", chat=scripted(replies), waits=waits) as desk:
        desk.ask(a_request())
        assert desk.ask(a_request(user="another")).value.text == "Blue."

    assert waits.pauses == [2, 4]


def test_the_key_goes_to_the_server_alone_and_a_redirect_takes_it_nowhere(tmp_path: Path) -> None:
    with serving(answers(a_note())) as other:
        elsewhere = says(307, b"", {"location": f"{other.url}/chat/completions"})
        with serving(elsewhere) as server, opened(server.url, tmp_path) as desk:
            with pytest.raises(NoAnswerError):
                desk.ask(a_request())
            sent = server.headers[0]["authorization"]

        assert sent == f"Bearer {KEY}"
        assert other.hits == 0


def test_a_stop_ends_a_request_that_is_on_its_way(tmp_path: Path) -> None:
    waits = Waits()

    def stop_and_wait(it: Exchange) -> None:
        waits.stop.set()
        it.closing.wait()

    with (
        serving(stop_and_wait) as server,
        opened(server.url, tmp_path, waits) as desk,
        pytest.raises(NoAnswerError) as none,
    ):
        desk.ask(a_request())

    assert none.value.cause is Cause.STOPPED


@contextmanager
def nobody_accepting() -> Iterator[str]:
    """Yield the URL of a server whose queue is full: a connection to it is never made."""
    with socket.socket() as listener, ExitStack() as queue:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(2):
            waiting = queue.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"


def test_a_connection_that_is_never_made_ends_at_the_deadline(tmp_path: Path) -> None:
    with (
        nobody_accepting() as url,
        opened(url, tmp_path, deadline=1) as desk,
        pytest.raises(NoAnswerError) as none,
    ):
        desk.ask(a_request())

    assert none.value.cause in {Cause.DEADLINE, Cause.UNREACHABLE}


def test_a_stop_ends_a_connection_in_the_making(tmp_path: Path) -> None:
    waits = Waits()

    with nobody_accepting() as url, opened(url, tmp_path, waits) as desk, ThreadPoolExecutor(1) as pool:
        asking = pool.submit(desk.ask, a_request())
        waits.stop.set()
        with pytest.raises(NoAnswerError) as none:
            asking.result()

    assert none.value.cause is Cause.STOPPED


def test_an_institutes_proxy_is_used_but_not_for_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answers(a_note("Through."))) as proxy, serving(answers(a_note())) as local:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.server_port}")
        monkeypatch.delenv("no_proxy", raising=False)
        with opened("http://models.example.test/v1", tmp_path) as desk:
            remote = desk.ask(a_request())
        with opened(local.url, tmp_path) as desk:
            near = desk.ask(a_request())
        paths = proxy.paths

    assert (remote.value.text, near.value.text) == ("Through.", "Blue.")
    assert paths == ["http://models.example.test/v1/chat/completions"]


def without_schemas(it: Exchange) -> None:
    if it.body.get("response_format", {}).get("type") == "json_schema":
        it.send(400, error("unsupported", "response_format json_schema is not supported"))
    else:
        it.send(200, completion(a_note()))


def plain_only(it: Exchange) -> None:
    if "response_format" in it.body:
        it.send(400, error(None, "unknown field response_format"))
    else:
        it.send(200, completion(a_note()))


def newer_room(it: Exchange) -> None:
    if "max_tokens" in it.body:
        it.send(400, error("unsupported_parameter", "Use max_completion_tokens", param="max_tokens"))
    else:
        it.send(200, completion(a_note()))


def heedless(it: Exchange) -> None:
    """Takes a schema and does not heed it; reads only what it is told in words."""
    told = '"last_id"' in it.body["messages"][0]["content"]
    it.send(200, completion(a_note() if told else "The sea is blue."))


@pytest.mark.parametrize(
    ("server_like", "first", "later"),
    [(without_schemas, 2, 1), (plain_only, 3, 1), (newer_room, 2, 1), (heedless, 2, 1)],
    ids=["no schemas", "plain only", "newer room", "heedless"],
)
def test_what_a_server_takes_is_found_out_once_and_remembered(
    server_like: Callable[[Exchange], None], first: int, later: int, tmp_path: Path
) -> None:
    with serving(server_like) as server:
        with opened(server.url, tmp_path) as desk:
            desk.ask(a_request())
            assert server.hits == first
        with opened(server.url, tmp_path) as desk:
            desk.ask(a_request(user="another"))
            assert server.hits == first + later


def test_a_schema_is_sent_in_the_words_all_strict_servers_know(tmp_path: Path) -> None:
    with serving(answers(a_note())) as server, opened(server.url, tmp_path) as desk:
        desk.ask(a_request())
        body = server.bodies[0]
        path = server.paths[0]

    assert path == "/v1/chat/completions"
    assert body["response_format"]["json_schema"] == {
        "name": "reply",
        "strict": True,
        "schema": {
            "type": "object",
            "description": "A small reply.",
            "properties": {"text": {"type": "string"}, "last_id": {"type": "string"}},
            "required": ["text", "last_id"],
            "additionalProperties": False,
        },
    }
    assert body["max_tokens"] == 200
    assert set(body) == {"model", "messages", "max_tokens", "response_format"}
    assert json.loads(body["messages"][1]["content"])[0]["id"] == "a1.s1"
