"""The plain summary against the first three sentences, on newspaper articles with a human summary."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from rouge_score.rouge_scorer import RougeScorer

from magazine.core.manuscript import read_manuscript
from magazine.core.sentences import split_sentences
from magazine.edit.summary import summary
from tests.quality.figures import Figure, QualitySet, article, is_odd, rows

_MEASURES = {"R1": "rouge1", "R2": "rouge2", "RL": "rougeL"}
_RESAMPLES = 2000
_SEED = 20260309
_ALLOWANCE = 1.05
"""Of the lead's words that a summary may have: sentences seldom fill it, so that the totals come out even."""

Scorer = Callable[[str, str], dict[str, float]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Lead and summary of one article: words, and scores of 0 to 100."""

    lead_words: int
    our_words: int
    lead: dict[str, float]
    ours: dict[str, float]


def measure(path: Path) -> list[Figure]:
    score = _scorer()
    read = list(rows(path))
    started = time.process_time()
    texts = [_texts(row) for row in read]
    milliseconds = 1000 * (time.process_time() - started) / len(read)
    pairs = [
        _Pair(
            lead_words=len(lead.split()),
            our_words=len(ours.split()),
            lead=score(row["reference_summary"], lead),
            ours=score(row["reference_summary"], ours),
        )
        for row, (lead, ours) in zip(read, texts, strict=True)
    ]
    figures = []
    for name, odd in (("even half (tuned)", False), ("odd half (reported)", True)):
        half = [pair for row, pair in zip(read, pairs, strict=True) if is_odd(row["id"]) is odd]
        figures += _half(name, half)
    return [*figures, Figure(name="ms of CPU an article", value=milliseconds, n=len(read))]


def _texts(row: dict[str, Any]) -> tuple[str, str]:
    lead = " ".join(split_sentences(row["body"])[:3])
    read = article(row)
    cited = read_manuscript(read).cited()
    ours = " ".join(cited[each] for each in summary(read, int(_ALLOWANCE * len(lead.split()))))
    return lead, ours


def _half(name: str, pairs: Sequence[_Pair]) -> list[Figure]:
    ratio = sum(pair.our_words for pair in pairs) / sum(pair.lead_words for pair in pairs)
    figures = [Figure(name=f"{name}: words, ratio to lead-3", value=ratio, n=len(pairs))]
    for measured in _MEASURES:
        gains = [pair.ours[measured] - pair.lead[measured] for pair in pairs]
        low, high = interval(gains)
        lead = fmean(pair.lead[measured] for pair in pairs)
        note = f"lead-3 {lead:.2f}, ours {lead + fmean(gains):.2f}, 95 % [{low:+.2f}, {high:+.2f}]"
        figures.append(
            Figure(name=f"{name}: {measured} gain over lead-3", value=fmean(gains), n=len(pairs), note=note)
        )
    return figures


def interval(gains: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of a mean difference by the paired bootstrap, seeded."""
    dice = random.Random(_SEED)  # noqa: S311 - a resampling, no secret
    means = sorted(fmean(dice.choices(gains, k=len(gains))) for _ in range(_RESAMPLES))
    return means[round(0.025 * _RESAMPLES)], means[round(0.975 * _RESAMPLES) - 1]


def _scorer() -> Scorer:
    scorer = RougeScorer(list(_MEASURES.values()), use_stemmer=True)

    def score(reference: str, text: str) -> dict[str, float]:
        found = scorer.score(reference, text)
        return {name: 100 * found[key].fmeasure for name, key in _MEASURES.items()}

    return score


PLAIN_SUMMARY = QualitySet(name="plain summary", file="news/newssumm_in.jsonl", measure=measure)
