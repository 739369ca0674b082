"""How alike two articles are: one text, one event, or one template filled in anew.

    words    an article's words and numbers, read once
    terms    what they speak of, weighed: names, numbers and the title count more
    vectors  the same against what is usual, short enough to keep
    texts    two articles word for word: a copy, or the same form about something else
    events   which articles of some neighbouring days tell of one event

Pure: how often a word occurs in the library, and who the neighbours are, is handed in.
"""

from magazine.core.likeness.events import Affinity, Member, Relation, affinity, parted
from magazine.core.likeness.terms import terms_of
from magazine.core.likeness.texts import Likeness, Reading, likeness
from magazine.core.likeness.vectors import Frequencies, Vector, cosine, vector_of
from magazine.core.likeness.words import Words, words_of

__all__ = [
    "Affinity",
    "Frequencies",
    "Likeness",
    "Member",
    "Reading",
    "Relation",
    "Vector",
    "Words",
    "affinity",
    "cosine",
    "likeness",
    "parted",
    "terms_of",
    "vector_of",
    "words_of",
]
