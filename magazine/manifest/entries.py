"""A manifest's issues one by one: defaults put in, the matrix multiplied out, the names filled in."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from string import Formatter
from typing import Any

from magazine.core.dates import DateRange, between, parse_day, parse_period
from magazine.core.defaults import DEFAULT_PERIOD
from magazine.core.errors import UsageError
from magazine.manifest.forms import AXES, said
from magazine.manifest.mistakes import Mistake, nearest
from magazine.manifest.reading import Loc, Manifest

MOST_ISSUES = 20_000
_NAME_BYTES = 120
"""Of one folder's name; file systems take 255."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What no file or folder can be called on Windows, from which a drive may be shared."""
_UNFIT = re.compile(r"[^\w.\-\u0900-\u097F]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One issue that a manifest asks for."""

    name: str
    """Its folder below the output, with ``/`` between parts."""
    period: DateRange
    values: Mapping[str, Any]
    """What it says, by the names of the form; what nobody says is not there."""
    places: tuple[Loc, ...]
    """Where its values stand, the nearest first."""

    def line(self, manifest: Manifest, *keys: str) -> int:
        """Return the line where one of its values stands: of the first of the keys that is there."""
        found = ((*place, key) for key in keys for place in self.places if (*place, key) in manifest.lines)
        return manifest.line(*next(found, self.places[0]))


@dataclass(frozen=True, slots=True)
class _Asked:
    values: dict[str, Any]
    labels: dict[str, str]
    places: tuple[Loc, ...]
    pattern: str


def entries_of(manifest: Manifest, today: date) -> tuple[tuple[Entry, ...], tuple[Mistake, ...]]:
    """Return the issues of a manifest, in its order, and every mistake found so far.

    A mistake is that it asks for none or too many, that a period cannot be understood, or
    that a name is missing, taken, or leads out of the output folder.
    """
    mistakes = list(manifest.mistakes)
    entries: list[Entry] = []
    taken: dict[str, int] = {}
    for asked in _asked(manifest, mistakes):
        line = manifest.line(*asked.places[0], "name")
        try:
            entry = _entry(asked, today)
        except UsageError as error:
            key = "period" if asked.values.get("period") else "from"
            wrong = Entry(name="", period=DateRange(today, today), values={}, places=asked.places)
            mistakes.append(Mistake.of(wrong.line(manifest, key), error))
            continue
        if problem := _problem(entry.name, asked):
            mistakes.append(Mistake(line, *problem))
        elif (key := _folded(entry.name)) in taken:
            hint = f"The other is on line {taken[key]}." if taken[key] != line else "Name more of the axes."
            mistakes.append(Mistake(line, f"Two issues would have the name {entry.name!r}.", hint))
        else:
            taken[key] = line
        entries.append(entry)
    if not entries and not mistakes:
        mistakes.append(Mistake(1, "It asks for no issue.", "Name some under issues, or a matrix."))
    return tuple(entries), tuple(mistakes)


def _asked(manifest: Manifest, mistakes: list[Mistake]) -> Iterator[_Asked]:
    form, defaults = manifest.form, said(manifest.form.defaults)
    for index, issue in enumerate(form.issues):
        values = defaults | _without_rival(defaults, said(issue))
        yield _Asked(values, {}, (("issues", index), ("defaults",)), str(values.get("name", "")))
    if form.matrix is None:
        return
    fixed = said(form.matrix)
    axes = {name: _options(fixed.pop(name)) for name in AXES if name in fixed}
    count = 1
    for options in axes.values():
        count *= len(options)
    if count > MOST_ISSUES:
        mistakes.append(
            Mistake(manifest.line("matrix"), f"The matrix makes {count:,} issues.", "20,000 are the most.")
        )
        return
    base = defaults | _without_rival(defaults, fixed)
    pattern = base.get("name") or "-".join(f"{{{name}}}" for name in dict.fromkeys((*axes, "period")))
    for cell in itertools.product(*axes.values()):
        chosen = {name: value for name, (_, value) in zip(axes, cell, strict=True)}
        labels = {name: label for name, (label, _) in zip(axes, cell, strict=True) if label}
        values = base | _without_rival(base, chosen)
        yield _Asked(values, labels, (("matrix",), ("defaults",)), str(pattern))


def _without_rival(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return what an issue says itself; its period takes the place of the defaults' days, and the reverse."""
    rivals = ("first", "last") if "period" in own else ("period",) if "first" in own or "last" in own else ()
    for rival in rivals:
        if rival in base and rival not in own:
            own = {**own, rival: None}
    return own


def _options(axis: Sequence[Any] | Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return an axis' values, each with its label; empty: it is made from the value."""
    return list(axis.items()) if isinstance(axis, Mapping) else [("", value) for value in axis]


def _entry(asked: _Asked, today: date) -> Entry:
    values = {key: value for key, value in asked.values.items() if value is not None and key != "name"}
    if isinstance(values.get("topics"), str):
        values["topics"] = [values["topics"]]
    period = _period(values, today)
    labels = _labels(values, period) | {name: _fit(label) for name, label in asked.labels.items()}
    name = _filled(asked.pattern, labels)
    return Entry(name=name, period=period, values=values, places=asked.places)


def _period(values: Mapping[str, Any], today: date) -> DateRange:
    first, last = values.get("first"), values.get("last")
    if values.get("period") and (first or last):
        raise UsageError("Both a period and single days are given.", hint="Give period, or from and to.")
    if last and not first:
        raise UsageError("There is a last day (to) without a first one (from).", hint="Give both, or period.")
    if first:
        return between(parse_day(first), parse_day(last) if last else today)
    return parse_period(values.get("period") or DEFAULT_PERIOD, today)


def _labels(values: Mapping[str, Any], period: DateRange) -> dict[str, str]:
    brand = PurePosixPath(values.get("brand", "plain"))
    shown = brand.parent.name if brand.stem == "brand" and brand.parent.name else brand.stem
    return {
        "brand": _fit(shown),
        "topics": "-".join(_fit(topic) for topic in values.get("topics", ())) or "all",
        "period": period_label(period),
        "language": values.get("language", "mixed"),
        "theme": _fit(PurePosixPath(values.get("theme", "classic")).name),
    }


def period_label(period: DateRange) -> str:
    """Return a period as a name shows it: ``2026-W11``, ``2026-03``, a day, or its two ends."""
    first, last = period.first, period.last
    if first == last:
        return first.isoformat()
    if (first.isoweekday(), period.days) == (1, 7):
        return f"{first.isocalendar().year}-W{first.isocalendar().week:02}"
    if parse_period(f"{first:%Y-%m}", first) == period:
        return f"{first:%Y-%m}"
    return f"{first}-to-{last}"


def _filled(pattern: str, labels: Mapping[str, str]) -> str:
    """Fill a name's braces; only a plain ``{word}`` is one, so that nothing of Python's is reached."""
    name = pattern
    for each in _fields(pattern):
        if each in labels:
            name = name.replace(f"{{{each}}}", labels[each])
    return name


def _fields(pattern: str) -> list[str]:
    try:
        return [field for _, field, _, _ in Formatter().parse(pattern) if field is not None]
    except ValueError:
        return []


def _fit(label: str) -> str:
    return _UNFIT.sub("-", unicodedata.normalize("NFC", label)).strip("-.") or "x"


def _problem(name: str, asked: _Asked) -> tuple[str, str] | None:
    """Return what is wrong with a name, and what to do; None: nothing is."""
    unknown = [each for each in _fields(asked.pattern) if each not in AXES]
    if unknown:
        return f"name: there is no {{{unknown[0]}}} to fill in.", nearest(unknown[0], AXES)
    if not name:
        return "The issue has no name.", 'Write one, such as name: "{period}-{language}".'
    if "{" in name or "}" in name:
        return f"name: {name!r} has a brace that is not closed.", "Write it as {period}."
    return _astray(name)


def _astray(name: str) -> tuple[str, str] | None:
    """Return why a name is no folder below the output; None: it is one."""
    parts = name.split("/")
    if "\\" in name or ":" in name or any(part in {"", ".", ".."} for part in parts):
        hint = "Write plain names, with / for a folder below."
        return f"name: {name!r} leads out of the output folder.", hint
    if any(not _is_plain(part) for part in parts):
        return f"name: {name!r} is no name for a folder.", "Write letters, digits and dashes."
    if any(len(part.encode()) > _NAME_BYTES for part in parts):
        hint = "Give the topics a label, or name it otherwise."
        return f"name: {name[:40]!r}… is too long for a folder.", hint
    return None


def _is_plain(part: str) -> bool:
    # A dash in front makes an option of it, wherever a shell's pattern meets the folder.
    is_edged = part.startswith((".", "-")) or part.endswith(".") or part != part.strip()
    return part.isprintable() and not is_edged and not _RESERVED.fullmatch(part)


def _folded(name: str) -> str:
    # Two names that differ in case alone are one folder on some disks.
    return unicodedata.normalize("NFC", name).casefold()
