"""Function words, stems and negation."""

from collections.abc import Sequence
from functools import lru_cache

from magazine.core.facts.script import Token, words_of

FUNCTION_WORDS: frozenset[str] = frozenset(
    words_of(
        "a an the of in on at to for from by with and or but as is are was were be been being am"
        " it its this that these those he she they his her hers their theirs them him who whom"
        " whose which what has have had having will would can could may might must shall should do"
        " does did done not no nor so than then there here into over under after before about also"
        " more most other such only own same now up out if when while where why how all any both"
        " each few some i you we our ours your yours my mine me us via per amid among across along"
        " according meanwhile however despite although though overall additionally furthermore"
        " moreover finally during since because through between against until within without"
        " around yet still just even very too upon onto off down again further once one ones it's"
        " that's let there's he's she's they've"
    )
) | frozenset(
    words_of(
        "का के की को में से पर ने और या एक यह वह ये वे इस उस इन उन है हैं था थी थे हो होगा होगी होंगे रहा रही रहे"
        " गया गई गए कर करते करने करना किया की किए कहा तक भी ही तो जो कि लिए साथ द्वारा अपने अपनी अपना बाद तथा एवं"
        " जिस जिन हुए हुआ हुई जा जाता जाती जाने दिया दी दिए गए आज अब जब तब यहां वहां कुछ सभी सब बहुत हम हमारे हमारी"
        " हमारा मैं मेरे मेरी आप आपके आपकी उनके उनकी उनका इसके इसकी इसका उसके उसकी उन्होंने इसमें न नहीं लेकिन"
    )
)
"""Words that carry no fact."""

EMPTY_WORDS: frozenset[str] = FUNCTION_WORDS - frozenset(
    words_of("against before after under over between within without per not no")
)
"""Function words without those that tell two figures apart: for and against, before and after."""

_ENDINGS = tuple(
    words_of(
        "izations isations ization isation ations ation ements ement ments ment nesses ness ings"
        " ing edly ied ies ers er ed es ly s"
    )
)
_SHORTEST = 3


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return a word without its ending, in small letters; Indian scripts are left alone."""
    word = word.removesuffix("'s").rstrip(".'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            root = word[: -len(ending)]
            if ending in {"ies", "ied"}:
                return root + "y"
            if ending in {"ing", "ed", "er", "ers"} and root[-1] == root[-2] and root[-1] not in "ls":
                return root[:-1]
            return root.rstrip("e") if len(root) > _SHORTEST else root
    return word.rstrip("e") if len(word) > _SHORTEST + 1 else word


_NEGATIONS = frozenset(
    words_of(
        "not no never none nor neither nobody nothing nowhere without cannot unable refuse"
        " refuses refused refusing n't"
    )
) | frozenset(words_of("नहीं नही मत बिना बगैर"))


_NEGATED_STEMS = frozenset(map(stem, _NEGATIONS))
_NOTHING_DENIED = frozenset(words_of("only just merely less later"))


def is_negation(word: str) -> bool:
    """Tell whether a word in small letters, or its stem, denies."""
    return word in _NEGATIONS or word in _NEGATED_STEMS or word.endswith("n't")


def negations(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the words that deny, in order; ``not only`` and ``No. 5`` deny nothing."""
    found = []
    for place, token in enumerate(tokens):
        if not is_negation(token.low):
            continue
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        numbered = following[:1].isdigit() or following in _NOTHING_DENIED
        if not (numbered and token.low in {"not", "no"}):
            found.append(token.low)
    return tuple(found)
