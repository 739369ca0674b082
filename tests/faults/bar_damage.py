"""Damaged libraries are refused and left alone; tables change after a copy, and may be interrupted."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from magazine.library.localday import local_day
from magazine.library.tables import forms
from tests.faults.scenes import ISSUE, Theatre, a_theatre
from tests.faults.theatre import Scene, is_sound
from tests.torture.bars import Bar, Outcome

_UNREADABLE = 65
_COMMANDS = (
    ("library", "stats"),
    ("library", "list"),
    ("library", "export"),
    ("make", *ISSUE, "--format", "html", "-o", "out", "-q"),
    ("add", "{root}/work/new.md", "-q"),
)
_NEW = "---\ntitle: Tides rise\ndate: 2026-03-09\n---\nThe tide rose twice at the port of Kandla that day.\n"


def _flipped(content: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(dice.choice((1, 4, 64))):
        spoilt[dice.randrange(100, len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _blotted(content: bytes, dice: random.Random) -> bytes:
    """Return it with one of its pages of zeros or of noise, never the first."""
    page = 4096 * dice.randrange(1, len(content) // 4096)
    blot = dice.choice((bytes(4096), dice.randbytes(4096)))
    return content[:page] + blot + content[page + 4096 :]


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(1, len(content))]


def _newer(content: bytes, _: random.Random) -> bytes:
    return content[:60] + (99).to_bytes(4, "big") + content[64:]


def _text(_: bytes, __: random.Random) -> bytes:
    return "The tide rose twice. ज्वार दो बार आया।\n".encode() * 40


_SPOILERS: tuple[tuple[str, Callable[[bytes, random.Random], bytes], bool], ...] = (
    ("flipped bits", _flipped, False),
    ("cut", _cut, True),
    ("a blotted page", _blotted, False),
    ("newer tables", _newer, True),
    ("flipped bits", _flipped, False),
    ("text", _text, True),
)
"""What is done to a library, and whether that must be noticed: not every bit of a text can be."""


def damage(
    dice: random.Random, trials: int, *, sabotage: Sequence[str] = (), shared: Theatre | None = None
) -> Outcome:
    """Damage a library in so many ways, and run a command over each."""
    failures: list[str] = []
    noticed = 0
    with a_theatre(shared) as theatre:
        stock = theatre.scenes["make"]
        for number in range(trials):
            name, spoil, must_be_noticed = _SPOILERS[number % len(_SPOILERS)]
            scene = Scene(name="damage", words=dice.choice(_COMMANDS), stock=stock.stock)
            folder = theatre.set_up(scene)
            (folder / "work" / "new.md").write_text(_NEW, encoding="utf-8")
            library = folder / "library.sqlite"
            before = spoil(library.read_bytes(), dice)
            library.write_bytes(before)
            tried = theatre.stage.play(scene, folder, sabotage=sabotage)
            label = f"{name}, {' '.join(scene.words[:2])}"
            noticed += tried.status == _UNREADABLE
            if not tried.is_civil:
                failures.append(f"{label}: left with {tried.status}: {tried.said[-300:]}")
            if must_be_noticed and tried.status != _UNREADABLE:
                failures.append(f"{label}: left with {tried.status} instead of {_UNREADABLE}")
            if tried.status == _UNREADABLE and library.read_bytes() != before:
                failures.append(f"{label}: refused, and changed all the same")
            if tried.status == _UNREADABLE and not _tells_the_way(tried.said):
                failures.append(f"{label}: no way to recover is told: {tried.said[-200:]}")
    note = f"{noticed} noticed and refused with the way to recover, their files not modified; no traceback"
    return Outcome(trials, tuple(failures), note)


def _tells_the_way(said: str) -> bool:
    return any(word in said for word in ("backup", "--library", "Update magazine"))


def migration(
    dice: random.Random, trials: int, *, sabotage: Sequence[str] = (), shared: Theatre | None = None
) -> Outcome:
    """Kill the change of an earlier library's tables at so many moments; then let it finish."""
    failures: list[str] = []
    with a_theatre(shared) as theatre:
        stage, scene = theatre.stage, _earlier(theatre.scenes["make"], theatre.place)
        folder = theatre.set_up(scene)
        whole = stage.play(scene, folder, act="count", sabotage=sabotage)
        failures += _after(folder, whole.status, "undisturbed")
        for _ in range(trials):
            at = dice.randint(1, len(whole.moments))
            folder = theatre.set_up(scene)
            stage.play(scene, folder, act="kill", at=at, sabotage=sabotage)
            label = f"killed at moment {at} ({whole.moments[at - 1]})"
            if not is_sound(folder / "library.sqlite"):
                failures.append(f"{label}: the library is damaged")
            if _form(folder / "library.sqlite") > _EARLIER and not _copy_of(folder).exists():
                failures.append(f"{label}: changed without a copy")
            again = stage.play(scene, folder, sabotage=sabotage)
            failures += _after(folder, again.status, label)
    note = "each finished by the next run, the library of before beside it"
    return Outcome(trials + 1, tuple(failures), note)


_EARLIER = 2
"""The form of a library before there were events."""


def _earlier(scene: Scene, place: Path) -> Scene:
    """Return a scene over the same articles in a library of an earlier form."""
    stock = place / "stock-earlier"
    earlier = Scene(name="earlier", words=("library", "stats"), stock=stock)
    if stock.exists():
        return earlier
    shutil.copytree(scene.stock, stock)
    library = stock / "library.sqlite"
    with closing(sqlite3.connect(library)) as now:
        rows = now.execute("SELECT * FROM article").fetchall()
        owner = now.execute("PRAGMA application_id").fetchone()[0]
    library.unlink()
    with closing(sqlite3.connect(library)) as old:
        old.create_function("local_day", 2, local_day, deterministic=True)
        for script in forms()[:_EARLIER]:
            old.executescript(script.read_text(encoding="utf-8"))
        old.executemany(f"INSERT INTO article VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608 - marks
        old.execute(f"PRAGMA application_id = {owner}")
        old.execute(f"PRAGMA user_version = {_EARLIER}")
        old.commit()
    return earlier


def _after(folder: Path, status: int, label: str) -> list[str]:
    """Return what is wrong once a library of an earlier form was opened to the end."""
    wrongs = [f"{label}: left with {status}"] if status else []
    copy = _copy_of(folder)
    if not copy.exists():
        return [*wrongs, f"{label}: no copy of the earlier library"]
    if (
        not is_sound(copy)
        or _form(copy) != _EARLIER
        or _articles(copy) != _articles(folder / "library.sqlite")
    ):
        wrongs.append(f"{label}: the copy is not the earlier library")
    wrongs += [f"{label}: left behind {path.name}" for path in folder.glob(".*.tmp*")]
    return wrongs


def _copy_of(folder: Path) -> Path:
    return folder / f"library.sqlite.form-{_EARLIER}.bak"


def _form(library: Path) -> int:
    with closing(sqlite3.connect(library)) as opened:
        return int(opened.execute("PRAGMA user_version").fetchone()[0])


def _articles(library: Path) -> list[str]:
    with closing(sqlite3.connect(library)) as opened:
        return [row[0] for row in opened.execute("SELECT id FROM article ORDER BY id")]


BARS = (
    Bar(number=4, name="damage", trials=600, quick=18, run=damage),
    Bar(number=4, name="migration", trials=40, quick=3, run=migration),
)
