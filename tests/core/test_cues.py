"""Cues in running text."""

import pytest

from magazine.core.cues import CueIndex, is_shouted, lead_end, tokens


def found(cue: str, text: str) -> bool:
    return bool(CueIndex([(cue, "here")]).found(tokens(text)))


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("farmer", "The Farmers' protest"),
        ("gas", "greenhouse gases"),
        ("treaty", "two treaties were signed"),
        ("India's rank", "India’s rank fell"),
        ("free trade agreement", "a free-trade agreement"),
        ("B.R. Ambedkar", "Dr. B. R. Ambedkar drafted it"),
        ("US Constitution", "the U.S. Constitution"),
        ("WHO", "the WHO's report"),
        ("COVID-19", "a COVID-19 wave"),
        ("S-400", "the S-400 system"),
        ("Article 14", "under Article 14, equality"),
        ("मंत्री", "मंत्रियों की बैठक"),
        ("बाजार", "शेयर बाज़ार में"),
        ("चांद", "चाँद पर"),
        ("हिंदी", "हिन्दी दिवस"),
        ("अन्तरिक्ष", "अंतरिक्ष में"),
        ("कंपनी", "कम्पनियों के शेयर"),
        ("भूकंप", "भूकम्प के झटके"),
        ("राजस्थान", "राजस्थानः ऊँटों का मेला"),
        ("वस्तु", "वस्तुओं पर कर"),
        ("शक्ति", "परमाणु शक्तियों की बैठक"),
        ("डाकू", "डाकुओं का समर्पण"),
        ("पुनः", "पुनः आरंभ"),
    ],
)
def test_a_cue_is_found_in_the_forms_in_which_people_write_it(cue: str, text: str) -> None:
    assert found(cue, text)


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("कर", "सौ करोड़ रुपये"),
        ("कर", "सरकार ने कहा"),
        ("अंबा", "अन्य बातें"),
        ("दुख", "दुःख है"),
        ("रैली के", "रैली केंद्र"),
        ("WHO", "those who came"),
        ("US", "it helps us"),
        ("art", "the party started"),
        ("Bill passed", "the Bill. Passed by"),
        ("Supreme Court", "Supreme\n\nCourt"),
    ],
)
def test_a_cue_is_not_found_in_other_words(cue: str, text: str) -> None:
    assert not found(cue, text)


def test_capitals_say_nothing_in_a_line_that_is_all_capitals() -> None:
    index = CueIndex([("WHO", "health"), ("ISRO", "space")])
    line = tokens("THE PEOPLE WHO BUILT THE ISRO ROCKET")

    assert is_shouted(line)
    assert index.found(line, shouted=True) == {"space"}


def test_acronyms_in_a_hindi_line_do_not_make_it_all_capitals() -> None:
    assert not is_shouted(tokens("ISRO ने PSLV से NASA का NISAR उपग्रह छोड़ा"))


def test_the_lead_counts_words_and_not_marks() -> None:
    words = tokens("One, two; three. Four five")

    assert words[: lead_end(words, 3)] == ["One", ".", "two", ".", "three", "."]
    assert lead_end(words, 99) == len(words)


def test_a_cue_of_marks_alone_is_never_found() -> None:
    assert CueIndex([("…", "dots"), ("", "nothing")]).found(tokens("so … what")) == set()
