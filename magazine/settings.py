"""The user's configuration: ``magazine.toml``, and ``topics.yaml`` beside it."""

import difflib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from magazine.core.dates import IST
from magazine.core.errors import ConfigurationError
from magazine.folders import user_folders
from magazine.server import Server

DEFAULT_TIMEZONE = "Asia/Kolkata"
_MODEL = "model"
_TEXTS = ("library", "timezone", "title")
_MODEL_TEXTS = ("base_url", "name", "key_file")
_MODEL_NUMBERS = {
    "context_tokens": range(1_000, 10_000_001),
    "thinking_tokens": range(1_000_001),
    "concurrency": range(1, 65),
    "deadline": range(1, 3_601),
    "longest_wait": range(3_601),
    "requests_per_minute": range(1, 100_001),
}
"""The numbers under [model], and what they may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for every command."""

    library: Path
    """The SQLite file."""
    timezone: str = DEFAULT_TIMEZONE
    title: str | None = None
    """The magazine's name on the cover; None: one is made from the period."""
    topics_file: Path | None = None
    """The user's own topics, when the file is there."""
    log_folder: Path
    model: Server = field(default_factory=Server)
    """The server of a model, as far as the file names one."""
    ledger: Path
    """The SQLite file of what was asked of models and paid for."""
    folder: Path
    """The configuration's folder, where the user's own topics, prices and prompts lie."""
    state: Path
    """The folder of locks, and of when each issue was last made."""

    @property
    def locks(self) -> Path:
        """The folder of the locks."""
        return self.state / "locks"

    @property
    def zone(self) -> tzinfo:
        """The time zone whose midnight parts the days.

        Raises:
            ConfigurationError: The machine does not know the zone.
        """
        if self.timezone == DEFAULT_TIMEZONE:
            return IST  # needs no zone files, which a bare machine may lack
        try:
            return ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ConfigurationError(
                f"There is no time zone {self.timezone!r}.",
                hint="Write it as Asia/Kolkata, or install tzdata.",
            ) from error


def read_settings(config: Path | None, library: Path | None) -> Settings:
    """Return the settings: what the command line names before the file before defaults.

    Args:
        config: The file named by ``--config``, which must be there; None: the one in the
            user's configuration folder, if it is there.
        library: The library named by ``--library`` or ``MAGAZINE_LIBRARY``.

    Raises:
        ConfigurationError: The file is missing, is no TOML, or holds a key or value it cannot.
    """
    folders = user_folders()
    path = config or folders.config / "magazine.toml"
    values = _read(path, required=config is not None)
    # Files lie beside the configuration that names them: cron's working folder is any.
    configured = path.parent / _expanded(values.get("library", folders.data / "library.sqlite"))
    topics = path.parent / "topics.yaml"
    return Settings(
        library=_expanded(library) if library else configured,
        timezone=values.get("timezone", DEFAULT_TIMEZONE),
        title=values.get("title"),
        topics_file=topics if topics.is_file() else None,
        log_folder=folders.log,
        model=_server(path, values.get(_MODEL, {})),
        ledger=folders.data / "ledger.sqlite",
        folder=path.parent,
        state=folders.state,
    )


def _server(path: Path, values: Mapping[str, Any]) -> Server:
    key_file = values.get("key_file")
    named = {"key_file": path.parent / _expanded(key_file)} if key_file else {}
    return Server(**{**values, **named})


def _expanded(path: Path | str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise ConfigurationError(
            f"The home folder of {path} is not known.", hint="Write the path in full."
        ) from error


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if not required:
            return {}
        raise ConfigurationError(f"There is no {path}.", hint="Give a file that is there.") from error
    except OSError as error:
        raise ConfigurationError(f"Cannot read {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not TOML: {error}.") from error
    for key, value in values.items():
        if key == _MODEL:
            _check_model(path, value)
        else:
            _check_known(path, key, (*_TEXTS, f"[{_MODEL}]"))
            _check_text(path, key, value)
    return values


def _check_model(path: Path, values: object) -> None:
    if not isinstance(values, dict):
        raise ConfigurationError(f"{path}: model is no table.", hint='Write [model], then name = "…" below.')
    for key, value in values.items():
        _check_known(path, key, (*_MODEL_TEXTS, *_MODEL_NUMBERS), within=f" under [{_MODEL}]")
        if key in _MODEL_TEXTS:
            _check_text(path, key, value)
        else:
            _check_number(path, key, value, _MODEL_NUMBERS[key])


def _check_known(path: Path, key: str, known: Collection[str], *, within: str = "") -> None:
    if key in known:
        return
    close = difflib.get_close_matches(key, known, n=1)
    hint = f"Did you mean {close[0]}?" if close else f"It knows {', '.join(known)}."
    raise ConfigurationError(f"{path} holds an unknown key {key!r}{within}.", hint=hint)


def _check_number(path: Path, key: str, value: object, allowed: range) -> None:
    if type(value) is not int or value not in allowed:  # true is an int, too
        raise ConfigurationError(
            f"{path}: {key} is no number that it can be.",
            hint=f"Write a whole number from {allowed[0]} to {allowed[-1]}.",
        )


def _check_text(path: Path, key: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ConfigurationError(f"{path}: {key} is not a text.", hint=f'Write it as {key} = "…".')
