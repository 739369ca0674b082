import codecs
import gzip

import pytest

from magazine.core.errors import UnreadableError
from magazine.ingest.decoding import decoded

HINDI = "ज्वार उठता है और “उतरता” है।"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (HINDI.encode(), HINDI),
        (codecs.BOM_UTF8 + HINDI.encode(), HINDI),
        (HINDI.encode("utf-16"), HINDI),
        (codecs.BOM_UTF16_BE + HINDI.encode("utf-16-be"), HINDI),
        (HINDI.encode("utf-32"), HINDI),
        ("The port’s café".encode("cp1252"), "The port’s café"),
        (HINDI.encode()[:-2], HINDI[:-1]),
        (b"a\x00b" + b" tide" * 30, "a\x00b" + " tide" * 30),
    ],
    ids=["UTF-8", "marked", "UTF-16", "UTF-16 BE", "UTF-32", "Windows-1252", "cut letter", "a stray NUL"],
)
def test_the_usual_encodings_are_told_apart(raw: bytes, text: str) -> None:
    assert decoded(raw) == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("utf-8", "cp1252"), ("nonsense", "cp1252")],
)
def test_a_declared_encoding_counts_where_it_is_one(declared: str, encoding: str) -> None:
    page = (
        f'<meta charset="{declared}"><p>caf\u00e9</p>'
        if encoding == "cp1252"
        else '<meta charset="windows-1251">порт'
    )

    assert decoded(page.encode(encoding), may_declare=True) == page


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (gzip.compress(b"text"), "gzip archive"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x00\x01\x02" * 100, "not text"),
        (HINDI.encode() + b"\xff\xfe" + HINDI.encode(), "not whole UTF-8"),
        (b"text \x81\x8d\x8f", "not whole CP1252"),
        (codecs.BOM_UTF16_LE + b"a", "not whole UTF-16"),
    ],
    ids=["gzip", "zip", "PDF", "PNG", "binary", "damaged UTF-8", "no Windows-1252", "half a UTF-16"],
)
def test_bytes_that_are_no_text_say_what_they_are(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        decoded(raw)


@pytest.mark.parametrize(
    "declared",
    [
        "utf-16",
        "UTF-16LE",
        "utf-32",
        "utf-7",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "hex",
    ],
)
def test_an_encoding_that_a_readable_page_cannot_be_in_is_not_believed(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>a café \\u0041</p>'

    assert decoded(page.encode("cp1252"), may_declare=True) == page
    assert decoded(page.encode("cp1252"), told=declared) == page
