"""Python, disk, rights, clock and zone."""

import os
import shlex
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from magazine.doctor.check import Check

OLDEST_PYTHON = (3, 11)
LEAST_FREE = 500_000_000
"""Bytes: room for a large issue, its scratch files and a library that grows."""
_WRITTEN = date(2026, 1, 1)
"""No clock that is right is before this program."""
_AHEAD = timedelta(days=1)


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Check:
    """Look at Python, and at the SQLite that came with it."""
    running = ".".join(map(str, version))
    if version[:2] < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        return Check(
            name="python",
            ok=False,
            found=f"Python {running} is too old.",
            advice=f"Install Python {oldest} or later: apt-get install -y python3 python3-venv",
        )
    found = f"Python {running}, SQLite {sqlite3.sqlite_version}"
    with closing(sqlite3.connect(":memory:")) as scratch:
        try:
            scratch.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.OperationalError:
            return Check(
                name="python",
                ok=False,
                found=f"{found}, which cannot search texts.",
                advice="Take a Python whose SQLite has FTS5, as that of python.org or of Debian has.",
            )
    return Check(name="python", ok=True, found=found)


def disk(places: Iterable[Path], least: int = LEAST_FREE) -> Check:
    """Look at the room on the disks where something is written."""
    frees = {place: shutil.disk_usage(_standing(place)).free for place in places}
    place, free = min(frees.items(), key=lambda each: each[1])
    found = f"{free / 1e9:.1f} GB free at {place}"
    if free >= least:
        return Check(name="disk", ok=True, found=found)
    return Check(
        name="disk", ok=False, found=found, advice=f"Free some space: {least / 1e6:.0f} MB should be there."
    )


def rights(folders: Iterable[Path], secrets: Iterable[Path] = ()) -> Check:
    """Look whether folders can be written, and whether files of secrets are their owner's alone."""
    for folder in folders:
        if trouble := _unwritable(folder):
            name = shlex.quote(str(folder))
            return Check(
                name="rights",
                ok=False,
                found=f"{folder} cannot be written: {trouble}.",
                advice=f"Make it a folder of yours: mkdir -p {name} && chown -R $(id -un) {name}",
            )
    for secret in (each for each in secrets if each.is_file()):
        if secret.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            return Check(
                name="rights",
                ok=False,
                found=f"{secret} can be read by others.",
                advice=f"Keep it to yourself: chmod 600 {shlex.quote(str(secret))}",
            )
    return Check(name="rights", ok=True, found="the folders can be written, secrets are yours alone")


def clock(now: datetime, newest: date | None, zone: tzinfo, last_run: datetime | None = None) -> Check:
    """Look whether the clock can be right, beside the newest article and the last run."""
    today = now.astimezone(zone).date()
    found = f"{now.astimezone(zone).isoformat(timespec='minutes')}, days part at midnight of {zone}"
    trouble = ""
    if today < _WRITTEN:
        trouble = f"It is said to be {today}, before this program was written."
    elif last_run and last_run > now + _AHEAD:
        trouble = f"It is said to be {today}, but an issue was made on {last_run.astimezone(UTC).date()}."
    elif newest and newest > today + _AHEAD:
        trouble = f"It is said to be {today}, but an article of the library is of {newest}."
    if not trouble:
        return Check(name="clock", ok=True, found=found)
    advice = "Set the clock (timedatectl set-ntp true), or correct the article's date."
    return Check(name="clock", ok=False, found=trouble, advice=advice)


def _standing(place: Path) -> Path:
    """Return a place, or the nearest folder above it that is there."""
    return next(each for each in (place, *place.absolute().parents) if each.exists())


def _unwritable(folder: Path) -> str:
    """Return why nothing can be written into a folder, which need not be there yet; empty when it can."""
    place = _standing(folder)
    try:
        with tempfile.TemporaryFile(dir=place):
            return ""
    except OSError as error:
        return os.strerror(error.errno) if error.errno else "it is no folder"
