"""The one module that imports openai: a letter to any server that speaks Chat Completions."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from magazine.edit.model.asking import Cause
from magazine.edit.model.chat import ChatError, Letter, Mode, Reply
from magazine.edit.model.completion import ErrorBody, read_completion, read_error
from magazine.edit.model.refusals import Refusal, refusal_error
from magazine.server import Key, Server

_NO_KEY = "none"
"""What is sent to a server that needs no key: the SDK wants one."""
_LEAST_KEY = 12
"""Letters: what a local server takes for a key may be a word of the news."""
_SPARE = 60.0
"""Seconds beyond the watch's, which the SDK's own limits must not forestall."""


class OpenAIChat:
    """A Chat over HTTP.

    The SDK's own retries are off, as each attempt is counted and paid by us; redirects are
    not followed, as the key would go along; and limits are the wire's, not the SDK's.

    Args:
        server: With everything said.
        key: None: the server needs none.
        stop: Set to end what is on its way.
        now: The time of day, for servers that name one to come back at.
    """

    def __init__(
        self, server: Server, key: Key | None, *, stop: threading.Event, now: Callable[[], datetime]
    ) -> None:
        import httpx2
        from openai import OpenAI

        from magazine.edit.model.wire import Watch, WatchedTransport  # noqa: PLC0415

        self._model = server.name or ""
        self._host = server.host
        self._now = now
        self._watch = Watch(stop)
        url = server.base_url or ""
        connections = max(server.concurrency or 1, 1)
        self._key = key
        self._client = OpenAI(
            api_key=key.reveal() if key else _NO_KEY,
            base_url=url,
            max_retries=0,
            timeout=(server.deadline or 0) + _SPARE,
            default_headers={"Accept-Encoding": "identity"},
            http_client=httpx2.Client(
                transport=WatchedTransport(self._watch, url=url, connections=connections),
                follow_redirects=False,
                trust_env=False,
            ),
        )

    def send(self, letter: Letter, *, seconds: float) -> Reply:
        with self._watch.over(seconds), self._translated():
            raw = self._client.chat.completions.with_raw_response.create(**self._arguments(letter))
        body, headers = self._without_key(raw.content), dict(raw.headers)
        if (error := read_error(body)) is not None:
            # Gateways pass on an error with status 200; what it is, its body may say.
            raise self._refusal(error.status or 500, error, headers)
        return read_completion(body, request_id=headers.get("x-request-id", ""))

    def close(self) -> None:
        self._client.close()

    def _without_key(self, body: bytes) -> bytes:
        """Return a reply without the key, which some servers repeat: the ledger keeps what comes."""
        secret = self._key.reveal().encode() if self._key else b""
        return body.replace(secret, b"***") if len(secret) >= _LEAST_KEY else body

    def _arguments(self, letter: Letter) -> dict[str, Any]:
        arguments: dict[str, Any] = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": letter.system},
                {"role": "user", "content": letter.user},
            ],
            letter.room_name.value: letter.room,
        }
        if letter.mode is Mode.SCHEMA:
            schema = {"name": "reply", "strict": True, "schema": dict(letter.schema)}
            arguments["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif letter.mode is Mode.OBJECT:
            arguments["response_format"] = {"type": "json_object"}
        return arguments

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Raise the SDK's and the wire's errors as ours.

        None is chained: a server's words, which may repeat the key, go no further.
        """
        import httpcore2
        import openai

        try:
            yield
        except openai.APIStatusError as error:
            headers = {name.lower(): value for name, value in error.response.headers.items()}
            raise self._refusal(error.status_code, read_error(error.body) or ErrorBody(), headers) from None
        except (httpcore2.ConnectError, httpcore2.ConnectTimeout, httpcore2.ProxyError):
            raise ChatError(Cause.UNREACHABLE, may_retry=True) from None
        except (httpcore2.TimeoutException, openai.APITimeoutError):
            raise ChatError(Cause.DEADLINE, may_be_paid=True) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, openai.APIConnectionError):
            raise ChatError(
                Cause.SERVER_ERROR, "the connection broke", may_retry=True, may_be_paid=True
            ) from None
        except openai.OpenAIError:
            raise ChatError(Cause.NO_CHAT, may_retry=True, may_be_paid=True) from None

    def _refusal(self, status: int, body: ErrorBody, headers: dict[str, str]) -> Exception:
        return refusal_error(
            Refusal(
                status=status,
                host=self._host,
                model=self._model,
                body=body,
                headers=headers,
                now=self._now(),
            )
        )
