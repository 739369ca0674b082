"""Bar 12, in a library: each article is in one week of every zone, and in the right one."""

import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from magazine.core.article import Article
from magazine.core.dates import DateRange
from magazine.core.selection import Rule
from magazine.library import open_library
from magazine.taxonomy import load_taxonomy
from tests.attacks.bar_dates import ZONES
from tests.torture.bars import Bar, Outcome


def select_weeks(dice: random.Random, trials: int) -> Outcome:
    """Keep articles in a library, and count each in the weeks of several zones."""
    return select_with(dice, trials, lambda moment: moment.isoformat())


def select_with(dice: random.Random, trials: int, written: Callable[[datetime], str]) -> Outcome:
    """Keep them as they are written; every one is in one week, and in the right one."""
    first = date(2026, 12, 7)
    moments = [_of_winter(dice, number) for number in range(trials)]
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        with open_library(path, load_taxonomy(None), create=True) as library:
            library.add(_article(number, written(moment)) for number, moment in enumerate(moments))
            for zone in ZONES:
                for number in range(6):
                    monday = first + timedelta(weeks=number)
                    week = DateRange(monday, monday + timedelta(days=6))
                    found = library.shortlist(Rule(period=week, timezone=zone)).candidates
                    told = {int(each.reference.id.removeprefix("m")) for each in found}
                    right = {
                        n for n, each in enumerate(moments) if each.astimezone(ZoneInfo(zone)).date() in week
                    }
                    faults += [f"{moments[n].isoformat()}, week of {monday}, {zone}" for n in told ^ right]
        faults += _unbroken(path)
    return Outcome(
        trials, tuple(faults), f"each in one week of {len(ZONES)} zones, over week 53 and the new year"
    )


def _of_winter(dice: random.Random, number: int) -> datetime:
    """Return an instant of five weeks around the new year of 2027, often at a zone's midnight."""
    day = date(2026, 12, 8) + timedelta(days=dice.randint(0, 34))
    if number % 3 == 0:
        return datetime(day.year, day.month, day.day, dice.randint(0, 23), dice.randint(0, 59), tzinfo=UTC)
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(dice.choice(ZONES)))
    return midnight + timedelta(seconds=dice.choice((-1, 0, 1)))


def _article(number: int, published: str) -> Article:
    return Article(
        id=f"m{number}",
        title=f"Tide {number}",
        body=f"The tide of hour {number} rose at Kandla.",
        published=published,
    )


def _unbroken(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        (answer,) = database.execute("PRAGMA integrity_check").fetchone()
    return [] if answer == "ok" else [f"the library: {answer}"]


BARS = (Bar(number=12, name="weeks-of-a-library", trials=600, quick=90, run=select_weeks),)
