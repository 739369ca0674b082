"""Every operation that can fail, made to fail once in turn: said in a sentence, nothing left half done."""

import json
import random
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.scenes import Theatre, a_theatre
from tests.faults.theatre import Played, is_sound, outcome_of, strays
from tests.torture.bars import Bar, Outcome

_NAMES = ("make", "add", "model", "render", "fetch", "batch", "pdf")


def torture(
    dice: random.Random,
    trials: int,
    *,
    names: Sequence[str] = _NAMES,
    sabotage: Sequence[str] = (),
    only: str = "",
    shared: Theatre | None = None,
) -> Outcome:
    """Make every moment of the scenes that begins so fail, or as many of them as wanted, drawn by lot."""
    failures: list[str] = []
    with a_theatre(shared) as theatre:
        stage, wholes = theatre.stage, {name: theatre.whole(theatre.scenes[name]) for name in names}
        every = [
            (name, at)
            for name in names
            for at, moment in enumerate(_moments(theatre, name, sabotage), 1)
            if moment.startswith(only)
        ]
        drawn = sorted(dice.sample(every, min(trials, len(every))))
        for name, at in drawn:
            scene, whole = theatre.scenes[name], wholes[name]
            folder = theatre.set_up(scene)
            tried = stage.play(scene, folder, act="fail", at=at, sabotage=sabotage)
            partial = [path.name for path in (folder / "work").rglob("*") if not _is_whole(path)]
            again = stage.play(scene, folder, sabotage=sabotage)
            moment = f"{name}, moment {at} ({(tried.moments or whole.played.moments)[at - 1 :][:1]})"
            failures += [f"{moment}: partial under its name: {each}" for each in partial]
            failures += [f"{moment}: {wrong}" for wrong in _wrongs(folder, tried, again, whole.left)]
    note = (
        f"of {len(every)} moments of {', '.join(names)}: no traceback, nothing partial, a documented status"
    )
    return Outcome(len(drawn), tuple(failures), note)


def _moments(theatre: Theatre, name: str, sabotage: Sequence[str]) -> tuple[str, ...]:
    scene = theatre.scenes[name]
    if not sabotage:
        return theatre.whole(scene).played.moments
    return theatre.stage.play(scene, theatre.set_up(scene), act="count", sabotage=sabotage).moments


def _wrongs(folder: Path, tried: Played, again: Played, wanted: dict[str, str]) -> Iterator[str]:
    """Yield what a failure broke, seen after a rerun."""
    if not tried.is_civil:
        yield f"left with {tried.status}: {tried.said[-300:]}"
    if tried.status and not tried.said.strip():
        yield f"left with {tried.status} and said nothing"
    if again.status != 0:
        yield f"the rerun left with {again.status}: {again.said[-300:]}"
    found = outcome_of(folder)
    if found != wanted:
        names = dict.fromkeys(name for name, _ in sorted({*found.items()} ^ {*wanted.items()}))
        yield f"the rerun did not mend: {', '.join(names)}"
    if left := strays(folder):
        yield f"left behind: {', '.join(left)}"
    if not is_sound(folder / "library.sqlite"):
        yield "the library does not pass its integrity check"


def _is_whole(path: Path) -> bool:
    if path.name.startswith("."):  # a temporary file may be cut
        return True
    match path.suffix:
        case ".json":
            try:
                json.loads(path.read_bytes())
            except ValueError:
                return False
        case ".html":
            return path.read_bytes().rstrip().endswith(b"</html>")
        case ".epub":
            return zipfile.is_zipfile(path)
        case ".pdf":
            return path.read_bytes().rstrip().endswith(b"%%EOF")
    return True


BARS = (Bar(number=2, name="torture", trials=1000, quick=10, run=torture),)
