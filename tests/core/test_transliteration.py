"""How words sound in the two scripts, and what a source is taken to name in the other one."""

import pytest

from magazine.core.bilingual.equivalents import english_names, hindi_names, spelled_out
from magazine.core.bilingual.hindi_words import is_common_hindi
from magazine.core.bilingual.sounds import sounds_alike, sounds_of
from magazine.core.facts.script import plain
from magazine.core.guard import Source

ALIKE = """
नरेंद्र Narendra | नरेन्द्र Narendra | मोदी Modi | स्टेट State | बैंक Bank | सीतारमण Sitharaman | जयशंकर Jaishankar
वैष्णव Vaishnaw | हरियाणा Haryana | चंडीगढ़ Chandigarh | ओडिशा Odisha | मैक्रों Macron | ज़ेलेंस्की Zelenskyy
ऑस्ट्रेलिया Australia | यूक्रेन Ukraine | टेक्नोलॉजी Technology | एक्सप्रेसवे Expressway | ज्ञानपीठ Jnanpith
विज्ञान Vigyan | लक्ष्मी Laxmi | लक्ष्मी Lakshmi | इलाहाबाद Allahabad | हावड़ा Howrah | सिन्हा Sinha | शाह Shah
यूनिवर्सिटी University | तिरुवनंतपुरम Thiruvananthapuram | फडणवीस Fadnavis | चौहान Chouhan | चौहान Chauhan
खट्टर Khattar | द्रौपदी Droupadi | धनखड़ Dhankhar | उज्ज्वला Ujjwala | सेमीकंडक्टर Semiconductor | मिशन Mission
एजुकेशन Education | जिनपिंग Jinping | वाशिंगटन Washington | वॉशिंगटन Washington | ढाका Dhaka | आइजोल Aizawl
क्वांटम Quantum | हाइड्रोजन Hydrogen | कॉर्पोरेशन Corporation | मैग्सेसे Magsaysay | पीयूष Piyush | बुद्ध Buddha
"""
PAIRS = [tuple(pair.split()) for line in ALIKE.split("\n") for pair in line.split("|") if pair.strip()]
APART = [
    ("राहुल", "Rajnath"), ("गडकरी", "Goyal"), ("जोरहाट", "Cachar"), ("लोथल", "Kalibangan"),
    ("मुंबई", "Chennai"), ("केरल", "Goa"), ("असम", "Assembly"), ("पुतिन", "Patna"), ("राम", "Rome"),
]  # fmt: skip


def alike(devanagari: str, latin: str) -> bool:
    return any(
        one.consonants == other.consonants and sounds_alike(one, other)
        for one in sounds_of(plain(devanagari))
        for other in sounds_of(latin.lower())
    )


@pytest.mark.parametrize(("devanagari", "latin"), PAIRS)
def test_a_name_sounds_alike_in_both_scripts(devanagari: str, latin: str) -> None:
    assert alike(devanagari, latin)


@pytest.mark.parametrize(("devanagari", "latin"), APART)
def test_another_name_does_not_sound_alike(devanagari: str, latin: str) -> None:
    assert not alike(devanagari, latin)


def test_names_are_not_taken_for_each_other() -> None:
    own = set(PAIRS) | {("नरेंद्र", "Narendra"), ("नरेन्द्र", "Narendra")}
    mistaken = [
        (d, latin) for d, _ in PAIRS for _, latin in PAIRS if (d, latin) not in own and alike(d, latin)
    ]

    assert len(mistaken) <= len(PAIRS) ** 2 / 400


@pytest.mark.parametrize("word", ["", "्", "ंंं", "़", "aaaaaaaaaa" * 50, "क" * 500, "xqzth" * 30])
def test_every_word_has_a_sound_and_never_many(word: str) -> None:
    assert 1 <= len(sounds_of(word)) <= 24


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("आरबीआई", "rbi"),
        ("जीएसटी", "gst"),
        ("डब्ल्यूटीओ", "wto"),
        ("एनआईए", "nia"),
        ("सरकार", None),
        ("के", None),
    ],
)
def test_an_acronym_is_read_by_the_names_of_its_letters(word: str, letters: str | None) -> None:
    assert spelled_out(plain(word)) == letters


def test_the_tables_have_several_hundred_names_that_lead_back() -> None:
    assert len(hindi_names()) >= 700
    assert all(
        hindi in english_names()[english] for hindi, others in hindi_names().items() for english in others
    )


@pytest.mark.parametrize(
    "word", ["सरकारों", "बढ़ाएगी", "पुनर्विकास", "विकेंद्रीकृत", "मंत्रालय", "पाँचवें", "करोड़", "उपलब्धियाँ"]
)
def test_a_common_word_is_known_in_its_forms(word: str) -> None:
    assert is_common_hindi(plain(word))


@pytest.mark.parametrize("word", ["गडकरी", "सीतारमण", "धोलावीरा", "ताकाइची", "मल्होत्रा", "पलानीस्वामी"])
def test_a_name_is_no_common_word(word: str) -> None:
    assert not is_common_hindi(plain(word))


def test_a_source_is_asked_in_the_other_script() -> None:
    english = Source.of(["Justice Surya Kant of the Supreme Court wrote to the Reserve Bank of India (RBI)."])
    hindi = Source.of(["न्यायमूर्ति सूर्यकांत ने भारतीय रिज़र्व बैंक को पत्र लिखा।"])

    assert english.transliteration.latin_for(plain("सूर्यकांत")) == "SuryaKant"
    assert english.transliteration.latin_for(plain("चंद्रचूड़")) is None
    assert english.transliteration.names_hindi(("सर्वोच्च", "न्यायालय"))
    assert not english.transliteration.names_hindi(("उच्च", "न्यायालय"))
    assert english.transliteration.has_letters("rbi")
    assert hindi.transliteration.devanagari_for("Surya") is None
    assert hindi.transliteration.names_english(("rbi",))
    assert not hindi.transliteration.names_english(("supreme", "court"))


def test_a_pronoun_is_no_country_and_no_organisation() -> None:
    source = Source.of(["She told us who wrote it."])

    assert not source.transliteration.names_hindi((plain("अमेरिका"),))
    assert not source.transliteration.has_letters("who")


@pytest.mark.parametrize(
    "word",
    ["विद्युत", "समतुल्य", "विभेदित", "उत्तरदायित्व", "घटनाओं", "बाह्य", "सांविधिक", "संज्ञानात्मक", "उत्सर्जित", "आएगा"],
)
def test_a_word_of_the_syllabus_is_common(word: str) -> None:
    assert is_common_hindi(plain(word))


@pytest.mark.parametrize(
    ("lettered", "dotted"),
    [("केन्द्रों", "केंद्रों"), ("सम्पन्न", "संपन्न"), ("अन्तरिक्ष", "अंतरिक्ष"), ("कम्पनियों", "कंपनियों")],
)
def test_a_nasal_is_the_same_as_a_letter_and_as_a_dot(lettered: str, dotted: str) -> None:
    assert is_common_hindi(plain(lettered))
    assert is_common_hindi(plain(dotted))


@pytest.mark.parametrize("name", ["सुरेश", "प्रदीप", "संदीप", "सुधीर", "सुनील", "सुभाष", "महादेवन", "सांभर"])
def test_a_name_that_begins_as_derived_words_do_is_no_common_word(name: str) -> None:
    assert not is_common_hindi(plain(name))
