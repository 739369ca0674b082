"""Which model is asked and how, as the user chose it: values only, no connection is made here."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from magazine.core.errors import ConfigurationError

OPENAI_URL = "https://api.openai.com/v1"
OPENAI_MODEL = "gpt-5.4-mini"
"""What is asked when only a key is there."""
_HEADER_BYTES = range(0x21, 0x7F)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that speaks OpenAI's Chat Completions, and how to treat it.

    None is what nobody has said; ``addressed`` fills it in.
    """

    base_url: str | None = None
    name: str | None = None
    """The model's name, as the server knows it."""
    key_file: Path | None = None
    context_tokens: int = 16_000
    """What a request and its answer may have together."""
    thinking_tokens: int = 0
    """Room for a reasoning model's thoughts, on top of the room for its answer."""
    concurrency: int | None = None
    """Requests on their way at once; by default 8, and 1 on this machine."""
    deadline: int | None = None
    """Seconds for a request with all its attempts; by default 120, and 600 on this machine."""
    longest_wait: int = 30
    """Seconds that a server may ask to wait before the story goes on without it."""
    requests_per_minute: int | None = None

    @property
    def host(self) -> str:
        """The name in its address, without port."""
        return urlsplit(self.base_url or "").hostname or ""

    @property
    def is_local(self) -> bool:
        """It runs on this machine: it costs nothing, and needs no key."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


class Key:
    """A server's key. Whatever shows it by accident shows nothing."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the key itself, for the one line that sends it."""
        return self._text

    def __repr__(self) -> str:
        return "Key(hidden)"


def configured(server: Server, environ: Mapping[str, str]) -> bool:
    """Return whether the user has named a server or given a key: then a model is meant to be asked."""
    said = ("OPENAI_BASE_URL", "OPENAI_API_KEY", "OPENAI_API_KEY_FILE")
    return bool(server.base_url or server.key_file or any(environ.get(name) for name in said))


def addressed(server: Server, environ: Mapping[str, str]) -> Server:
    """Return the server with everything said: by itself, else by the environment, else by default.

    Raises:
        ConfigurationError: Its address is none, or the model has no name.
    """
    url = (server.base_url or environ.get("OPENAI_BASE_URL") or OPENAI_URL).rstrip("/")
    _check_address(url)
    name = server.name or (OPENAI_MODEL if url == OPENAI_URL else None)
    named = replace(server, base_url=url, name=name)
    if not name:
        raise ConfigurationError(
            f"No model is named for the server at {named.host}.",
            hint="Name it with --model, or as name = … under [model] in magazine.toml.",
        )
    return replace(
        named,
        concurrency=server.concurrency or (1 if named.is_local else 8),
        deadline=server.deadline or (600 if named.is_local else 120),
    )


def find_key(server: Server, environ: Mapping[str, str]) -> Key | None:
    """Return the key: OPENAI_API_KEY, else the file OPENAI_API_KEY_FILE names, else the configured one.

    Raises:
        ConfigurationError: The file cannot be read, or what is there can be no key.
    """
    if text := environ.get("OPENAI_API_KEY", "").strip():
        return _key(text, "OPENAI_API_KEY")
    named = environ.get("OPENAI_API_KEY_FILE")
    path = Path(named) if named else server.key_file
    if path is None:
        return None
    try:
        text = path.expanduser().read_text(encoding="utf-8").strip()
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: nobody has the home of ~name
        raise ConfigurationError(
            f"The key file {path} cannot be read.", hint="Check its path and rights."
        ) from error
    return _key(text, f"The key file {path}")


def _key(text: str, source: str) -> Key:
    if not text or any(ord(letter) not in _HEADER_BYTES for letter in text):
        raise ConfigurationError(f"{source} holds no key.", hint="It must be the key alone, on one line.")
    return Key(text)


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    # The address itself is not repeated: somebody may have put a password into it.
    if not is_address:
        raise ConfigurationError(
            "The model's address is no web address.", hint="Write it as http://localhost:11434/v1."
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError(
            "The model's address holds more than server and path.",
            hint="A key belongs into OPENAI_API_KEY or a key file, never into the address.",
        )
