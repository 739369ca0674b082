"""Two runs at once: one works and nothing is paid twice; a lock ends with its owner; no network disks."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from magazine.core.errors import ConfigurationError
from magazine.library.database import open_database
from tests.faults.scenes import Theatre, a_theatre
from tests.faults.theatre import a_place, is_sound, outcome_of, strays
from tests.torture.bars import Bar, Outcome

_BUSY = 75
_COPIES = 20
_THINKING = 3.0
"""Seconds of the model's: as long as it takes all runs to come to the lock."""
_RACED = ("model", "batch", "add")
_NETWORK = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "fuse.sshfs",
    "ceph",
    "lustre",
    "9p.none",
    "ext4",
    "tmpfs",
    "xfs",
    "apfs",
)
_LOCAL = frozenset({"9p.none", "ext4", "tmpfs", "xfs", "apfs"})


def twins(
    dice: random.Random,
    trials: int,
    *,
    copies: int = _COPIES,
    sabotage: Sequence[str] = (),
    shared: Theatre | None = None,
) -> Outcome:
    """Start a command several times at once, so often; kill the owner of the lock in every other trial."""
    failures: list[str] = []
    working = 0
    with a_theatre(shared) as theatre:
        stage, server = theatre.stage, theatre.server
        for number in range(trials):
            scene = theatre.scenes[_RACED[number % len(_RACED)]]
            whole = theatre.whole(scene)
            folder, hits = theatre.set_up(scene), server.hits
            kills = number % 2
            if kills:  # the next ones find a lock whose owner is gone
                stage.play(scene, folder, kill_after=dice.uniform(0.05, 1), sabotage=sabotage)
            with theatre.thinking(_THINKING):
                raced = stage.play(scene, folder, copies=copies, sabotage=sabotage)
            working += raced.statuses.count(0)
            label = f"{scene.name}, trial {number + 1}"
            if not set(raced.statuses) <= {0, _BUSY} or 0 not in raced.statuses:
                failures.append(f"{label}: left with {sorted(raced.statuses)}: {raced.said[-300:]}")
            if server.hits - hits > whole.calls + 2 * kills:
                failures.append(f"{label}: {server.hits - hits} calls instead of {whole.calls}")
            if outcome_of(folder) != whole.left or not is_sound(folder / "library.sqlite"):
                failures.append(f"{label}: not what one run alone leaves")
            if left := strays(folder):
                failures.append(f"{label}: left behind {left}")
    note = (
        f"{copies} starts each, {working} of {trials * copies} worked or found it done, the rest left with 75"
    )
    return Outcome(trials, tuple(failures), note)


def network(_: random.Random, trials: int, *, mounts: Path | None = None) -> Outcome:
    """Open libraries on file systems of many kinds, as the kernel would describe them.

    Args:
        trials: Kinds.
        mounts: Read in place of the description that names them: the protection is off.
    """
    failures: list[str] = []
    kinds = _NETWORK[: max(trials, 2)]
    with a_place() as place:
        for kind in kinds:
            folder = place / kind / "with space"
            folder.mkdir(parents=True)
            told = place / f"{kind}.mounts"
            where = str(folder).replace(" ", "\\040")
            told.write_text(
                "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n"
                f"31 27 0:30 / {where} rw,relatime shared:1 - {kind} server:/x rw\n",
                encoding="utf-8",
            )
            library = folder / "library.sqlite"
            library.touch()
            try:
                open_database(library, create=True, mounts=mounts or told).close()
                is_refused = False
            except ConfigurationError as error:
                is_refused = kind in error.message and bool(error.hint)
            if is_refused == (kind in _LOCAL):
                failures.append(f"{kind}: {'refused' if is_refused else 'taken'}")
            if is_refused and [*folder.iterdir()] != [library]:
                failures.append(f"{kind}: refused, and written to all the same")
            if not is_refused and not _is_wal(library):
                failures.append(f"{kind}: taken, and without its log")
    return Outcome(len(kinds), tuple(failures), "network file systems refused with a sentence, untouched")


def _is_wal(library: Path) -> bool:
    with closing(sqlite3.connect(library)) as opened:
        return bool(opened.execute("PRAGMA journal_mode").fetchone() == ("wal",))


BARS = (
    Bar(number=5, name="twins", trials=12, quick=2, run=twins),
    Bar(number=5, name="network-disks", trials=len(_NETWORK), quick=len(_NETWORK), run=network),
)
