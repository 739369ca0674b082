import pytest

from magazine.core.issue import FactKind
from magazine.edit.askable import askability, askables


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("The clause rests on Article 51 of the U.N. Charter.", FactKind.LAW, "Article 51"),
        ("Under Section 66(2) the officer may enter.", FactKind.LAW, "Section 66(2)"),
        ("It amends the Forest (Conservation) Act, 1980.", FactKind.LAW, "Forest (Conservation) Act, 1980"),
        ("The outlay of the scheme is ₹2,700 crore over five years.", FactKind.NUMBER, "₹2,700 crore"),
        ("North Korea recognised the two regions in July 2022.", FactKind.DATE, "July 2022"),
        ("The outlay is Rs. 10,900 crores till 2027.", FactKind.NUMBER, "Rs. 10,900 crores"),
        ("The budget has reached Rs. 7.85 lakh crores.", FactKind.NUMBER, "Rs. 7.85 lakh crores"),
        ("The line costs ₹15,767 Cr with a grant of half.", FactKind.NUMBER, "₹15,767 Cr"),
        ("Inflation rose to 5.25 per cent in May.", FactKind.NUMBER, "5.25 per cent"),
        ("India now has 98 Ramsar sites.", FactKind.NUMBER, "98 Ramsar sites"),
        ("Planners listed 77 railway stretches in all.", FactKind.NUMBER, "77 railway stretches"),
        ("The National Hydrogen Mission began then.", FactKind.MISSION, "National Hydrogen Mission"),
        ("The navies held Exercise Lamitiye off Victoria.", FactKind.EXERCISE, "Exercise Lamitiye"),
        ("He joined the PM Fasal Bima Yojana.", FactKind.SCHEME, "PM Fasal Bima Yojana"),
        ("Tankers wait outside the Strait of Hormuz.", FactKind.PLACE, "Strait of Hormuz"),
        ("The Competition Commission of India agreed.", FactKind.BODY, "Competition Commission of India"),
        ("The treaty of friendship is of 9 August 1971.", FactKind.DATE, "9 August 1971"),
        ("संविधान के अनुच्छेद 21 के तहत यह अधिकार है।", FactKind.LAW, "अनुच्छेद 21"),
        ("सरकार ने राष्ट्रीय हरित हाइड्रोजन मिशन शुरू किया।", FactKind.MISSION, "राष्ट्रीय हरित हाइड्रोजन मिशन"),
        ("इस पर ₹19,744 करोड़ खर्च होंगे।", FactKind.NUMBER, "₹19,744 करोड़"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_sentence_is_found_in_its_own_words(text: str, kind: FactKind, label: str) -> None:
    found = askables(text)

    assert (kind, label) in [(each.kind, each.label) for each in found]
    assert all(each.label in text for each in found)


def test_a_law_is_asked_before_a_year() -> None:
    found = askables("The Right to Information Act, 2005 was passed in 2005 by 543 members.")

    assert found[0].kind is FactKind.LAW


def test_a_label_within_a_better_one_is_not_asked_again() -> None:
    labels = [each.label for each in askables("The plan costs ₹2,700 crore.")]

    assert labels == ["₹2,700 crore"]


def test_opinion_is_not_askable() -> None:
    assert askability("The project will boost growth and strengthen trust.") == 0.0


def test_being_the_first_makes_a_better_question() -> None:
    plain = "The park covers 40 sq km of forest."

    assert askability(f"It is the largest: {plain}") > askability(plain) > 0


def test_the_number_of_a_tier_is_no_count() -> None:
    assert not [
        each for each in askables("The plan reaches every Tier 1 cities group.") if each.label.startswith("1")
    ]
