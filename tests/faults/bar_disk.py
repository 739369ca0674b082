"""A full disk and read-only places: found before the first paid call, and yesterday's issue stands."""

import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from magazine.disks import ROOM
from tests.faults.scenes import Theatre, Whole, a_theatre
from tests.faults.theatre import Played, Scene, is_sound, outcome_of, strays
from tests.torture.bars import Bar, Outcome

NOBODY = 65534
"""The user whom the system means by nobody."""
_DATA = "home/.local/share/magazine"
_EMPTIED = {"work": "work/out", "home/.local/state": "home/.local/state/magazine"}
"""What lies in a place and is to be made anew: it could be written to otherwise."""
_READ_ONLY = ("work", "work/out", _DATA, "home/.local/state", "tmp")
_LIMITS = (2**12, 2**13, 2**16, 2**18, 2**20, ROOM - 1)
_AFTER_PAYING = ("write", "fsync", "commit", "statement INSERT", "os.rename")
"""Moments that fail on a disk which became full while the model was asked."""


@dataclass(slots=True)
class _Trials:
    theatre: Theatre
    scene: Scene
    yesterday: Path
    sabotage: Sequence[str]
    failures: list[str] = field(default_factory=list)
    trials: int = 0

    def full_at(self, limit: int) -> None:
        """Let no file grow beyond a limit: nothing may be paid for, and yesterday's issue stands."""
        folder = self._yesterday()
        before, hits = outcome_of(folder), self.theatre.server.hits
        tried = self.theatre.stage.play(self.scene, folder, file_limit=limit, sabotage=self.sabotage)
        label = f"files of at most {limit} bytes"
        self._expect(label, tried, {74}, hits)
        self._note(label, outcome_of(folder) == before, "yesterday's issue is not as it was")
        self._note(label, not strays(folder), f"left behind: {strays(folder)}")
        self._note(label, is_sound(folder / "library.sqlite"), "the library is damaged")

    def read_only(self, name: str) -> None:
        """Make a place read-only: found before anything is paid for."""
        folder, hits = self._yesterday(), self.theatre.server.hits
        if name in _EMPTIED:
            shutil.rmtree(folder / _EMPTIED[name], ignore_errors=True)
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            _give_away(folder, NOBODY)
        place.chmod(0o555)
        for file in (each for each in place.iterdir() if each.is_file()):
            file.chmod(0o444)
        tried = self.theatre.stage.play(
            self.scene, folder, user=NOBODY if os.geteuid() == 0 else None, sabotage=self.sabotage
        )
        place.chmod(0o755)
        # The temporary folder is only wanted for pages, and this issue has none.
        self._expect(
            f"{name} is read-only", tried, {0} if name == "tmp" else {73}, hits, is_free=name != "tmp"
        )

    def full_after_paying(self, moment: int, name: str, unique: int) -> None:
        """Fill the disk at a moment: what was paid for is not paid for again, but for what was on its way."""
        folder, hits = self.theatre.set_up(self.scene), self.theatre.server.hits
        label = f"full at {name}, moment {moment}"
        tried = self.theatre.stage.play(self.scene, folder, act="fail", at=moment, sabotage=self.sabotage)
        self._note(label, tried.is_civil, f"left with {tried.status}: {tried.said[-300:]}")
        again = self.theatre.stage.play(self.scene, folder, sabotage=self.sabotage)
        self._note(label, again.status == 0, f"the rerun left with {again.status}: {again.said[-300:]}")
        self._note(label, self.theatre.server.hits - hits <= unique + 1, "answers were paid for again")
        self.trials += 1

    def _yesterday(self) -> Path:
        """Return a folder with an issue of another period."""
        folder = self.theatre.set_up(self.scene)
        shutil.copytree(self.yesterday, folder / "work" / "out")
        return folder

    def _expect(
        self, label: str, tried: Played, statuses: set[int], hits: int, *, is_free: bool = True
    ) -> None:
        self.trials += 1
        self._note(label, tried.status in statuses, f"left with {tried.status}: {tried.said[-300:]}")
        self._note(label, tried.is_civil, "a traceback, or no documented status")
        if is_free:
            self._note(
                label,
                self.theatre.server.hits == hits,
                f"{self.theatre.server.hits - hits} calls were paid for",
            )

    def _note(self, label: str, is_well: bool, wrong: str) -> None:
        if not is_well:
            self.failures.append(f"{label}: {wrong}")


def disk(
    dice: random.Random, trials: int, *, sabotage: Sequence[str] = (), shared: Theatre | None = None
) -> Outcome:
    """Fill the disk before and after the paid calls, and make places read-only."""
    with a_theatre(shared) as theatre:
        theatre.place.chmod(0o755)  # for nobody to pass through
        scene = theatre.scenes["model"]
        made = _Trials(theatre, scene, _yesterday(theatre, scene), sabotage)
        for trial in _drawn(dice, trials, theatre.whole(scene), made):
            trial()
    note = "status 74 or 73 before the first paid call, yesterday's issue intact, answers paid for once"
    return Outcome(made.trials, tuple(made.failures), note)


def _yesterday(theatre: Theatre, scene: Scene) -> Path:
    """Return the folder of an issue of another period, made without the model."""
    kept = theatre.place / "yesterday"
    if not kept.exists():
        words = tuple("2026-03-01..2026-03-12" if word == "2026-03" else word for word in scene.words)
        earlier = Scene(name="yesterday", words=(*words, "--engine", "extractive"), stock=scene.stock)
        folder = theatre.set_up(earlier)
        assert theatre.stage.play(earlier, folder).status == 0
        shutil.copytree(folder / "work" / "out", kept)
    return kept


def _drawn(dice: random.Random, trials: int, whole: Whole, made: _Trials) -> Iterator[Callable[[], None]]:
    late = [(at, name) for at, name in enumerate(whole.played.moments, 1) if name.startswith(_AFTER_PAYING)]
    every: list[Callable[[], None]] = [
        *(partial(made.read_only, name) for name in _READ_ONLY),
        *(partial(made.full_at, limit) for limit in _LIMITS),
        *(partial(made.full_after_paying, at, name, whole.calls) for at, name in late),
    ]
    if trials >= len(every):
        yield from every
        return
    # Of each kind, whatever the dice say.
    yield from (every[1], every[2], every[len(_READ_ONLY) + 3], *dice.sample(every, max(0, trials - 3)))


def _give_away(folder: Path, user: int) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user)


BARS = (Bar(number=3, name="disk", trials=60, quick=6, run=disk),)
