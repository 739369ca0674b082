"""The words by which sentences are compared."""

import re

_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036F\u0900-\u0963\u0966-\u0DFF]|['’.\-](?=[^\W_]))*")
"""A word with its combining marks: ``\\w`` alone would cut Indian scripts at every vowel sign."""

_PLURAL = 4
"""Letters of the shortest word whose last s is taken for a plural."""

_COMMON = """
a an the of to in on at for and or but if by with from as is are was were be been being it its
this that these those he she they them his her their we our us you your i me my not no has have
had do does did will would can could may might shall should must than then there here which who
whom whose what when where how why also into over after before about above under between during
while said says say added told one two more most such other some any all both each every new
same so only very just up down out off through per via s t according including
का के की को में से ने पर है हैं था थी थे हो होगा होगी होंगे हुआ हुई हुए और या तथा एवं व
कि यह ये वह वे इस उस इन उन इसके इसकी इसका इसमें इससे इसे उसके उसकी उन्होंने उनके उनकी
उनका अपने अपनी अपना भी ही तो तक लिए साथ बाद पहले द्वारा कर करने करना करके किया गई गया गए
जा जाता जाती जाएगा जाएगी रहा रही रहे दिया दी दिए जो जिस जिसमें जिससे कुछ सभी अन्य एक दो
नहीं न कहा बताया अब वाले वाली वाला होने होता होती होते
"""
_STOP = frozenset(_COMMON.split())
"""Words too common to tell sentences apart, in English and Hindi."""


def terms(text: str) -> list[str]:
    """Return the words of a text that carry meaning, folded, in order, repeats kept.

    English plurals and possessives lose their ending, so that *schools* meets
    *school*; nothing else is stemmed.
    """
    return [_singular(word) for word in _WORD.findall(text.casefold()) if word not in _STOP]


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set of terms that the larger one holds, 0.0 to 1.0."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) >= _PLURAL and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word
