"""A statement in one script held against evidence in the other: Hindi from English, English from Hindi.

Numbers and dates are read alike in both. Names are looked for in a table of what Hindi
translates, and by their sound; a quotation cannot be borne out in another language.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from magazine.core.bilingual.equivalents import english_names, hindi_names, letter_named, name_at, spelled_out
from magazine.core.bilingual.hindi_words import is_common_hindi
from magazine.core.facts.names import HONORIFICS_HI, Name, is_acronym
from magazine.core.facts.numbers import NumberKind
from magazine.core.facts.quotations import flat, parts_of, quotations
from magazine.core.facts.script import Token, tokens_of, words_of
from magazine.core.finding import Problem, ProblemKind
from magazine.core.guard.days import check_dates
from magazine.core.guard.evidence import Evidence
from magazine.core.guard.figures import check_numbers
from magazine.core.guard.naming import check_name, is_known, is_plain_word
from magazine.core.guard.reading import Anchor, Reading
from magazine.core.guard.source import Source
from magazine.core.guard.transliteration import is_devanagari
from magazine.core.script import MEASURES, Script, script_of

_CROSSING = {Script.DEVANAGARI: Script.LATIN, Script.LATIN: Script.DEVANAGARI}
_SHORTEST = 3
_SPEECH = 3
"""Quotation marks around so few words may set off a name."""
_TITLES = HONORIFICS_HI | frozenset(
    words_of("मंत्री सचिव अध्यक्ष गवर्नर न्यायाधीश प्रोफेसर कप्तान नेता महानिदेशक निदेशक वैज्ञानिक अभिनेता लेखक")
)
_CASES = frozenset(
    words_of(
        "ने को का के की में से पर तक द्वारा जी और व एवं तथा जिला जिले शहर राज्य नदी नगर गांव घाटी"
        " द्वीप पहाड़ियों पहाड़ी स्टेशन बंदरगाह हवाई पार्क विश्वविद्यालय योजना मिशन"
    )
)
"""Stand after names: cases, and what a place or a scheme is called."""
_HOME = frozenset(words_of("भारत भारतीय भारतीयों भारतवासी भारतवासियों देश इंडिया हिंदुस्तान हिंदी जी सिंह श्री"))
"""What a source need not name, and what stands with many names."""


def crosses(sentence: str, evidence: Evidence) -> bool:
    """Tell whether no sentence of the evidence is in the script of a statement's sentence."""
    own = script_of(sentence)
    other = _CROSSING.get(own)
    return other is not None and own not in evidence.scripts and other in evidence.scripts


def check_crossing(statement: Reading, evidence: Evidence, source: Source) -> Iterator[Problem]:
    """Yield the problems of a sentence that crosses into another script than its evidence."""
    # Which number belongs to what cannot be told by the words around it: they are translated.
    counted = replace(statement, numbers=tuple(_counted(statement, evidence)))
    ranks = _ranks(statement, evidence)
    for problem in check_numbers(counted, evidence, cited=False, computed=[]):
        yield replace(problem, hard=problem.hard or problem.value in ranks)
    yield from check_dates(statement, evidence, cited=False)
    if script_of(statement.facts.text) is Script.DEVANAGARI:
        yield from _hindi_names(statement, source)
        yield from _latin_words(statement, evidence, source)
    else:
        yield from _english_names(statement, source)
    yield from _contrary(statement, evidence)


def _counted(statement: Reading, evidence: Evidence) -> Iterator[Anchor]:
    """Yield the numbers but for those of names that the evidence has too: थोरियम-232, COVID-19."""
    text = statement.facts.text
    for anchor in statement.numbers:
        number = statement.facts.numbers[anchor.index]
        glued = text[: number.start].endswith("-") and is_devanagari(text[: number.start - 1][-1:] or " ")
        if not (glued and any(f"-{number.text}" in reading.facts.text for reading in evidence.readings)):
            yield anchor


def _ranks(statement: Reading, evidence: Evidence) -> frozenset[str]:
    """Return the ordinals of a statement whose evidence has ordinals too: nobody counts to a rank."""
    theirs = (number.kind for reading in evidence.readings for number in reading.facts.numbers)
    if NumberKind.ORDINAL not in theirs:
        return frozenset()
    return frozenset(each.text for each in statement.facts.numbers if each.kind is NumberKind.ORDINAL)


def check_crossing_quotations(text: str, evidence: Evidence, source: Source) -> Iterator[Problem]:
    """Yield the quotations that are neither the source's own words nor a name."""
    for quotation in quotations(text):
        parts = [flat(part) for part in parts_of(quotation)]
        if all(evidence.quotes(part) for part in parts if part) or _is_named(quotation, source):
            continue
        yield Problem(
            kind=ProblemKind.QUOTATION,
            value=quotation,
            text="A translation gives nobody's own words: the marks of quotation cannot stand.",
            hard=len(quotation.split()) > _SPEECH,
        )


def _is_named(quotation: str, source: Source) -> bool:
    heard = source.transliteration
    for token in tokens_of(quotation):
        if token.text[0].isdigit():
            continue
        found = heard.latin_for(token.text) if is_devanagari(token.text) else heard.devanagari_for(token.text)
        if found is None and not source.knows(token.low):
            return False
    return True


def _hindi_names(statement: Reading, source: Source) -> Iterator[Problem]:
    """Yield the names of a Hindi sentence that the source's English does not bear out."""
    tokens = list(_outside_figures(statement))
    words = [token.low for token in tokens]
    place = 0
    while place < len(tokens):
        size, known = _hindi_span(tokens, words, place, source)
        if not known:
            hard = size > 1 or _stands_as_a_name(words, place)
            yield _unnamed(" ".join(token.text for token in tokens[place : place + size]), hard=hard)
        place += size


def _stands_as_a_name(words: Sequence[str], place: int) -> bool:
    """Tell whether a word that is neither common nor the source's must be a name.

    It is one of the table or an acronym, has a title or an office before it, a case
    after it, or another name beside it; an adjective, or half of a verb, has none of these.
    """
    word = words[place]
    if (word,) in hindi_names() or spelled_out(word) is not None:
        return True
    before, after = words[max(0, place - 2) : place], words[place + 1 : place + 2]
    if any(
        each in _TITLES or letter_named(each) or (each,) in hindi_names() for each in before
    ) or _CASES.issuperset(after):
        return True
    beside = [*before[-1:], *after]
    return any(not is_common_hindi(each) and each not in _HOME and is_devanagari(each) for each in beside)


def _hindi_span(
    tokens: Sequence[Token], words: Sequence[str], place: int, source: Source
) -> tuple[int, bool]:
    """Return how many words from a place belong together, and whether the source bears them out."""
    word = tokens[place].text
    if not is_devanagari(word):
        return 1, True
    phrase = name_at(words, place, hindi_names())
    heard = source.transliteration
    if phrase is not None:
        span = tokens[place : place + len(phrase)]
        return len(phrase), heard.names_hindi(phrase) or all(
            heard.latin_for(each.text, named=True) for each in span
        )
    if word in _HOME or _is_known(word, source):
        return 1, True
    # Parted in Hindi and joined in English: नव भारत, Navbharat.
    joined = len(tokens) > place + 1 and heard.latin_for(word + words[place + 1]) is not None
    return (2, True) if joined else (1, False)


def _unnamed(value: str, *, hard: bool = True) -> Problem:
    return Problem(kind=ProblemKind.NAME, value=value, text=f"The source does not name {value}.", hard=hard)


def _is_known(word: str, source: Source) -> bool:
    if len(word) < _SHORTEST or word in HONORIFICS_HI or letter_named(word) or is_common_hindi(word):
        return True
    letters = spelled_out(word)
    if letters is not None and source.transliteration.has_letters(letters):
        return True
    return word in source.words or source.transliteration.latin_for(word) is not None


def _outside_figures(statement: Reading) -> Iterator[Token]:
    facts = statement.facts
    spans = [*((q.start, q.end) for q in facts.numbers), *((d.start, d.end) for d in facts.dates)]
    spans.sort()
    at = 0
    for token in facts.tokens:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        if at == len(spans) or token.start < spans[at][0]:
            yield token


def _latin_words(statement: Reading, evidence: Evidence, source: Source) -> Iterator[Problem]:
    """Yield the Latin words of a Hindi sentence that the source does not have as they are."""
    for name in statement.facts.names:
        problem = check_name(name, evidence, source, cited=False)
        if problem is not None:
            yield problem
    for token in _outside_figures(statement):
        latin = token.text[0].isascii() and token.text[0].islower() and len(token.text) > 1
        if latin and token.low not in MEASURES and not is_known(token.text, source):
            yield _unnamed(token.text)


def _english_names(statement: Reading, source: Source) -> Iterator[Problem]:
    """Yield the names of an English sentence that the source's Hindi does not bear out."""
    for name in statement.facts.names:
        unknown = list(_unknown_words(name, source))
        if unknown:
            yield Problem(
                kind=ProblemKind.NAME,
                value=name.text,
                text=f"The source does not name {' '.join(unknown)}.",
            )


def _unknown_words(name: Name, source: Source) -> Iterator[str]:
    tokens = [_without_possessive(token) for token in tokens_of(name.text)]
    words = [token.low for token in tokens]
    place = 0
    while place < len(tokens):
        size, known = _english_span(tokens, words, place, source)
        if not known:
            yield " ".join(token.text for token in tokens[place : place + size])
        place += size


def _without_possessive(token: Token) -> Token:
    return token._replace(text=token.text.removesuffix("'s"), low=token.low.removesuffix("'s"))


def _english_span(
    tokens: Sequence[Token], words: Sequence[str], place: int, source: Source
) -> tuple[int, bool]:
    """Return how many words from a place belong together, and whether the source bears them out."""
    heard = source.transliteration
    phrase = name_at(words, place, english_names())
    size = len(phrase) if phrase else 1
    if phrase is not None and heard.names_english(phrase):
        return size, True
    span = tokens[place : place + size]
    if all(_is_known_english(token, source, listed=phrase is not None) for token in span):
        return size, True
    # Parted in English and joined in Hindi: Surya Kant, सूर्यकांत.
    joined = len(tokens) > place + 1 and heard.devanagari_for(words[place] + words[place + 1]) is not None
    return (2, True) if joined else (size, False)


def _is_known_english(token: Token, source: Source, *, listed: bool) -> bool:
    word = token.text
    heard = source.transliteration
    if not word[0].isalpha() or len(word) == 1 or heard.devanagari_for(word) is not None:
        return True
    if is_acronym(word):
        return heard.has_letters(word.replace(".", "").lower()) or is_known(word, source)
    if is_known(word, source) or word.lower() in _INDIA:
        return True
    # A common word is translated, and no table has all of them; a listed name must be there.
    return not listed and is_plain_word(word)


_INDIA = frozenset(["india", "indian", "indians"])


def _contrary(statement: Reading, evidence: Evidence) -> Iterator[Problem]:
    """Yield a denial that only one side has, and a direction that is turned about."""
    readings = [reading for reading in evidence.readings if not reading.title]
    ours = statement.facts
    if ours.negations and readings and not any(reading.facts.negations for reading in readings):
        yield Problem(
            kind=ProblemKind.NEGATION,
            value=ours.negations[0],
            text=f"The source does not deny what the statement does with {ours.negations[0]!r}.",
            hard=False,
        )
    theirs = {way for reading in readings for way in reading.facts.directions}
    if ours.directions and theirs and theirs.isdisjoint(ours.directions):
        yield Problem(
            kind=ProblemKind.DIRECTION,
            value=ours.directions[0],
            text=f"The source says {min(theirs)} where the statement says {ours.directions[0]}.",
            hard=False,
        )
