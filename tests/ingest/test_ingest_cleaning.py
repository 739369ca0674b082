import pytest

from magazine.ingest.cleaning import clean_line, clean_text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Kandla\r\nMumbai\rKochi\u2028Goa", "Kandla\nMumbai\nKochi\nGoa"),
        ("a\tb\u00a0\u2009c  d ", "a b c d"),
        ("line \n  next", "line\nnext"),
        ("\ufeffspring\u200b\u2060\u00ad tide\x00\x07\x1b", "spring tide"),
        ("\ud800half\udfff a pair", "half a pair"),
        ("no\ufffe \uffff\U0001fffe\ufdd0ne", "no ne"),
        ("plain\U000e0041\U000e0042\U000e007f tag\ufe0f\U000e0101", "plain tag"),
        ("txt\u202eexe\u202c \u2066one\u2069 \u200ftwo", "txtexe one two"),
        ("Cafe\u0301", "Café"),
        ("e" + "\u0316" * 300, "e" + "\u0316" * 3),
    ],
    ids=[
        "line ends", "spaces", "edges", "zero-width and controls", "lone surrogates", "noncharacters",
        "tags and selectors", "bidirectional overrides", "NFC", "piled marks",
    ],
)  # fmt: skip
def test_cleaning_drops_what_no_reader_sees(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_joiners_stay_between_devanagari_letters_and_go_elsewhere() -> None:
    assert clean_text("क्\u200dष और र\u200cक, ti\u200dde, अंत\u200d") == "क्\u200dष और र\u200cक, tide, अंत"


def test_devanagari_nukta_has_one_spelling() -> None:
    assert clean_text("\u095e\u0930\u0935\u0930\u0940") == clean_text("\u092b\u093c\u0930\u0935\u0930\u0940")


def test_quotation_marks_and_dashes_are_left_alone() -> None:
    text = "“Tides”, said the pilot — ‘twice a day’ – rose ₹5…"

    assert clean_text(text) == text


def test_a_cleaned_line_is_one_line() -> None:
    assert clean_line(" A title\n\n in  three\tlines ") == "A title in three lines"
