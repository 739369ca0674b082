"""The style of a test: which kinds, how many options, and its fixed words in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from magazine.core.article import Language
from magazine.core.question import QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The fixed words of questions in one language, by their keys in the preset files."""

    language: Language
    words: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def filled(self, key: str, *args: object, **names: object) -> str:
        """Return a phrase with its braces filled."""
        return self.words[key].format(*args, **names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """An exam's style."""

    id: str
    name: str
    mix: tuple[tuple[QuestionKind, int], ...]
    """How many of each kind in a test of as many questions as these sum up to."""
    options: int
    """Four, or five with a last one that is never right."""
    negative_share: float
    """Of all questions, those that ask which is *not* correct: at most a tenth."""
    numeric_share: float
    """Of all questions, those that ask for a mere figure, as far as there is other material."""
    numbering: Literal["arabic", "roman"]
    """Of the statements to choose from."""
    pairs_by: Literal["subset", "count"]
    """Whether pairs are asked with ``1 and 2 only`` or with ``Only two pairs``."""
    wordings: Mapping[Language, Wording]

    def wording(self, language: Language) -> Wording:
        """Return the words of a language; English where there are none."""
        return self.wordings.get(language, self.wordings[Language.ENGLISH])


_ROMAN = ("I", "II", "III", "IV", "V")


def labels(count: int, numbering: str = "arabic") -> tuple[str, ...]:
    """Return the labels of so many items: ``1 2 3``, ``I II III`` or ``A B C``."""
    if numbering == "letters":
        return tuple("ABCDE"[:count])
    return _ROMAN[:count] if numbering == "roman" else tuple(str(number + 1) for number in range(count))
