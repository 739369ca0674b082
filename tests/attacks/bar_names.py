"""Bar 9: whatever an article, a feed or a manifest is called, every file stays in its folder."""

import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from magazine.artefacts import write_whole
from magazine.core.errors import MagazineError
from magazine.manifest import entries_of, read_manifest
from tests.attacks.command import Home, a_home
from tests.attacks.mutations import mutated
from tests.attacks.payloads import NAMES, naughty_strings
from tests.torture.bars import Bar, Outcome

Writer = Callable[[Path, bytes], object]
_TODAY = date(2026, 3, 16)
_MOST_BYTES = 255
"""Of one name, on the file systems that there are."""
_ARTICLES = {
    "selection.json",
    "issue.json",
    "report.json",
    *(f"magazine.{suffix}" for suffix in ("html", "md", "epub")),
}


def print_names(dice: random.Random, trials: int) -> Outcome:
    """Add articles that are called by hostile names in every field, and make editions of them."""
    names = _some(dice, trials)
    rows = [
        {
            "title": f"{name} {number}",
            "id": name,
            "source": name,
            "author": name,
            "category": name,
            "url": name,
            "body": f"The port of Kandla took {number + 10} ships. It will take more in 2027. {name}",
            "published": "2026-03-09",
        }
        for number, name in enumerate(names)
    ]
    with a_home() as home:
        home.write_rows(_encodable(row) for row in rows)
        for number, row in enumerate(rows[: len(NAMES)]):
            _as_file(home, number, row)
        before = set(home.files())
        added = home.run("add", "rows.jsonl", "articles")
        made = home.run(
            "make",
            "--period",
            "2026-03",
            "--max-stories",
            "0",
            "--questions",
            "0",
            "-o",
            "out",
            "--format",
            "html,md,epub",
        )
        faults = [f"{ran.err[-160:]}" for ran in (added, made) if ran.status not in (0, 3)]
        strange = {name for name in set(home.files()) - before if not _is_ours(name)}
        faults += [f"a file {name!r} was made" for name in sorted(strange)]
        faults += _book_faults(home.folder / "out/magazine.epub")
    return Outcome(len(rows), tuple(faults), "articles called so: only the issue's own files were made")


def _is_ours(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return (folder == "out" and file in _ARTICLES) or name.startswith(("library.sqlite", ".local/"))


def _as_file(home: Home, number: int, row: Mapping[str, str]) -> None:
    folder = home.folder / "articles"
    folder.mkdir(exist_ok=True)
    text = f"---\ntitle: {json.dumps(row['title'])}\n---\n{row['body']}\n"
    (folder / f"{number}.md").write_bytes(text.encode("utf-8", "surrogatepass"))


def _encodable(row: Mapping[str, str]) -> dict[str, str]:
    return {key: value.encode("utf-8", "replace").decode() for key, value in row.items()}


def _book_faults(book: Path) -> Iterator[str]:
    if not book.exists():
        yield "no book was made"
        return
    with zipfile.ZipFile(book) as archive:
        for name in archive.namelist():
            if name.startswith("/") or ".." in name.split("/") or "\\" in name or not name.isascii():
                yield f"the book holds {name!r}"


def name_issues(dice: random.Random, trials: int) -> Outcome:
    """Read manifests whose issues, labels, brands and topics have hostile names."""
    return name_with(dice, trials, _issue_names)


def name_with(dice: random.Random, trials: int, named: Callable[[Path], list[str]]) -> Outcome:
    """Hand manifests to a reader of names, and see where each folder would lie."""
    faults: list[str] = []
    names = [*NAMES, *_mutations(dice, max(0, trials - len(NAMES)))]
    with a_home() as home:
        output = home.folder / "output"
        path = home.folder / "weekly.yaml"
        for name in names:
            for text in _manifests(name):
                path.write_bytes(text.encode("utf-8", "replace"))
                faults += [
                    f"{name!r} gives {given!r}: {why}"
                    for given in named(path)
                    if (why := _astray(output, given))
                ]
    return Outcome(len(names), tuple(faults), "as name, label, brand, topic and period: all below the output")


def _issue_names(path: Path) -> list[str]:
    try:
        entries, mistakes = entries_of(read_manifest(path), _TODAY)
    except MagazineError:
        return []
    return [] if mistakes else [entry.name for entry in entries]


def _manifests(name: str) -> Iterator[str]:
    quoted = json.dumps(name)
    yield f"issues: [{{name: {quoted}}}]"
    yield f"issues: [{{name: {json.dumps(f'week/{name}')}}}]"
    yield f"matrix: {{topics: {{{quoted}: polity}}, period: {{{quoted}: 2026-03}}}}"
    yield f"matrix: {{name: {json.dumps(name + '-{brand}')}, brand: [{quoted}], topics: [[{quoted}]]}}"
    yield f"matrix: {{brand: [{json.dumps(f'{name}/brand.yaml')}], theme: [{quoted}], language: en}}"


def _astray(output: Path, given: str) -> str:
    """Return why a name is no folder below the output on every system; empty when it is one."""
    parts = given.split("/")
    folder = Path(os.path.normpath(output / given))
    if output not in folder.parents or "\\" in given or ":" in given or not given.isprintable():
        return "it leads out, or could"
    if any(
        part in ("", ".", "..") or part.startswith((".", "-r")) or part.endswith((".", " ")) for part in parts
    ):
        return "a part of it is none"
    if any(part.partition(".")[0].casefold() in _RESERVED for part in parts):
        return "a part of it is a device of Windows"
    return "it is too long" if any(len(part.encode()) > _MOST_BYTES for part in parts) else ""


_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{number}" for name in ("com", "lpt") for number in range(10)),
}


def write_through_links(dice: random.Random, trials: int) -> Outcome:
    """Write files where somebody has laid symbolic links."""
    return write_with(dice, trials, write_whole)


def write_with(_dice: random.Random, trials: int, write: Writer) -> Outcome:
    """Write with a writer: over a link to a file, to nothing, and at its own temporary name."""
    faults: list[str] = []
    with a_home() as home:
        for number in range(trials):
            place = home.folder / str(number)
            outside = place / "outside"
            inside = place / "inside"
            outside.mkdir(parents=True)
            inside.mkdir()
            victim = outside / "victim"
            if number % 2:
                victim.write_text("mine", encoding="utf-8")
            name = ("magazine.pdf", f".magazine.pdf.{os.getpid()}.tmp")[number // 2 % 2]
            (inside / name).symlink_to(victim)
            try:
                write(inside / "magazine.pdf", b"theirs")
            except MagazineError as error:
                faults.append(f"link {number}: {error}")
            if victim.exists() != bool(number % 2) or (victim.exists() and victim.read_bytes() != b"mine"):
                faults.append(f"link {number}: what it led to was written")
            if (inside / "magazine.pdf").is_symlink() or (inside / "magazine.pdf").read_bytes() != b"theirs":
                faults.append(f"link {number}: the file was not written")
    return Outcome(trials, tuple(faults), "links under a file's name and its temporary one were not followed")


def _some(dice: random.Random, trials: int) -> list[str]:
    every = list(dict.fromkeys((*NAMES, *naughty_strings())))
    return every[:trials] if trials <= len(every) else [*every, *_mutations(dice, trials - len(every))]


def _mutations(dice: random.Random, count: int) -> list[str]:
    seeds = [name.encode("utf-8", "surrogatepass")[:200] for name in NAMES]
    return [mutated(dice, seeds)[:1000].decode("utf-8", "replace") for _ in range(count)]


BARS = (
    Bar(number=9, name="names-of-articles", trials=600, quick=90, run=print_names),
    Bar(number=9, name="names-of-issues", trials=1_500, quick=100, run=name_issues),
    Bar(number=9, name="names-and-links", trials=40, quick=8, run=write_through_links),
)
