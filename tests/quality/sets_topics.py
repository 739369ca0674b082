"""Which topics articles get from their words alone: the source's own category is taken away.

Cues were tuned on the even half only; every figure is given for the odd half and for all.
The labels of the sets are coarser than the taxonomy, so a set states which of its labels
each topic stands for; rows whose label has no topic (``india``, ``news``) are left out.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magazine.core.appraisal import TopicRole
from magazine.core.classify import Classifier
from magazine.taxonomy import load_taxonomy
from tests.quality.figures import Figure, QualitySet, is_odd, rows

PIB_LABELS: Mapping[str, tuple[str, ...]] = {
    "defence": ("defence",),
    "internal security": ("internal-security",),
    "economy": ("economy", "banking-finance", "budget-taxation", "trade-industry"),
    "agriculture": ("agriculture",),
    "environment": ("environment-biodiversity", "climate-change", "disaster-management", "geography"),
    "science and technology": ("science-technology", "space", "digital-ai"),
    "health": ("health",),
    "education": ("education-employment",),
    "infrastructure": ("infrastructure-energy",),
    "social justice": ("social-justice", "indian-society"),
    "rural development": ("government-schemes", "federalism-local-government"),
    "polity": (
        "polity-constitution",
        "parliament-legislation",
        "elections",
        "judiciary",
        "governance",
        "ethics",
    ),
    "international relations": ("international-relations", "india-neighbourhood", "summits-organisations"),
    "culture": ("art-culture", "history"),
    "sports": ("sports",),
}
"""The labels of pib_topic_map.json, and the topics that stand for each."""

_MERGED = {"energy": "infrastructure"}
"""Labels that the taxonomy holds as one topic."""

BBC_LABELS: Mapping[str, tuple[str, ...]] = {
    "business": (*PIB_LABELS["economy"], "infrastructure-energy"),
    "entertainment": ("art-culture",),
    "politics": PIB_LABELS["polity"],
    "sport": ("sports",),
    "tech": PIB_LABELS["science and technology"],
}

HINDI_LABELS: Mapping[str, tuple[str, ...]] = {
    "sport": ("sports",),
    "entertainment": ("art-culture",),
    "science": (*PIB_LABELS["science and technology"], *PIB_LABELS["environment"], "health"),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row's own label, and what the classifier made of it."""

    id: str
    gold: str
    section: str
    """The label of its section; another topic's id when that stands for no label; nothing without one."""
    others: frozenset[str]
    """The labels of its section and tags."""


def labelled(
    every: Iterable[Mapping[str, Any]], labels: Mapping[str, Sequence[str]], gold: Callable[[str], str | None]
) -> list[Labelled]:
    """Classify the rows that have a label, by title and body alone."""
    classifier = Classifier(load_taxonomy())
    named = {topic: label for label, topics in labels.items() for topic in topics}
    found = []
    for row in every:
        own = gold(row["category"])
        if own is not None:
            scores = classifier.topics_of(row["title"], row.get("body") or "")
            topics = [score.topic for score in scores if score.role is not TopicRole.FEATURE]
            answers = [named.get(topic, topic) for topic in topics] or [""]
            found.append(Labelled(row["id"], own, answers[0], frozenset(answers)))
    return found


def macro_f1(found: Sequence[Labelled]) -> float:
    """Return the mean F1 of the labels that some row has."""
    gold, given = Counter(row.gold for row in found), Counter(row.section for row in found)
    right = Counter(row.gold for row in found if row.gold == row.section)
    return sum(2 * right[label] / (gold[label] + given[label]) for label in gold) / len(gold)


def accuracy(found: Sequence[Labelled]) -> float:
    """Return the share of rows whose section is right."""
    return sum(row.gold == row.section for row in found) / len(found)


def tagged(found: Sequence[Labelled]) -> float:
    """Return the share of rows whose section or a tag is right."""
    return sum(row.gold in row.others for row in found) / len(found)


def of_halves(found: Sequence[Labelled]) -> list[Figure]:
    """Return the three figures for all rows and for the odd half."""
    halves = {"all": found, "odd half (reported)": [row for row in found if is_odd(row.id)]}
    measures = {
        "macro-F1 of the section": macro_f1,
        "section right": accuracy,
        "section or a tag right": tagged,
    }
    return [
        Figure(name=f"{half}: {name}", value=measure(part), n=len(part))
        for half, part in halves.items()
        for name, measure in measures.items()
    ]


def measure_pib(path: Path) -> list[Figure]:
    """Return the figures of releases, of which the ministry is the label."""
    given = json.loads((path.parents[1] / "exam" / "pib_topic_map.json").read_text("utf-8"))["topics"]
    gold = {ministry: _MERGED.get(label, label) for label, names in given.items() for ministry in names}
    return of_halves(labelled(rows(path), PIB_LABELS, gold.get))


def measure_bbc(path: Path) -> list[Figure]:
    """Return the figures of English news on five subjects."""
    return of_halves(labelled(rows(path), BBC_LABELS, lambda label: label if label in BBC_LABELS else None))


def measure_hindi(path: Path) -> list[Figure]:
    """Return the figures of Hindi headlines, which stand without a body."""
    return of_halves(
        labelled(rows(path), HINDI_LABELS, lambda label: label if label in HINDI_LABELS else None)
    )


TOPIC_SETS: tuple[QualitySet, ...] = (
    QualitySet(name="topics PIB", file="news/pib.jsonl", measure=measure_pib),
    QualitySet(name="topics BBC", file="news/bbc_topics.jsonl", measure=measure_bbc),
    QualitySet(name="topics Hindi", file="news/hindi_headlines.jsonl", measure=measure_hindi),
)
