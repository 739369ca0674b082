"""The feeds a person reads: ``sources.toml`` beside the configuration, over a bundled list.

The bundled list is off throughout; turning one of its sources on writes it into the
person's own file, whose comments and order are kept.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from magazine.artefacts import write_whole
from magazine.assets import bundled
from magazine.core.article import Licence
from magazine.core.errors import ConfigurationError, OutputError, UsageError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT

SOURCES_FILE = "sources.toml"
"""A person's own, in the folder of the configuration."""

FIRST_TIER, LAST_TIER = 1, 3
_DEFAULT_TIER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One feed, as a person has described it."""

    name: str
    """As printed under its stories."""
    url: str
    licence: Licence = Licence.UNKNOWN
    """Of a ``link-only`` source only what the feed itself says is kept; its pages are not read."""
    tier: int = _DEFAULT_TIER
    """1: official, 2: newspapers and agencies, 3: the rest. Lower tiers are fetched first."""
    topics: tuple[str, ...] = ()
    """Evidence of the topic for items that come without a category."""
    on: bool = True
    language: str = ""
    """``en`` or ``hi``; empty: told from each article."""
    verified: bool = True
    """False: nobody has yet seen it answer."""


class _Row(BaseModel):
    """A ``[[source]]`` table."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    url: Annotated[
        str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s<>\"@/]+([/?#][^\s<>\"]*)?$")
    ]
    """Without user and password, which would be stored, and are never sent."""
    licence: Licence = Licence.UNKNOWN
    tier: Annotated[int, Field(ge=FIRST_TIER, le=LAST_TIER)] = _DEFAULT_TIER
    topics: tuple[str, ...] = ()
    on: bool = True
    language: Annotated[str, StringConstraints(pattern="^(?:en|hi|)$")] = ""
    verified: bool = True

    def source(self) -> Source:
        return Source(**self.model_dump())


def read_sources(path: Path) -> tuple[Source, ...]:
    """Return a person's own sources in the file's order; none when there is no file.

    Raises:
        ConfigurationError: The file cannot be read, is no TOML, or describes a source wrongly.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ConfigurationError(f"Cannot read {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not TOML: {error}.") from error
    rows = document.pop("source", [])
    if document or not isinstance(rows, list):
        raise ConfigurationError(f"{path} holds more than sources.", hint="Head each with [[source]].")
    sources = tuple(_source(path, number, row) for number, row in enumerate(rows, start=1))
    _refuse_twins(path, sources)
    return sources


def starter_sources() -> tuple[Source, ...]:
    """Return the bundled list of public Indian sources, all of them off."""
    return read_sources(bundled("templates") / "sources" / "starter.toml")


def all_sources(path: Path) -> tuple[Source, ...]:
    """Return a person's own sources and, after them, the bundled ones that are not among them."""
    own = read_sources(path)
    urls = {source.url for source in own}
    return own + tuple(source for source in starter_sources() if source.url not in urls)


def find_source(sources: Iterable[Source], key: str) -> Source:
    """Return the source of a name, in any case, or of an address.

    Raises:
        UsageError: There is none, or the name is that of several.
    """
    wanted = key.strip().casefold()
    every = list(sources)
    found = [one for one in every if wanted in (one.name.casefold(), one.url.casefold())]
    found = found or [one for one in every if wanted and wanted in one.name.casefold()]
    if not found:
        raise UsageError(f"There is no source {key!r}.", hint="See: magazine sources list")
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        raise UsageError(f"{key!r} means more than one source.", hint=f"Name one of them: {names}")
    return found[0]


def new_source(url: str, *, name: str = "", licence: str = Licence.UNKNOWN, **rest: Any) -> Source:  # noqa: ANN401 - the other fields of a row
    """Return the source that an address and options describe; its host is its name when none is given.

    Raises:
        UsageError: One of them cannot be.
    """
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        return _Row.model_validate({"name": name or host, "url": url, "licence": licence, **rest}).source()
    except (ValidationError, ValueError) as error:
        # The address is not repeated: it may hold a password.
        raise UsageError(
            f"That address cannot be a source: {_mistake(error)}.",
            hint="Give the address of its feed, beginning with https:// and without a password.",
        ) from error


def put_sources(path: Path, sources: Sequence[Source]) -> None:
    """Write sources into a person's file, each in the place of the one with its address or at the end.

    Raises:
        ConfigurationError: The file is there and cannot be understood.
        OutputError: It cannot be written.
    """
    import tomlkit  # noqa: PLC0415 - only those who change the file need it

    read_sources(path)
    document = _document(path)
    rows = _rows(document)
    for source in sources:
        row = next((row for row in rows if _url(row) == source.url), None)
        if row is None:
            row = tomlkit.table()
            rows.append(row)
        values = _values(source)
        for name in row.keys() - values:
            del row[name]
        row.update(values)
    _write(path, document)


def drop_source(path: Path, url: str) -> bool:
    """Take the source of an address out of a person's file; return whether it was there.

    Raises:
        ConfigurationError: The file cannot be understood.
        OutputError: It cannot be written.
    """
    read_sources(path)
    document = _document(path)
    rows = _rows(document)
    place = next((place for place, row in enumerate(rows) if _url(row) == url), None)
    if place is None:
        return False
    del rows[place]
    _write(path, document)
    return True


def _source(path: Path, number: int, row: object) -> Source:
    try:
        return _Row.model_validate(row).source()
    except ValidationError as error:
        name = row.get("name", "") if isinstance(row, dict) else ""
        raise ConfigurationError(
            f"{path}: source {number} ({name or 'without a name'}): {_mistake(error)}.",
            hint="A source has name, url, licence, tier, topics, on, language.",
        ) from error


def _mistake(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg'].removesuffix('.')}"


def _refuse_twins(path: Path, sources: Sequence[Source]) -> None:
    seen: set[str] = set()
    for source in sources:
        if source.url in seen:
            raise ConfigurationError(f"{path} holds {source.url} twice.", hint="Take one of them out.")
        seen.add(source.url)


def _document(path: Path) -> "TOMLDocument":
    import tomlkit  # noqa: PLC0415 - only those who change the file need it

    return tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()


def _rows(document: "TOMLDocument") -> "AoT":
    """Return the document's tables of sources, to which tables can be added; a plain list becomes such."""
    import tomlkit  # noqa: PLC0415 - only those who change the file need it
    from tomlkit.items import AoT  # noqa: PLC0415

    found = document.get("source")
    if isinstance(found, AoT):
        return found
    rows = tomlkit.aot()
    for row in found or []:
        table = tomlkit.table()
        table.update(row.unwrap())
        rows.append(table)
    document["source"] = rows
    return rows


def _url(row: Mapping[str, object]) -> str:
    return str(row["url"]).strip()


def _values(source: Source) -> dict[str, object]:
    """Return a source's fields as the file holds them; what is as usual is left out."""
    usual = Source(name="", url="")
    values: dict[str, object] = {"name": source.name, "url": source.url, "licence": source.licence.value}
    values |= {"tier": source.tier, "topics": list(source.topics), "on": source.on}
    if source.language != usual.language:
        values["language"] = source.language
    if source.verified != usual.verified:
        values["verified"] = source.verified
    return values


def _write(path: Path, document: "TOMLDocument") -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise OutputError(f"The folder {path.parent} cannot be made ({error.strerror}).") from error
    # A subscription's address may hold its key.
    write_whole(path, document.as_string().encode(), mode=0o600)
