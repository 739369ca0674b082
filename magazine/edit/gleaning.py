"""The extractive examiner's material: what the sources' own sentences can be asked about.

A true statement is a sentence as it stands. A false one is a sentence in which one
value gave way to another of its kind from elsewhere in the issue, and which the
guard refuses. Nothing else is changed, so that the grammar stays.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from magazine.core.fitness import Fitness, fitness, is_dependent
from magazine.core.issue import Evidence
from magazine.core.questions.accepted import is_askable, is_plain
from magazine.core.questions.days import undated
from magazine.core.questions.dossier import BECAUSE, Dossier
from magazine.core.questions.inference import amount_of
from magazine.core.questions.keys import Dice
from magazine.core.questions.proposals import (
    AmountProposal,
    CauseProposal,
    Claim,
    ClozeProposal,
    DatedProposal,
    PairProposal,
    Proposal,
    RowProposal,
)
from magazine.edit.askable import askability
from magazine.edit.pool import Pool
from magazine.edit.values import Value, values_of, year_within

_FEWEST_WORDS, _MOST_WORDS = 7, 34
"""Of a statement."""
_ASKABLE = 1.0
"""The least askability of a sentence that can only be true."""
_LIES = 2
"""False forms of one statement."""
_NEWS = re.compile(
    r"\brelease[sd]?\b|\breport(?:ed|s)\b|\bannounce[ds]?\b|\bpublished\b|\bissued (?:it|the)\b"
    r"|\battended\b|\b(?:was|were) present\b|\btook part\b|\binformed\b|\bdetails?\b"
    r"|\b[Tt]he (?:minister|ministry|department|government|leaders|two|statement|reply|same)\b"
    r"|विज्ञप्ति|जानकारी|विवरण|रिपोर्ट दी|आँकड़े|^मंत्रालय",
)
"""Of the report, not of its matter."""
_CONTRASTED = re.compile(r"\b(?:respectively|former|latter|whichever)\b|क्रमशः")


class Gleaner:
    """Finds what can be asked of one story.

    Args:
        dossier: The story's evidence.
        pool: The values of the whole issue.
        dice: Chooses among equals.
    """

    def __init__(self, dossier: Dossier, pool: Pool, dice: Dice) -> None:
        self._dossier = dossier
        self._story = dossier.story
        self._pool = pool
        self._dice = dice
        self._headline = self._story.headline.text

    @cached_property
    def claims(self) -> list[Claim]:
        """Return statements that are true, with their false forms, the most askable first."""
        found = [self._claim(line) for line in self._statements()]
        found = [each for each in found if each.lies or self._is_telling(each.truth.text)]
        return sorted(found, key=lambda claim: (not claim.lies, -askability(claim.truth.text)))

    @cached_property
    def clozes(self) -> list[ClozeProposal]:
        """Return sentences with a value to be filled in, names before figures."""
        found = [
            ClozeProposal(
                story=self._story.id,
                text=line.text,
                answer=value.text,
                distractors=tuple(self._others(line, value)),
                cites=(line.id,),
                is_numeric=value.is_numeric,
            )
            for line in self._statements()
            for value in self._values(line)
        ]
        return sorted(found, key=lambda cloze: (cloze.is_numeric, -askability(cloze.text)))

    @cached_property
    def causes(self) -> list[CauseProposal]:
        """Return statements with the reasons that their sentences give."""
        return [cause for line in self._statements() for cause in self._causes(line)]

    @cached_property
    def dated(self) -> list[DatedProposal]:
        """Return events with their times."""
        found = []
        for line in self._story.evidence:
            event = undated(line.text) if _is_sentence(line) and not _NEWS.search(line.text) else None
            if event and _is_event(event[0]):
                found.append(
                    DatedProposal(story=self._story.id, event=event[0], when=event[1], cites=(line.id,))
                )
        return found

    @cached_property
    def pairs(self) -> list[list[PairProposal]]:
        """Return lists of pairs, each of one kind, from lines of the form ``Rule 374: …``."""
        kinds: dict[str, dict[str, PairProposal]] = defaultdict(dict)
        for line in self._story.evidence:
            match = _LABELLED.fullmatch(line.text) if _is_sentence(line) else None
            kind = _pair_kind(match["label"], match["value"]) if match else ""
            if match and kind:
                pair = PairProposal(
                    story=self._story.id,
                    left=match["label"],
                    right=_opened(match["value"].rstrip(".।")),
                    kind=kind,
                    cites=(line.id,),
                    is_numeric=" amount" in kind,
                )
                kinds[kind].setdefault(pair.left, pair)
        return [list(each.values()) for each in kinds.values()]

    @cached_property
    def rows(self) -> list[list[RowProposal]]:
        """Return the rows of each table of three columns."""
        return [
            [
                RowProposal(story=self._story.id, header=table.header, cells=cells, cites=(cite,))
                for cells, cite in zip(table.rows, table.cites[1:], strict=False)
            ]
            for table in self._story.tables
            if len(table.header) == _COLUMNS and all(map(all, table.rows))
        ]

    @cached_property
    def amounts(self) -> list[list[AmountProposal]]:
        """Return lists of labelled amounts, each of one unit."""
        units: dict[str, list[AmountProposal]] = defaultdict(list)
        for line in self._story.evidence:
            match = _LABELLED.fullmatch(line.text) if _is_sentence(line) else None
            amount = amount_of(line.text) if match else None
            if (
                match
                and amount
                and amount[0] > 0
                and amount[1] not in _RATES
                and not re.search(r"\d", match["label"])
            ):
                units[amount[1]].append(
                    AmountProposal(
                        story=self._story.id,
                        label=match["label"],
                        text=line.text,
                        value=amount[0],
                        unit=amount[1],
                        cites=(line.id,),
                    )
                )
        return list(units.values())

    def _is_telling(self, text: str) -> bool:
        """Whether a sentence is worth knowing and says more than the headline."""
        known = any(value.text in self._headline for value in values_of(text))
        return askability(text) >= _ASKABLE and not known

    def _statements(self) -> Iterator[Evidence]:
        for line in self._story.evidence:
            if (
                _is_sentence(line)
                and _FEWEST_WORDS <= len(line.text.split()) <= _MOST_WORDS
                and fitness(line.text) is Fitness.PRINT
                and is_askable(line.text)
                and not _NEWS.search(line.text)
                and not _CONTRASTED.search(line.text)
                and ": " not in line.text
            ):
                yield line

    def _values(self, line: Evidence) -> list[Value]:
        """Return the values of a sentence that the headline does not give away; days are no matter."""
        return [
            value
            for value in values_of(line.text)
            if not value.kind.startswith("date")
            and not self._is_told(value)
            and (value.kind != "year" or value.size != self._pool.year)
        ]

    def _is_told(self, value: Value) -> bool:
        """Whether the headline has a value, or a word of a proper name: *Delhi* of *New Delhi*."""
        known = value.text in self._headline
        is_proper = value.kind.startswith(("place", "person"))
        return known or (is_proper and not set(value.text.split()).isdisjoint(self._headline.split()))

    def _others(self, line: Evidence, value: Value, *, at_home: bool = False) -> list[str]:
        """Return what could stand for a value, and does not stand in its sentence already."""
        others = self._pool.others(value, self._dice, at_home=at_home)
        return [other for other in others if other not in line.text]

    def _claim(self, line: Evidence) -> Claim:
        truth = Proposal(story=self._story.id, text=line.text, is_true=True, cites=(line.id,))
        values = sorted(self._values(line), key=lambda value: value.is_numeric)
        lies: list[Proposal] = []
        for value in (each for one in values for each in (one, *year_within(one))):
            # A figure is changed only where there is no name to change.
            if len(lies) >= _LIES or (value.is_numeric and lies):
                break
            lies += islice(self._lies(line, value), 1)
        return Claim(truth=truth, lies=tuple(lies))

    def _lies(self, line: Evidence, value: Value) -> Iterator[Proposal]:
        is_name = value.kind.startswith("name")
        for other in self._others(line, value, at_home=is_name):
            text = f"{line.text[: value.start]}{other}{line.text[value.end :]}"
            if self._dossier.refuses(text, (line.id,)):
                yield Proposal(
                    story=self._story.id,
                    text=text,
                    is_true=False,
                    cites=(line.id,),
                    twist=other,
                    original=value.text,
                    is_numeric=value.is_numeric,
                )

    def _causes(self, line: Evidence) -> Iterator[CauseProposal]:
        joints = list(BECAUSE.finditer(line.text))
        if len(joints) != 1:
            return
        effect = line.text[: joints[0].start()].rstrip(",") + line.text[-1]
        cause = line.text[joints[0].end() :]
        cause = _opened(cause)
        if not is_askable(effect) or not is_plain(cause) or is_dependent(cause):
            return
        if all(
            len(each.split()) >= _FEWEST_CAUSE and self._dossier.bears_out(each, (line.id,))
            for each in (effect, cause)
        ):
            yield CauseProposal(story=self._story.id, effect=effect, cause=cause, cites=(line.id,))


_FEWEST_CAUSE = 5
_COLUMNS = 3
_IN_ORDER = re.compile(r"\b(?:then|later|followed|next|first|earlier|again|second|third)\b|बाद|पहले|फिर")
_LABELLED = re.compile(r"(?P<label>[^:;,.]{2,60}): (?P<value>[^:;]{2,110}[^:;\s])")
_PROVISION = re.compile(r"(Article|Section|Rule|Schedule|अनुच्छेद|धारा|नियम) \d\S*(?: of .+)?")
_TIME = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:18|19|20)\d\d")
_SHORT = 5
_RATES = frozenset(["percent ", "ratio ", "ordinal "])
"""Figures whose sum says nothing."""


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _is_event(text: str) -> bool:
    is_whole = len(text.split()) >= _FEWEST_CAUSE and text.endswith((".", "।"))
    return is_whole and is_askable(text) and not _IN_ORDER.search(text)


def _pair_kind(label: str, value: str) -> str:
    """Return what a labelled line pairs, or nothing where the value would give its label away."""
    amount = amount_of(value)
    if match := _PROVISION.fullmatch(label):
        return f"provision matter {match[1]}" if not amount else ""
    what = f"amount {amount[1]}" if amount and len(value.split()) <= _SHORT else ""
    if _TIME.fullmatch(label):
        return f"time {what or 'event'}"
    return f"item {what}" if what else ""


def _is_sentence(line: Evidence) -> bool:
    return ".s" in line.id
