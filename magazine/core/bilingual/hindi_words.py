"""Which Hindi words are common: one that is not, nor is the source's, may be a name."""

import re
from functools import cache, lru_cache

from magazine.core.bilingual.hindi_vocabulary import hindi_vocabulary
from magazine.core.facts.numerals import ORDINALS, SCALES, UNITS
from magazine.core.facts.script import words_of
from magazine.core.facts.words import FUNCTION_WORDS

_ENDINGS = tuple(
    sorted(
        words_of(
            "ों ें ीं ां ा ी े ि ु ू ो ियों ियां इयों इयां ाइयों ाइयां ाओं ुओं ाएं एं ओं ाना ाने ानी ना ने नी ता ते ती कर ाकर"
            " ेगा ेगी ेंगे ूंगा एगा एगी एंगे ाएगा ाएगी ाएंगे ाया ाई ाए ाओ या ये यी ई ए वाना वाने वाया वाई"
            " वाए ाते ाता ाती िए इए"
        ),
        key=len,
        reverse=True,
    )
)
_SHORTEST = 2
"""Letters and signs of the shortest stem."""


@lru_cache(maxsize=1 << 14)
def hindi_stem(word: str) -> str:
    """Return a Hindi word in the plain spelling without its ending: बढ़ाया and बढ़ेगी are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def is_common_hindi(word: str) -> bool:
    """Tell whether a Hindi word in the plain spelling is a common one, or a form of one."""
    if word in FUNCTION_WORDS or word in _NUMERALS or word in hindi_vocabulary():
        return True
    stem = hindi_stem(_NASAL.sub("ं", word))
    return stem in hindi_vocabulary() or _is_derived(stem)


# A nasal before a stop of its own class is written as a letter or as a dot: केन्द्र, केंद्र.
_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")


def _is_derived(stem: str) -> bool:
    """Tell whether a word is made from a common one: पुनर्विकास, सदस्यीय, प्रक्षेपित."""
    if _root(stem) in _roots():
        return True
    heads = (stem[len(prefix) :] for prefix in _PREFIXES if stem.startswith(prefix))
    return any(head in hindi_vocabulary() or _root(head) in _roots() for head in heads if len(head) >= _LONG)


@cache
def _roots() -> frozenset[str]:
    return frozenset(map(_root, hindi_vocabulary()))


def _root(stem: str) -> str:
    for ending in _SUFFIXES:
        if stem.endswith(ending) and len(stem) - len(ending) >= _LONG:
            return stem[: -len(ending)]
    return stem


_LONG = 4
"""Letters and signs of the shortest root from which words are made: of shorter ones names are, सुरेश, प्रदीप."""
_PREFIXES = words_of(
    "पुनर् पुनः पुन अति अधि अनु अन अंतर् अंतर अप अभि अर्ध अल्प अव आत्म उप एक कु गैर दुर् द्वि नव ना निः निर् पर पूर्व"
    " प्रति प्र बहु बे महा मुख्य यथा लघु वि सर्व सह सम सं सु स्व हर"
)
_SUFFIXES = tuple(
    sorted(
        words_of(
            "ीय ीयत िक िकत ित ितत त्व त कार कारी कर्त युक्त पूर्ण वाद वादी मंद दार दारी शील शीलत रोध रोधी पन हीन बद्ध"
            " गत जन्य ग्रस्त कृत ीकृत ीकरण करण ण न स्थ भर वान मान विद जन बाज गर ग्राही पर परक प्रद दाय दायक धारक धारी"
            " व्याप व्यापी स्तर स्तरीय िय ात आत्मक ात्मक तः पूर्वक वार रत मय रहित सहित आधारित संबंध संबंधी"
        ),
        key=len,
        reverse=True,
    )
)


_NUMERALS = frozenset([*UNITS, *SCALES, *ORDINALS])
