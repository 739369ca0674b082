"""Killed at any moment: the same command again completes, as if nothing had been."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.scenes import Theatre, a_theatre
from tests.faults.theatre import Played, Scene, is_sound, outcome_of, strays
from tests.torture.bars import Bar, Outcome

_ORDER = (
    "make",
    "add",
    "model",
    "render",
    "fetch",
    "make",
    "model",
    "batch",
    "add",
    "render",
    "fetch",
    "pdf",
)
"""Scenes in turn; those that take longest come least often."""
_KILLED = -9


@dataclass(slots=True)
class _Trials:
    theatre: Theatre
    dice: random.Random
    sabotage: Sequence[str]
    only: str = ""
    kills: int = 0
    failures: list[str] = field(default_factory=list)

    def kill(self, scene: Scene) -> None:
        """Kill a scene once or twice, run it once more, and see what it left."""
        whole, server = self.theatre.whole(scene), self.theatre.server
        folder, before = self.theatre.set_up(scene), server.hits
        shots = []
        for _ in range(self.dice.choice((1, 1, 2))):
            shot, moment = self._shot(scene, folder, whole.played)
            if shot.status != _KILLED:
                break
            shots.append(moment)
        self.kills += len(shots)
        last = self.theatre.stage.play(scene, folder, sabotage=self.sabotage)
        is_paid_once = server.hits - before <= whole.calls + len(shots)
        for wrong in self._wrongs(folder, last, whole.left, is_paid_once):
            self.failures.append(f"{scene.name} killed at {' and '.join(shots)}: {wrong}")

    def _shot(self, scene: Scene, folder: Path, whole: Played) -> tuple[Played, str]:
        stage = self.theatre.stage
        if not self.only and self.dice.random() < 0.5:  # half at a counted moment, half at any
            seconds = self.dice.uniform(0, whole.seconds)
            return stage.play(scene, folder, kill_after=seconds, sabotage=self.sabotage), f"{seconds:.2f} s"
        at = self.dice.choice([at for at, name in enumerate(whole.moments, 1) if name.startswith(self.only)])
        shot = stage.play(scene, folder, act="kill", at=at, sabotage=self.sabotage)
        return shot, f"moment {at} ({whole.moments[at - 1]})"

    def _wrongs(
        self, folder: Path, last: Played, wanted: dict[str, str], is_paid_once: bool
    ) -> Iterator[str]:
        if last.status != 0:
            yield f"the rerun left with {last.status}: {last.said[-300:]}"
        found = outcome_of(folder)
        if found != wanted:
            names = sorted({*found.items()} ^ {*wanted.items()})
            yield f"not the same as undisturbed: {', '.join(dict.fromkeys(name for name, _ in names))}"
        if left := strays(folder):
            yield f"left behind: {', '.join(left)}"
        if not (is_sound(folder / "library.sqlite") and is_sound(_ledger(folder))):
            yield "a database does not pass its integrity check"
        if not is_paid_once:
            yield "more was paid than what was on its way"


def _ledger(folder: Path) -> Path:
    return folder / "home" / ".local" / "share" / "magazine" / "ledger.sqlite"


def kill(
    dice: random.Random,
    trials: int,
    *,
    names: Sequence[str] = _ORDER,
    sabotage: Sequence[str] = (),
    only: str = "",
    shared: Theatre | None = None,
) -> Outcome:
    """Kill so many runs of the scenes named, in turn; only at moments that begin so, when that is said."""
    with a_theatre(shared) as theatre:
        made, before = _Trials(theatre, dice, sabotage, only), theatre.server.hits
        plays = 0
        while made.kills < trials and plays < 2 * trials:
            made.kill(theatre.scenes[names[plays % len(names)]])
            plays += 1
        asked = theatre.server.hits - before
    note = (
        f"{', '.join(dict.fromkeys(names[:plays]))}: reruns end with equal bytes, sound databases, no strays;"
        f" {asked} model calls in all, none paid twice"
    )
    return Outcome(made.kills, tuple(made.failures), note)


BARS = (Bar(number=1, name="kill", trials=200, quick=8, run=kill),)
