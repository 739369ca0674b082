"""What travels to a worker, and what it does there.

A worker shares no disk with us: it has the installed package, and what the parcel brings.
It renders only what it would render as we would: a worker of another version says so.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from magazine.artefacts import to_json
from magazine.assets import bundled
from magazine.batch.crew import Crew
from magazine.core.errors import ConfigurationError, RendererError
from magazine.core.issue import Issue
from magazine.core.ports import Edition, Renderer, illustrated
from magazine.disks import scratch
from magazine.render.brand import Brand

_MOST_BYTES = 30_000_000
"""Of a theme's own folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePack:
    """A theme as it travels."""

    name: str
    files: tuple[tuple[str, bytes], ...] = ()
    """Of a theme of the user's own; none: it is a bundled one, which a worker has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Livery:
    """How an issue is to look, with all that a worker needs for it."""

    theme: ThemePack
    brand: Brand | None = None
    print_ready: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """An edition to be made of an issue."""

    edition: str
    livery: Livery
    issue: bytes
    """As ``issue.json`` has it."""
    signature: str
    """Of the renderer that is wanted."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Of its stories, by the names that these give them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FarRenderer:
    """A Renderer that has its work done by a crew: the same edition, byte for byte."""

    edition: str
    """Its name, as ``--format`` takes it."""
    livery: Livery
    crew: Crew
    suffix: str
    signature: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def with_pictures(self, pictures: Mapping[str, bytes]) -> "FarRenderer":
        return far_renderer(self.edition, self.livery, self.crew, pictures)

    def render(self, issue: Issue) -> Edition:
        parcel = Parcel(
            edition=self.edition,
            livery=self.livery,
            issue=to_json(issue),
            signature=self.signature,
            pictures=self.pictures,
        )
        return self.crew.run(open_parcel, parcel)


def far_renderer(
    edition: str, livery: Livery, crew: Crew, pictures: Mapping[str, bytes] | None = None
) -> FarRenderer:
    """Return the renderer of an edition whose work a crew does.

    ``pictures`` are its stories', by the names that these give them.

    Raises:
        UsageError: There is no such edition.
    """
    pictures = pictures or {}
    with _unpacked(livery, edition, pictures) as near:
        return FarRenderer(
            edition=edition,
            livery=livery,
            crew=crew,
            suffix=near.suffix,
            signature=near.signature,
            pictures=pictures,
        )


def open_parcel(parcel: Parcel) -> Edition:
    """Make the edition of a parcel; run by a worker.

    Raises:
        RendererError: The page cannot be made, or this worker would make another one.
    """
    issue = TypeAdapter(Issue).validate_json(parcel.issue)
    with _unpacked(parcel.livery, parcel.edition, parcel.pictures) as renderer:
        if renderer.signature != parcel.signature:
            raise RendererError(
                "A worker has another version of the magazine or of its parts.",
                hint="Install the same one everywhere, then run the batch again.",
            )
        return renderer.render(issue)


def pack_theme(folder: Path) -> ThemePack:
    """Return the theme of a folder, ready to travel.

    Raises:
        ConfigurationError: It is too large.
    """
    if folder.resolve().parent == (bundled("templates") / "themes").resolve():
        return ThemePack(name=folder.name)
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    if sum(path.stat().st_size for path in paths) > _MOST_BYTES:
        raise ConfigurationError(f"The theme {folder} is larger than 30 MB.", hint="Take its pictures out.")
    files = tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    return ThemePack(name=folder.name, files=files)


@contextmanager
def _unpacked(livery: Livery, edition: str, pictures: Mapping[str, bytes]) -> Iterator[Renderer]:
    from magazine.render.editions import renderer_for  # noqa: PLC0415 - only what renders loads it
    from magazine.render.themes import load_theme  # noqa: PLC0415

    pack = livery.theme
    with scratch("theme") as place:
        folder = Path(place) / "theme"
        for name, content in pack.files:
            path = folder / PurePosixPath(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        theme = load_theme(f"{folder}/" if pack.files else pack.name)
        renderer = renderer_for(edition, theme, brand=livery.brand, print_ready=livery.print_ready)
        yield illustrated(renderer, pictures)
