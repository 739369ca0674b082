"""Bar 10: a page that would never be set is stopped at its limit, and all the rest is printed."""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from magazine.core.errors import RendererError
from magazine.core.ports import Edition
from magazine.render.confined import GIB, Limits, OverrunError, confined
from magazine.render.pdf import PdfRenderer
from magazine.render.pictures import developed
from magazine.render.themes import Theme, load_theme
from magazine.render.typesetting import Manuscript, typeset
from tests.attacks.command import Home, a_home
from tests.render.sample import a_section, a_story, an_issue
from tests.render.test_hostile_pages import EXHAUSTING, FONT
from tests.torture.bars import Bar, Outcome

Setter = Callable[[str], object]
_LIMITS, _SHORT = Limits(seconds=6, memory=2 * GIB), Limits(seconds=2, memory=2 * GIB)
_SLACK = 20.0
"""Seconds between a limit and its effect, on a busy machine."""
_BREAKERS = {
    "an error of the engine": '<p style="font-size: 1e7px">x</p>',
    "work without end": "<table><tr><td colspan=1000000>x</table>",
    "nesting": "<b>" * 20_000,
}
"""What a story's template gives the engine, to stand for markup that nobody has thought of."""


def set_apart(html: str, limits: Limits) -> object:
    """Set a page as the PDF renderer does, with less time."""
    return confined(typeset, Manuscript(html=html, style=FONT, identifier="x"), limits=limits)


def set_pages(dice: random.Random, trials: int) -> Outcome:
    """Set pages that exhaust time, memory or stack."""
    limits = _LIMITS if trials >= len(EXHAUSTING) else _SHORT
    return set_with(dice, trials, lambda html: set_apart(html, limits), limits)


def set_with(dice: random.Random, trials: int, setter: Setter, limits: Limits) -> Outcome:
    """Set them with a typesetter, which must print them or say why not, within its limit."""
    names = (
        sorted(EXHAUSTING) if trials >= len(EXHAUSTING) else sorted(dice.sample(sorted(EXHAUSTING), trials))
    )
    faults: list[str] = []
    stopped = 0
    for name in names:
        begun = time.monotonic()
        try:
            setter(EXHAUSTING[name])
        except OverrunError:
            stopped += 1
        except Exception as error:  # noqa: BLE001 - it has reached the parent, which is the fault
            faults.append(f"{name}: {type(error).__name__} reached the parent")
        if (taken := time.monotonic() - begun) > limits.seconds + _SLACK:
            faults.append(f"{name}: it took {taken:.0f} s")
    note = f"{stopped} of {len(names)} stopped at {limits.seconds:g} s or 2 GiB, the others set"
    return Outcome(len(names), tuple(faults), note)


def print_rest(_dice: random.Random, trials: int) -> Outcome:
    """Print issues in which stories break the page: those are named, the rest is printed."""
    return print_with(trials, lambda theme: PdfRenderer(theme, limits=Limits(seconds=12, memory=2 * GIB)))


def print_with(trials: int, renderer: Callable[[Theme], PdfRenderer]) -> Outcome:
    """Print them with renderers."""
    faults: list[str] = []
    breakers = list(_BREAKERS.items())[:trials]
    with a_home() as home:
        for name, breaker in breakers:
            theme = _broken_theme(home.folder / name.replace(" ", "-"), breaker)
            stories = (a_story(title) for title in ("One", "Unsettable"))
            try:
                edition = renderer(theme).render(an_issue(a_section("C", *stories)))
                faults += [f"{name}: {why}" for why in _rest_faults(edition)]
            except (RendererError, OverrunError) as error:
                faults.append(f"{name}: nothing was printed: {error}")
    return Outcome(len(breakers), tuple(faults), "the story named, the others printed")


def _broken_theme(folder: Path, breaker: str) -> Theme:
    """Make a theme whose stories called "Unsettable" break the page."""
    shutil.copytree(load_theme().folder, folder)
    body = (load_theme().folders[1] / "_story_body.html").read_text(encoding="utf-8")
    broken = f'{{% if "Unsettable" in story.headline %}}{breaker}{{% endif %}}'
    (folder / "_story_body.html").write_text(body + broken, encoding="utf-8")
    return load_theme(f"{folder}/")


def _rest_faults(edition: Edition) -> Iterator[str]:
    if not edition.content.startswith(b"%PDF-"):
        yield "there is no PDF"
    if not any("(unsettable) cannot be set" in note for note in edition.notes):
        yield "the story is not named"


def print_batch(_dice: random.Random, trials: int) -> Outcome:
    """Run a batch in which issues cannot be set: they are named, the others are made."""
    with a_home() as home:
        _broken_theme(home.folder / "broken", _BREAKERS["an error of the engine"])
        home.write_rows(
            {
                "id": f"r{day}",
                "title": f"{'Unsettable' if day % 2 else 'A port'} {day}",
                "published": f"2026-03-{day:02}",
                "body": f"The port took {day + 10} ships on Monday. It will take more in 2027.",
            }
            for day in range(1, trials + 1)
        )
        home.run("add", "rows.jsonl")
        listed = "".join(
            f"  - {{name: day{day}, period: 2026-03-{day:02}}}\n" for day in range(1, trials + 1)
        )
        manifest = f"defaults: {{theme: broken/, questions: 0, format: pdf}}\nissues:\n{listed}"
        (home.folder / "weekly.yaml").write_text(manifest, encoding="utf-8")
        ran = home.run("batch", "weekly.yaml", "--workers", "2")
        faults = [] if ran.status == 3 else [f"batch left with {ran.status}: {ran.err[-200:]}"]
        faults += [
            f"day {day}: it is {'' if _made(home, day) else 'not '}made"
            for day in range(1, trials + 1)
            if _made(home, day) != (day % 2 == 0)
        ]
    return Outcome(trials, tuple(faults), "the others of the batch were made")


def _made(home: Home, day: int) -> bool:
    return (home.folder / f"weekly/day{day}/magazine.pdf").exists()


def develop_bombs(_dice: random.Random, trials: int) -> Outcome:
    """Hand in pictures that unpack to gigabytes, break off, or are no pictures."""
    from tests.attacks.pictures import bombs  # noqa: PLC0415

    pictures = dict(list(bombs().items())[:trials])
    made = developed({f"asset:picture/{name}": content for name, content in pictures.items()})
    faults = [
        f"{name.rpartition('/')[2]}: {len(content)} bytes were printed"
        for name, content in made.prints.items()
        if len(content) > 4_000_000 or "good" not in name
    ]
    faults += [] if len(made.prints) == 1 else [f"{len(made.prints)} pictures were taken for good ones"]
    faults += [] if len(made.notes) == len(pictures) - 1 else ["not every picture left out is named"]
    return Outcome(len(pictures), tuple(faults), "left out with a note; the good one printed")


BARS = (
    Bar(number=10, name="pages-without-end", trials=20, quick=1, run=set_pages),
    Bar(number=10, name="rest-of-the-issue", trials=3, quick=1, run=print_rest),
    Bar(number=10, name="rest-of-the-batch", trials=6, quick=2, run=print_batch),
    Bar(number=10, name="picture-bombs", trials=7, quick=7, run=develop_bombs),
)
