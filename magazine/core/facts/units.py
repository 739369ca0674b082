"""Currencies, measures and the numbered parts of a law, as they stand beside a number."""

from typing import NamedTuple

from magazine.core.facts.script import plain, words_of


def _hindi(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words_of(words)]


CURRENCIES: dict[str, str] = {
    **dict.fromkeys(["₹", "rs", "inr", "rupee", "rupees", "re", *words_of("रुपए रुपये रुपया रुपयों रु")], "INR"),
    **dict.fromkeys(["$", "us$", "usd", "dollar", "dollars", *_hindi("डॉलर अमेरिकी_डॉलर अमरीकी_डॉलर")], "USD"),
    **dict.fromkeys(["€", "eur", "euro", "euros", *_hindi("यूरो")], "EUR"),
    **dict.fromkeys(["£", "gbp"], "GBP"),
    **dict.fromkeys(["¥", "jpy", "yen", plain("येन")], "JPY"),
    **dict.fromkeys(["a$", "aud"], "AUD"),
    **dict.fromkeys(["c$", "cad"], "CAD"),
    **dict.fromkeys(["s$", "sgd"], "SGD"),
    **dict.fromkeys(["cny", "yuan", "rmb", *_hindi("युआन")], "CNY"),
}

SMALL_CHANGE: dict[str, float] = dict.fromkeys(["paise", "paisa", *_hindi("पैसे पैसा")], 0.01)
"""Parts of a rupee."""

PERCENT: dict[str, float] = {
    **dict.fromkeys(["%", "percent", "pc", "percentage", "per cent"], 1.0),
    **dict.fromkeys(["percentage point", "percentage points"], 1.0),
    **dict.fromkeys(_hindi("प्रतिशत फीसदी फीसद परसेंट प्रतिशत_अंक"), 1.0),
    **dict.fromkeys(["bps", "basis point", "basis points", *_hindi("आधार_अंक आधार_अंकों")], 0.01),
}
"""Shares of a hundred, and how many percentage points each is."""


class Measure(NamedTuple):
    """A unit of measure: its dimension's base unit, and how many of those it is."""

    base: str
    factor: float


def _measures(base: str, factor: float, words: str) -> dict[str, Measure]:
    return {word.replace("_", " "): Measure(base, factor) for word in plain(words).split()}


MEASURES: dict[str, Measure] = {
    **_measures("m", 1000, "km kms kilometre kilometres kilometer kilometers किलोमीटर किमी"),
    **_measures("m", 1, "metre metres meter meters मीटर"),
    **_measures("m", 0.01, "cm centimetre centimetres centimeter centimeters सेंटीमीटर सेमी"),
    **_measures("m", 0.001, "mm millimetre millimetres millimeter millimeters मिलीमीटर मिमी"),
    **_measures("m", 0.3048, "ft feet foot फुट फीट"),
    **_measures("m", 1609.344, "mile miles मील"),
    **_measures("m", 1852, "nautical_mile nautical_miles nm समुद्री_मील नॉटिकल_मील"),
    **_measures("kg", 1, "kg kgs kilogram kilograms kilo kilos किलोग्राम किलो किग्रा"),
    **_measures("kg", 0.001, "g gram grams gm gms ग्राम"),
    **_measures("kg", 1e-6, "mg milligram milligrams"),
    **_measures(
        "kg", 1000, "tonne tonnes ton tons mt metric_tonne metric_tonnes metric_ton metric_tons टन मीट्रिक_टन"
    ),
    **_measures("kg", 1e8, "lmt lakh_metric_tonnes"),
    **_measures("kg", 1e9, "mmt"),
    **_measures("kg", 100, "quintal quintals क्विंटल"),
    **_measures("m2", 1e4, "hectare hectares ha हेक्टेयर"),
    **_measures("m2", 4046.8564224, "acre acres एकड़"),
    **_measures(
        "m2",
        1e6,
        "sq_km sq_kms square_kilometre square_kilometres square_kilometers km2 वर्ग_किलोमीटर वर्ग_किमी",
    ),
    **_measures("m2", 1, "sq_m square_metre square_metres square_meters वर्ग_मीटर"),
    **_measures("m2", 0.09290304, "sq_ft square_foot square_feet वर्ग_फुट वर्ग_फीट"),
    **_measures("W", 1e3, "kw kilowatt kilowatts किलोवाट"),
    **_measures("W", 1e6, "mw megawatt megawatts मेगावाट"),
    **_measures("W", 1e9, "gw gigawatt gigawatts गीगावाट"),
    **_measures("Wh", 1e3, "kwh"),
    **_measures("Wh", 1e6, "mwh"),
    **_measures("Wh", 1e9, "gwh"),
    **_measures("l", 1, "litre litres liter liters लीटर"),
    **_measures("m3", 1, "cumec cumecs cubic_metre cubic_metres घन_मीटर"),
    **_measures("degC", 1, "°c ° celsius degree_celsius degrees_celsius डिग्री_सेल्सियस"),
    **_measures("degF", 1, "°f degrees_fahrenheit"),
}
"""By their word or two words."""

PROVISIONS: dict[str, str] = {
    **dict.fromkeys(["article", "articles", "art", "arts", *_hindi("अनुच्छेद अनुच्छेदों")], "article"),
    **dict.fromkeys(["section", "sections", "sec", "secs", *_hindi("धारा धाराओं धाराएं")], "section"),
    **dict.fromkeys(["schedule", "schedules", plain("अनुसूची")], "schedule"),
    **dict.fromkeys(["rule", "rules", *_hindi("नियम नियमों")], "rule"),
    **dict.fromkeys(["clause", "clauses", *_hindi("खंड")], "clause"),
    **dict.fromkeys(["part", "parts", *_hindi("भाग")], "part"),
    **dict.fromkeys(["phase", "phases", plain("चरण")], "phase"),
    **dict.fromkeys(["chapter", "chapters", *_hindi("अध्याय")], "chapter"),
    **dict.fromkeys(["goal", "goals", "sdg"], "goal"),
}
"""The numbered parts of laws and plans, which no other number can stand for."""

FOLLOWING_PROVISIONS: frozenset[str] = frozenset(["schedule", plain("अनुसूची")])
"""Those that take an ordinal before them: ``the Eighth Schedule``."""
