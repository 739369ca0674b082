"""Bar 7: no markup of an article is markup of the magazine, in any edition and any field."""

import random
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lxml import etree

from magazine.core.issue import Issue
from magazine.render.editions import renderer_for
from tests.attacks.canary import LOCAL_BYTES, a_canary, a_secret_file
from tests.attacks.command import Home, a_home
from tests.attacks.editions import doings, kinds, skeleton, strange_links
from tests.attacks.payloads import marked_articles, markup_payloads, naughty_strings
from tests.render.edition_samples import filled_with, whole_issue
from tests.render.test_hostile_pages import REACHING
from tests.torture.bars import Bar, Outcome

Press = Callable[[Issue], bytes]
_OF_MARKUP = {"html": "html", "epub": "epub", "anki": "apkg", "md": "md"}
_A_PRINTING = 24
"""Texts of one printed issue, each in every field of a story of its own."""
_HARMLESS = str.maketrans(dict.fromkeys("<>\"'&`", "x"))


def presses() -> Mapping[str, Press]:
    """Return what makes each edition, by its suffix."""
    made: dict[str, Press] = {}
    for name, suffix in {**_OF_MARKUP, "pdf": "pdf"}.items():
        made[suffix] = lambda issue, name=name: renderer_for(name).render(issue).content  # type: ignore[misc]
    return made


def print_payloads(dice: random.Random, trials: int) -> Outcome:
    """Print attackers' markup in every field of every edition."""
    return print_with(dice, trials, presses())


def print_with(
    dice: random.Random, trials: int, by: Mapping[str, Press], only: Sequence[str] = ()
) -> Outcome:
    """Print with these presses: each text once in each edition; only those texts, if any are named."""
    with a_canary() as canary, tempfile.TemporaryDirectory() as folder:
        places = (canary.url(), a_secret_file(Path(folder)).as_uri())
        reaching = [vector.format(at=place) for vector in REACHING for place in places]
        every = list(only) or [
            *reaching,
            *markup_payloads(),
            *(text for text in naughty_strings() if text.strip()),
        ]
        texts = every if trials >= len(every) else dice.sample(every, trials)
        lots = [texts[start : start + _A_PRINTING] for start in range(0, len(texts), _A_PRINTING)]
        with ThreadPoolExecutor(2) as pool:  # the typesetter is a process of its own
            faults = [
                fault for found in pool.map(lambda lot: list(_faults(lot, by)), lots) for fault in found
            ]
        faults += [f"the canary heard {line}" for line in canary.heard]
    note = f"in every field of {', '.join(sorted(by))}; no script, file, form or request"
    return Outcome(len(texts) * len(by), tuple(dict.fromkeys(faults)), note)


def _faults(texts: Sequence[str], by: Mapping[str, Press]) -> Iterator[str]:
    issue, twin = filled_with(*texts), filled_with(*(text.translate(_HARMLESS) for text in texts))
    for suffix, press in by.items():
        content = press(issue)
        yield from (f"{suffix}: a link to {link[:60]!r}" for link in strange_links_of(suffix, content, texts))
        if suffix == "pdf":
            yield from (f"pdf: {doing}" for doing in doings(content))
        else:
            yield from _markup_faults(suffix, content, press(twin))
        if LOCAL_BYTES.encode() in content:
            yield f"{suffix}: it holds bytes of the disk"


def strange_links_of(suffix: str, content: bytes, texts: Iterable[str]) -> list[str]:
    """Return the strange links of an edition; of one that is no XML, none: that is told apart."""
    try:
        return strange_links(suffix, content, texts)
    except etree.XMLSyntaxError:
        return []


def _markup_faults(suffix: str, content: bytes, harmless: bytes) -> Iterator[str]:
    try:
        new = kinds(suffix, content) - kinds(suffix, harmless)
    except etree.XMLSyntaxError:
        yield f"{suffix}: it is no XML"
        return
    yield from (f"{suffix}: an element {name} with {', '.join(held)}" for _, name, held in sorted(new))
    if suffix == "html" and skeleton(content) != skeleton(harmless):
        yield f"{suffix}: a story has other elements"


def print_articles(_dice: random.Random, trials: int) -> Outcome:
    """Add articles with markup in their fields, and make every edition of them."""
    rows = marked_articles()[: max(trials, 6)]
    with a_home() as home:
        home.write_rows(rows)
        home.run("add", "rows.jsonl")
        ran = home.run(
            "make",
            "--from",
            "2026-01-01",
            "--to",
            "2026-12-31",
            "--max-stories",
            "0",
            "--questions",
            "4",
            "-o",
            "out",
            "--format",
            "pdf,html,epub,md,anki",
        )
        faults = [] if ran.status == 0 else [f"make left with {ran.status}: {ran.err[-200:]}"]
        faults += [fault for suffix in (*_OF_MARKUP.values(), "pdf") for fault in _made_faults(home, suffix)]
    return Outcome(len(rows), tuple(faults), "from the articles' files to five editions")


def _made_faults(home: Home, suffix: str) -> Iterator[str]:
    path = home.folder / "out" / f"magazine.{suffix}"
    if not path.exists():
        yield f"{suffix}: it was not made"
        return
    content = path.read_bytes()
    urls = [str(row["url"]) for row in marked_articles()]
    yield from (f"{suffix}: a link to {link[:60]!r}" for link in strange_links_of(suffix, content, urls))
    if suffix == "pdf":
        yield from doings(content)
    else:
        known = kinds(suffix, presses()[suffix](whole_issue()))
        yield from (f"{suffix}: an element {kind[1:]}" for kind in kinds(suffix, content) - known)


BARS = (
    Bar(number=7, name="markup-in-every-field", trials=1_000, quick=3, run=print_payloads),
    Bar(number=7, name="markup-from-articles", trials=40, quick=6, run=print_articles),
)
