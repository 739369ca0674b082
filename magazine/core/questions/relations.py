"""Relations between amounts, in words that can be read back: the inferences of T7.

    twice      The figure in A is more than twice that in B.
    together   The figures in B and C together are more than that in A.

``{a}`` and its like are the labels of premises (``I``, ``II``), so that a relation
says nothing that the premises do not give.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from magazine.core.article import Language

_WORDS: dict[Language, dict[str, str]] = {
    Language.ENGLISH: {
        "twice": "The figure given in {a} is more than twice the figure given in {b}.",
        "together": "The figures given in {b} and {c} together are more than the figure given in {a}.",
    },
    Language.HINDI: {
        "twice": "{a} में दिया गया मान {b} में दिए गए मान के दोगुने से अधिक है।",
        "together": "{b} और {c} में दिए गए मानों का योग {a} में दिए गए मान से अधिक है।",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation of two or three amounts, true or not."""

    kind: str
    labels: tuple[str, ...]

    def text(self, language: Language) -> str:
        """Return it in words; in English where a language has none."""
        return _WORDS.get(language, _WORDS[Language.ENGLISH])[self.kind].format(
            **dict(zip("abc", self.labels, strict=False))
        )

    def holds(self, amounts: Mapping[str, float]) -> bool:
        """Whether it is true of amounts by their labels.

        Raises:
            KeyError: An amount is missing.
        """
        first, *rest = (amounts[label] for label in self.labels)
        return sum(rest) > first if self.kind == "together" else first > 2 * rest[0]


def relations(labels: Sequence[str]) -> list[Relation]:
    """Return every relation that can be said of amounts."""
    two = [Relation(kind="twice", labels=pair) for pair in permutations(labels, 2)]
    three = [Relation(kind="together", labels=trio) for trio in permutations(labels, 3) if trio[1] < trio[2]]
    return [*two, *three]


def read_relation(text: str) -> Relation | None:
    """Return the relation that a text says, or None when it is none of ours."""
    for words in _WORDS.values():
        for kind, form in words.items():
            pattern = re.sub(r"\\\{([abc])\\\}", r"(?P<\1>[IVX]+)", re.escape(form))
            if match := re.fullmatch(pattern, text):
                found = match.groupdict()
                return Relation(kind=kind, labels=tuple(found[name] for name in sorted(found)))
    return None
