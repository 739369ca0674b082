"""Bar 6: whatever bytes come in, there is an answer within 10 s and 500 MB, and no crash."""

import json
import random
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from tests.attacks import readings
from tests.attacks.bench import LONGEST, MOST_MEMORY, Bench, Reading
from tests.attacks.canary import a_canary, a_secret_file
from tests.attacks.hostile_files import hostile_files
from tests.attacks.mutations import mutated
from tests.attacks.payloads import naughty_strings
from tests.attacks.seeds import Gate, gates
from tests.torture.bars import Bar, Outcome

Case = tuple[str, Reading, bytes]
"""What failures call it, the gate, and what is read."""
_LARGE = ("feed", "page")
"""The gates that strangers' bytes come through every night: four of five mutations."""
_BENCHES, _FEW = 2, 100


def read_mutated(dice: random.Random, trials: int) -> Outcome:
    """Read mutations of healthy examples at every gate."""
    return read_at(dice, trials, gates())


def read_at(
    dice: random.Random,
    trials: int,
    doors: Mapping[str, Gate],
    bench: Callable[[], Bench] = Bench,
) -> Outcome:
    """Read mutations at these gates."""
    large = [name for name in _LARGE if name in doors]
    rest = [name for name in doors if name not in large]
    cases: list[Case] = []
    for number in range(trials):
        among = large if large and (number % 5 or not rest) else rest
        name = among[(number // 5 if among is rest else number) % len(among)]
        gate = doors[name]
        cases.append((f"{name}, trial {number}", gate.reading, mutated(dice, gate.seeds)))
    return outcome_of(cases, bench)


_QUICK = frozenset(
    {
        "xxe_secret.xml",
        "xxe_http.xml",
        "broken_link.xml",
        "nested.json",
        "surrogates.jsonl",
        "long_number.json",
        "aliases.md",
        "object.md",
        "slip.md",
        "canonical.html",
        "remote.html",
        "nuls.txt",
    }
)
"""Those that take little time and are each of their own kind."""


def read_hostile(_dice: random.Random, trials: int) -> Outcome:
    """Read the files made to do harm, and the naughty strings in every kind of file."""
    with a_canary() as canary, tempfile.TemporaryDirectory() as folder:
        secret = a_secret_file(Path(folder)).as_uri().encode()
        cases: list[Case] = []
        few = _QUICK if trials < len(hostile_files()) * 2 else hostile_files().keys()
        for name, content in hostile_files().items():
            if name not in few:
                continue
            told = content.replace(b"{canary}", canary.url().encode()).replace(b"{secret}", secret)
            cases.append((name, readings.FILES[f".{name.rpartition('.')[2]}"], told))
        cases += _naughty()
        outcome = outcome_of(_spread(cases, len(few), trials))
    heard = tuple(f"the canary heard {line}" for line in canary.heard)
    return Outcome(outcome.trials, (*outcome.failures, *heard), f"{outcome.note}, nothing fetched")


def _naughty() -> Iterable[Case]:
    for number, text in enumerate(naughty_strings()):
        for name, (reading, wrap) in _WRAPPED.items():
            yield f"{name} of naughty string {number}", reading, wrap(text).encode("utf-8", "surrogatepass")


_WRAPPED: Mapping[str, tuple[Reading, Callable[[str], str]]] = {
    "feed": (
        readings.read_feed_here,
        lambda text: (
            f"<rss><channel><item><title>{text}</title><link>{escape(text)}</link></item></channel></rss>"
        ),
    ),
    "page": (readings.read_page_here, lambda text: f"<html><title>{text}</title><body><p>{text}</p><p>x</p>"),
    "markdown": (readings.FILES[".md"], lambda text: f"---\ntitle: {text}\ndate: {text}\n---\n{text}\n"),
    "row": (
        readings.FILES[".json"],
        lambda text: json.dumps(dict.fromkeys(("id", "title", "body", "url", "published", "source"), text)),
    ),
    "text": (readings.FILES[".txt"], lambda text: text),
    "facts": (readings.check_text, lambda text: f"{text} {text}"),
    "manifest": (readings.read_manifest_file, lambda text: f"issues: [{{name: {text}, period: {text}}}]"),
    "reply": (readings.read_reply, lambda text: f'{{"headline": {text}, "why": [{json.dumps(text)}]}}'),
}


def _spread(cases: Sequence[Case], first: int, trials: int) -> Sequence[Case]:
    """Return the first cases, and of the rest as many as are wanted, from all over."""
    step = max(1, (len(cases) - first) // max(1, trials - first))
    return [*cases[:first], *cases[first::step]]


def outcome_of(cases: Sequence[Case], bench: Callable[[], Bench] = Bench) -> Outcome:
    """Have every case read, on benches side by side; each fault is told once."""
    benches = _BENCHES if len(cases) > _FEW else 1  # a child takes a while to start
    lots = [cases[number::benches] for number in range(benches)]
    with ThreadPoolExecutor(benches) as pool:
        done = list(pool.map(lambda lot: _read(lot, bench()), lots))
    faults: dict[str, str] = {}
    for name, fault in (each for found, _ in done for each in found):
        faults.setdefault(f"{name.partition(',')[0]} {fault}", f"{name}: {fault}")
    slowest = max(used.slowest for _, used in done)
    heaviest = max(used.heaviest for _, used in done)
    note = (
        f"slowest {slowest:.1f} s of {LONGEST:g}, heaviest {heaviest / 1e6:.0f} MB of {MOST_MEMORY / 1e6:.0f}"
    )
    return Outcome(len(cases), tuple(faults.values()), note)


def _read(lot: Sequence[Case], bench: Bench) -> tuple[list[tuple[str, str]], Bench]:
    found: list[tuple[str, str]] = []
    with bench:
        for name, reading, content in lot:
            if fault := bench.fault(reading, content):
                found.append((name, fault))
    return found, bench


BARS = (
    Bar(number=6, name="parsers-mutated", trials=10_000, quick=160, run=read_mutated),
    Bar(number=6, name="parsers-hostile", trials=2_500, quick=60, run=read_hostile),
)
