"""How alike two articles are: words, vectors, copies and templates."""

import pytest

from magazine.core.likeness import (
    Frequencies,
    Likeness,
    Reading,
    Vector,
    cosine,
    likeness,
    terms_of,
    vector_of,
    words_of,
)
from magazine.core.likeness.terms import code_of

NO_LIBRARY = Frequencies(0, {})

CONDOLENCE = (
    "The Prime Minister, Shri Narendra Modi, has expressed deep grief over the loss of lives in a mishap"
    " in {place}. He has announced that an ex-gratia of Rs 2 lakh from the relief fund would be given to"
    " the next of kin of each of the deceased and the injured would be given Rs 50,000. In a post on X he"
    " said that his thoughts are with the bereaved families and that he prays for the speedy recovery of"
    " those injured."
)


def reading(title: str, body: str) -> Reading:
    return Reading(words_of(title, body))


def condolence(place: str) -> Reading:
    return reading(f"PM condoles loss of lives in a mishap in {place}", CONDOLENCE.format(place=place))


def vector(title: str, body: str, frequencies: Frequencies = NO_LIBRARY) -> Vector:
    terms = terms_of(words_of(title, body))
    return vector_of(terms, frequencies.worth(terms))


@pytest.mark.parametrize(
    "body",
    [
        CONDOLENCE.format(place="Valsad, Gujarat").upper(),
        "Also read: top stories of the day.\n\n" + CONDOLENCE.format(place="Valsad, Gujarat"),
        CONDOLENCE.format(place="Valsad, Gujarat")[:-150],
        CONDOLENCE.format(place="Valsad, Gujarat").replace("would be given", "will be given", 1),
    ],
    ids=["in capitals", "with furniture", "cut short", "lightly edited"],
)
def test_a_text_that_was_edited_lightly_is_a_copy(body: str) -> None:
    title = "PM condoles loss of lives in a mishap in Valsad, Gujarat"

    assert likeness(condolence("Valsad, Gujarat"), reading(title, body)) is Likeness.COPY


def test_one_form_with_another_place_is_a_template_and_no_copy() -> None:
    assert likeness(condolence("Valsad, Gujarat"), condolence("Tehri, Uttarakhand")) is Likeness.TEMPLATE


def test_one_form_with_another_figure_is_no_copy() -> None:
    one, other = (
        condolence("Valsad"),
        reading(
            "PM condoles loss of lives in a mishap in Valsad",
            CONDOLENCE.format(place="Valsad").replace("2 lakh", "5 lakh"),
        ),
    )

    assert likeness(one, other) is Likeness.NEITHER


def test_hindi_words_are_whole_and_copies_are_found() -> None:
    body = "प्रधानमंत्री ने रविवार को नई दिल्ली में उत्तर प्रदेश के किसानों के लिए एक नई योजना की घोषणा की।"

    assert "प्रधानमंत्री" in words_of("", body).body
    assert likeness(reading("योजना", body), reading("योजना", body)) is Likeness.COPY


def test_texts_on_different_matters_are_neither() -> None:
    other = reading(
        "ISRO launches a satellite", "The satellite was placed in orbit from Sriharikota on Monday."
    )

    assert likeness(condolence("Valsad"), other) is Likeness.NEITHER


@pytest.mark.parametrize(
    "text", ["", "a", "🙂" * 50_000, "word " * 200_000], ids=["empty", "a", "signs", "long"]
)
def test_any_text_can_be_compared(text: str) -> None:
    assert likeness(reading("", text), condolence("Valsad")) is Likeness.NEITHER
    assert 0 <= cosine(vector("", text), vector("", text)) <= 1.000001


def test_reports_of_one_event_are_more_alike_than_reports_of_two_like_events() -> None:
    first = vector(
        "Blast in Sivakasi kills 12", "A blast at a fireworks unit in Sivakasi, Tamil Nadu, killed 12."
    )
    second = vector(
        "Sivakasi blast: toll is 15", "The toll of the Sivakasi fireworks blast in Tamil Nadu rose."
    )
    elsewhere = vector(
        "Fire in Surat kills 9", "A fire at a textile unit in Surat, Gujarat, killed nine workers."
    )

    assert cosine(first, second) > 2 * cosine(first, elsewhere)


def test_a_word_that_all_of_the_library_uses_tells_nothing() -> None:
    name, word = code_of("sivakasi"), code_of("govern")
    usual = NO_LIBRARY.worth([name, word])

    assert usual[name] > usual[word]
    assert Frequencies(100_000, {name: 100_000}).worth([name])[name] == pytest.approx(0, abs=0.01)


def test_a_term_is_as_telling_in_a_small_library_as_in_a_large_one() -> None:
    small, large = Frequencies(10, {1: 1}), Frequencies(1_000_000, {1: 40})

    assert small.worth([1]) == large.worth([1])


def test_a_vector_keeps_few_terms_and_has_length_one() -> None:
    long = vector("Title", " ".join(f"Word{number}x" for number in range(1000)))

    assert len(long.weights) == 64
    assert cosine(long, long) == pytest.approx(1)
    assert long.key_terms(3) == tuple(long.weights)[:3]
