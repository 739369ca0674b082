"""Number words, English and Hindi, and the marks of multiplication."""

from magazine.core.facts.script import plain, words_of

_ONES = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")
_HINDI = words_of(
    "शून्य एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस"
    " बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस"
    " पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस"
    " सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ"
    " बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर"
    " छिहत्तर सतहत्तर अठहत्तर उनासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी"
    " नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे"
)
_HINDI_VARIANTS = plain(
    "छः=6 छे=6 पन्द्रह=15 अठाईस=28 सवा=1.25 डेढ़=1.5 ढाई=2.5 चौबिस=24 उन्तीस=29 इकत्तीस=31 पैतीस=35 चौसठ=64"
)

UNITS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_ONES)},
    **{word: float(value) for value, word in enumerate(_HINDI)},
    **{word: float(value) for word, _, value in (pair.partition("=") for pair in _HINDI_VARIANTS.split())},
}
"""Number words that stand alone or after a ten; Hindi has one for each number to 99."""

TENS: dict[str, float] = {word: 10.0 * value for value, word in enumerate(_TENS, start=2)}

SCALES: dict[str, float] = {
    **dict.fromkeys(["hundred", "hundreds", plain("सौ")], 1e2),
    **dict.fromkeys(["thousand", "thousands", plain("हज़ार")], 1e3),
    **dict.fromkeys(["lakh", "lakhs", "lac", "lacs", plain("लाख")], 1e5),
    **dict.fromkeys(["million", "millions", "mn", "mln", plain("मिलियन")], 1e6),
    **dict.fromkeys(["crore", "crores", "cr", plain("करोड़")], 1e7),
    **dict.fromkeys(["billion", "billions", "bn", plain("अरब"), plain("बिलियन")], 1e9),
    **dict.fromkeys(["trillion", "trillions", "tn", plain("ट्रिलियन")], 1e12),
    plain("खरब"): 1e11,
    **dict.fromkeys(["dozen", plain("दर्जन")], 12.0),
}

GLUED_SCALES: dict[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9}
"""Multiply only when they touch the figure: ``$5m``, ``10K``."""

_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_HINDI_ORDINALS = plain(
    "पहला=1 पहली=1 दूसरा=2 दूसरी=2 तीसरा=3 तीसरी=3 तीसरे=3 चौथा=4 चौथी=4 चौथे=4 छठा=6 छठी=6 छठे=6"
    " द्वितीय=2 तृतीय=3 चतुर्थ=4 पंचम=5"
)
HINDI_ORDINAL_ENDINGS: tuple[str, ...] = words_of("वां वीं वें वा वी वे")

ORDINALS: dict[str, float] = {
    **{_IRREGULAR.get(word, word + "th"): float(value) for value, word in enumerate(_ONES) if value},
    **{word[:-1] + "ieth": 10.0 * value for value, word in enumerate(_TENS, start=2)},
    **{f"q{quarter}": float(quarter) for quarter in range(1, 5)},
    "hundredth": 100.0,
    "thousandth": 1000.0,
    **{word: float(value) for word, _, value in (pair.partition("=") for pair in _HINDI_ORDINALS.split())},
    **{
        word + ending: float(value)
        for value, word in enumerate(_HINDI)
        for ending in HINDI_ORDINAL_ENDINGS
        if value > 4  # noqa: PLR2004 - the first four are irregular
    },
}

PARTS: dict[str, float] = {
    **dict.fromkeys(["half", "halves"], 1 / 2),
    **dict.fromkeys(["third", "thirds", plain("तिहाई")], 1 / 3),
    **dict.fromkeys(["quarter", "quarters", "fourth", "fourths", plain("चौथाई")], 1 / 4),
    **dict.fromkeys(["fifth", "fifths"], 1 / 5),
    **dict.fromkeys(["tenth", "tenths"], 1 / 10),
}
"""The denominators of written fractions."""

MULTIPLES: dict[str, float] = {
    **dict.fromkeys(["halved", "halving", *words_of("आधा आधी आधे")], 0.5),
    **dict.fromkeys(words_of("twice double doubles doubled doubling twofold"), 2.0),
    **dict.fromkeys(words_of("दोगुना दोगुनी दोगुने दुगुना दुगुनी"), 2.0),
    **dict.fromkeys(words_of("thrice triple triples tripled tripling threefold"), 3.0),
    **dict.fromkeys([*words_of("तिगुना तिगुनी तीगुना")], 3.0),
    **dict.fromkeys(["quadruple", "quadrupled", "fourfold", plain("चौगुना")], 4.0),
}
"""Words that say how many times as much."""

ROMAN: tuple[str, ...] = tuple(
    ten + unit for ten in ("", "X", "XX", "XXX") for unit in ("", *words_of("I II III IV V VI VII VIII IX"))
)[1:]
"""The Roman numerals from 1 to 39, in order."""
