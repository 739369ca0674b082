"""The user's configuration: ``magazine.toml``, and ``topics.yaml`` beside it."""

import difflib
import tomllib
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import PlatformDirs

from magazine.core.dates import IST
from magazine.core.errors import ConfigurationError

DEFAULT_TIMEZONE = "Asia/Kolkata"
_KEYS = ("library", "timezone", "title")


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
    folders = PlatformDirs("magazine", appauthor=False)
    path = config or folders.user_config_path / "magazine.toml"
    values = _read(path, required=config is not None)
    named = library or values.get("library")
    topics = path.parent / "topics.yaml"
    return Settings(
        library=Path(named).expanduser() if named else folders.user_data_path / "library.sqlite",
        timezone=values.get("timezone", DEFAULT_TIMEZONE),
        title=values.get("title"),
        topics_file=topics if topics.is_file() else None,
        log_folder=folders.user_log_path,
    )


def _read(path: Path, *, required: bool) -> dict[str, str]:
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
        _check(path, key, value)
    return values


def _check(path: Path, key: str, value: object) -> None:
    if key not in _KEYS:
        close = difflib.get_close_matches(key, _KEYS, n=1)
        hint = f"Did you mean {close[0]}?" if close else f"It knows {', '.join(_KEYS)}."
        raise ConfigurationError(f"{path} holds an unknown key {key!r}.", hint=hint)
    if not isinstance(value, str) or not value.strip():
        raise ConfigurationError(f"{path}: {key} is not a text.", hint=f'Write it as {key} = "…".')
