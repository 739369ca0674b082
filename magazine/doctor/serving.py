"""The model's server: there, key taken, model known, room enough. Its list of models costs nothing."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from magazine.core.errors import KeyRefusedError, UnreachableError
from magazine.doctor.check import Check
from magazine.edit.model.asking import Correspondent, NoAnswerError, Request
from magazine.server import Key, Server, addressed, configured, find_key

_WORD = "नमस्ते"
_SECONDS = 10.0
_MOST_BYTES = 4_000_000
_OK, _NOT_FOUND = 200, 404
_REFUSED = frozenset({401, 403})
_CONTEXT = ("max_model_len", "context_length", "context_window", "n_ctx_train")
"""What servers call a model's context: vLLM, OpenRouter, Groq, llama.cpp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """What a server says of its models."""

    names: tuple[str, ...]
    context: int | None
    """Of the one that is asked for."""


def model(server: Server, environ: Mapping[str, str], form: str = "") -> Check:
    """Look at the server without asking its model anything.

    Args:
        server: As configured.
        environ: For the key and the address.
        form: How it was last asked for its answers; empty: not lately.

    Raises:
        ConfigurationError: Address, name or key file are wrong.
        UnreachableError: It does not answer.
        KeyRefusedError: It does not take the key.
    """
    if not configured(server, environ):
        return Check(name="model", ok=True, found="none is configured: the extractive editor needs none")
    complete = addressed(server, environ)
    listed = _listed(complete, find_key(server, environ))
    if listed is None:
        return Check(name="model", ok=True, found=f"{complete.host} answers; it lists no models")
    if complete.name not in listed.names:
        some = ", ".join(listed.names[:6]) or "none"
        return Check(
            name="model",
            ok=False,
            found=f"{complete.host} has no model {complete.name!r}.",
            advice=f"Name one that it has with --model, or under [model]: {some}",
        )
    if listed.context is not None and listed.context < complete.context_tokens:
        return Check(
            name="model",
            ok=False,
            found=f"{complete.name} has a context of {listed.context} tokens,"
            f" and is to be sent up to {complete.context_tokens}.",
            advice=f"Write context_tokens = {listed.context} under [model] in magazine.toml.",
        )
    answers = f"; it has answered {form}" if form else ""
    room = f", context {listed.context}" if listed.context else ""
    return Check(name="model", ok=True, found=f"{complete.host} has {complete.name}{room}{answers}")


class _Repeated(BaseModel):
    word: str


def asked(letters: Correspondent, now: datetime) -> Check:
    """Ask the model one small question, in Hindi; it costs some hundred tokens.

    Raises:
        KeyRefusedError, ConfigurationError: Nothing can be asked.
    """
    # The moment is in it, so that the ledger has no answer to it.
    matter = json.dumps({"word": _WORD, "asked_at": now.isoformat()}, ensure_ascii=False)
    request = Request(
        purpose="doctor",
        subject="doctor",
        system="Return the word that you are given, as it is.",
        user=matter,
        reply=_Repeated,
        answer_tokens=200,
    )
    try:
        answer = letters.ask(request)
    except NoAnswerError as error:
        return Check(
            name="answer", ok=False, found=f"{letters.model}: {error}.", advice="Try another model or server."
        )
    if answer.value.word.strip() != _WORD:
        return Check(
            name="answer",
            ok=False,
            found=f"{letters.model} cannot repeat a Hindi word.",
            advice="Try a larger model: what this one writes will mostly be refused.",
        )
    tokens = answer.usage.prompt + answer.usage.completion
    return Check(name="answer", ok=True, found=f"{letters.model} answers as asked, for {tokens} tokens")


def _listed(server: Server, key: Key | None) -> _Listed | None:
    """Return what the server lists; None when it lists nothing."""
    status, content = _get(server, key)
    if status in _REFUSED:
        raise KeyRefusedError(f"{server.host} does not take the key.", hint="Check the key and its account.")
    if status == _NOT_FOUND:
        return None
    if status != _OK:
        raise UnreachableError(f"{server.host} answers with an error ({status}).", hint="Try again later.")
    try:
        rows = json.loads(content)["data"]
        models = {str(row["id"]): row for row in rows}
    except (ValueError, TypeError, KeyError):
        return None
    return _Listed(names=tuple(models), context=_context(models.get(server.name or "", {})))


def _get(server: Server, key: Key | None) -> tuple[int, bytes]:
    # By hand, as nothing that follows redirects may carry a key.
    address = urlsplit(server.base_url or "")
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=_SECONDS)
    headers = {"Accept": "application/json"}
    if key is not None:
        headers["Authorization"] = f"Bearer {key.reveal()}"
    try:
        connection.request("GET", f"{address.path.rstrip('/')}/models", headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(_MOST_BYTES)
    except (OSError, http.client.HTTPException) as error:
        raise UnreachableError(
            f"{server.host} does not answer ({type(error).__name__}).",
            hint="Start the server, or check base_url under [model]; without one, use --engine extractive.",
        ) from error
    finally:
        connection.close()


def _context(row: Mapping[str, Any]) -> int | None:
    nested = row.get("meta")
    places = [row, nested if isinstance(nested, dict) else {}]
    found = (place.get(name) for place in places for name in _CONTEXT)
    return next((each for each in found if type(each) is int and each > 0), None)
