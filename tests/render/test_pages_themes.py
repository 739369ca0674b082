"""Every theme on paper: nothing lost, nothing outside the page, answers never beside the questions."""

import dataclasses
import functools
import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image

from magazine.core.article import Language
from magazine.core.issue import Issue, Picture, Section, Table
from magazine.core.ports import Edition
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import load_theme, theme_names
from tests.render.enriched import enriched
from tests.render.sample import a_section, a_source, a_story, an_issue, sample_issue

MM = 72 / 25.4
THEMES = theme_names()
SHEETS = tuple(name for name in THEMES if name != "pocket")
"""Themes whose leaves are turned; on a phone there is one page at a time."""
NAUGHTY = (
    "Ω≈ç√∫˜µ≤≥÷ ''''\"\" ${jndi:ldap} %s%n ../../etc/passwd",
    "<script>alert(1)</script>{{7*7}}{% raw %}<!-- --> ]]> &amp; &#0;",
    "क्ष्म्य ज्ञ श्री द्ध्य ₹1,23,456 – “quoted” … 5.25%",
    "ab\u00adcd\u200bef\u2060gh\u202eij\u202c \ufeff\u0301\u0301\u0301",
)


@functools.cache
def whole(theme: str) -> Edition:
    """An issue with every part, in a theme."""
    return PdfRenderer(load_theme(theme)).render(enriched(sample_issue()))


def awkward() -> Issue:
    """An issue of everything that has no room."""
    word = "Donaudampfschiff" * 19
    wide = Table(
        header=tuple(f"Column {n}" for n in range(40)),
        rows=tuple(tuple(f"cell {row}.{n}" for n in range(40)) for row in range(4)),
        cites=(),
    )
    unbroken = Table(header=(word, "B"), rows=((word, "1"), ("x", word), ("y", "3")), cites=())
    stories = (
        a_story("A headline that goes on and on " * 13, f"{word}. First {word} last. " * 3),
        a_story("Tables", tables=(wide, unbroken), topic_name=word, syllabus=(word,)),
        a_story("क" * 300, "ख" * 300 + "। अंत।", language=Language.HINDI),
        a_story(sources=(a_source(url="https://example.org/" + "path" * 80, publisher=word, title=word),)),
        *(a_story(text, f"{text}. " * 4) for text in NAUGHTY),
    )
    empty = Section(group="b", letter="B", title="Nothing", stories=())
    issue = enriched(an_issue(empty, a_section("C", *stories)))
    long = dataclasses.replace(issue.questions[0], lead=word, options=(word, "b", "c", "d"))
    return dataclasses.replace(issue, questions=(long, *issue.questions[1:]))


def opened(content: bytes) -> Any:
    return pdfium.PdfDocument(content)


def texts(edition: Edition) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in opened(edition.content)]


def letters(text: str) -> str:
    """A text without spaces and hyphens, which a line's end adds or takes."""
    return re.sub(r"[\s\u00ad\u2010\u0002\ufffe\u2060-]", "", text)


def pictures(edition: Edition, scale: float = 1.0) -> list[Image.Image]:
    return [page.render(scale=scale).to_pil().convert("RGB") for page in opened(edition.content)]


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_prints_every_statement_and_has_nothing_to_excuse(theme: str, tmp_path: Path) -> None:
    edition = whole(theme)
    (tmp_path / "issue.pdf").write_bytes(edition.content)
    margins = load_theme(theme).page.margins
    # Without running heads and folios, so that a sentence may go on over the page.
    body = ["-x", "0", "-y", f"{margins[0] * MM - 1:.0f}", "-W", "900", "-H", f"{_body(theme):.0f}"]
    command = ["pdftotext", "-raw", *body, str(tmp_path / "issue.pdf"), "-"]
    text = letters(subprocess.run(command, check=True, capture_output=True).stdout.decode())

    assert edition.notes == ()
    said = [each.text for story in enriched(sample_issue()).stories for each in story.statements]
    assert [one for one in said if not _stands_in(letters(one), text)] == []


def _stands_in(said: str, text: str) -> bool:
    """Whole, or in two parts: in the journal a side note is read between the two pages of a sentence."""
    return any(said[:at] in text and said[at:] in text for at in range(len(said)))


def _body(theme: str) -> float:
    page = load_theme(theme).page
    return (page.height - page.margins[0] - page.margins[2]) * MM + 2


@pytest.mark.parametrize("theme", THEMES)
def test_no_letter_stands_outside_the_page_or_in_its_margins(theme: str) -> None:
    edition = PdfRenderer(load_theme(theme)).render(awkward())
    page = load_theme(theme).page
    _, right, _, left = page.margins

    for number, each in enumerate(opened(edition.content)):
        # The cover has margins of its own; elsewhere heads and folios stand above and below the text.
        sides = (4, page.width - 4) if number == 0 else (left - 1, page.width - right + 1)
        text = each.get_textpage()
        for place in range(text.count_rects()):
            x0, y0, x1, y1 = (edge / MM for edge in text.get_rect(place))
            words = (number + 1, text.get_text_bounded(*text.get_rect(place))[:60])
            assert sides[0] <= x0 <= x1 <= sides[1], words
            assert 2 <= y0 <= y1 <= page.height - 2, words


@pytest.mark.parametrize("theme", THEMES)
def test_answers_never_stand_on_the_pages_that_face_the_questions(theme: str) -> None:
    asked, answered = set(), set()
    for number, text in enumerate(texts(whole(theme)), 1):
        asked |= {number} if "Which of the statements given above" in text else set()
        answered |= {number} if "is not correct: the Ministry" in text else set()

    assert asked
    assert answered
    if theme in SHEETS:
        assert not {(page + 1) // 2 for page in asked} & {(page + 1) // 2 for page in answered}, "one leaf"
        assert not {page // 2 for page in asked} & {page // 2 for page in answered}
    else:
        assert not asked & answered


@pytest.mark.parametrize("theme", THEMES)
def test_the_bookmarks_lead_to_the_pages_that_the_contents_name(theme: str) -> None:
    edition = whole(theme)
    contents = letters("".join(texts(edition)[1:4]))
    marks = [
        (each.get_title().partition(" ")[2].strip(), each.get_dest().get_index() + 1)
        for each in opened(edition.content).get_toc()
        if re.match(r"[A-K]\d+ ", each.get_title())
    ]
    english = [(title, page) for title, page in marks if title.isascii()]

    assert len(english) >= 5
    for title, page in english:
        assert re.search(rf"{re.escape(letters(title))}{page}(?!\d)", contents) or title in _lines(), title


def _lines() -> set[str]:
    """Headlines of stories of one line, which the contents name as one part."""
    return {story.headline.text for story in enriched(sample_issue()).stories if story.form == "line"}


def test_mono_prints_in_one_ink_and_spends_little_of_it_on_the_cover() -> None:
    mono, classic = pictures(whole("mono"), 0.4), pictures(whole("classic"), 0.4)

    for number, page in enumerate(mono):
        red, green, blue = page.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes(), number
    assert _ink(mono[0]) < 0.06
    assert _ink(classic[0]) > 0.2


def _ink(page: Image.Image) -> float:
    """The share of a page that is dark."""
    histogram = page.convert("L").histogram()
    return sum(histogram[:128]) / sum(histogram)


def test_pocket_is_a_phones_page_of_at_most_a_megabyte() -> None:
    edition = whole("pocket")

    assert {
        (round(w / MM), round(h / MM)) for w, h in (page.get_size() for page in opened(edition.content))
    } == {(105, 186)}
    assert len(edition.content) < 1_000_000


def test_the_codes_on_paper_lead_to_the_sources() -> None:
    addresses = {source.url for story in sample_issue().stories for source in story.sources}
    pages = texts(whole("classic"))
    page = next(number for number, text in enumerate(pages) if "PRID" in text and "on a phone" in text)
    scanned = {code.text for code in zxingcpp.read_barcodes(pictures(whole("classic"), 3.0)[page])}

    assert scanned
    assert scanned <= addresses


def test_a_picture_is_printed_with_its_credit_and_read_out_by_its_text() -> None:
    content = io.BytesIO()
    Image.new("RGB", (64, 40), "#1f4e79").save(content, "PNG")
    story = a_story(picture=Picture(file="bridge.png", alt="A bridge of six spans", credit="PIB"))
    issue = an_issue(a_section("C", story))
    edition = PdfRenderer(assets={"asset:picture/bridge.png": content.getvalue()}).render(issue)

    assert any("Picture: PIB" in text for text in texts(edition))
    with pikepdf.open(io.BytesIO(edition.content)) as pdf:
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert [(int(each.Width), int(each.Height)) for each in images] == [(64, 40)]
        alts = [
            str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
        assert "A bridge of six spans" in alts


def test_the_signature_tells_one_picture_from_another() -> None:
    one, other = ({"asset:picture/a.png": content} for content in (b"one", b"other"))

    assert PdfRenderer(assets=one).signature == PdfRenderer(assets=dict(one)).signature
    assert PdfRenderer(assets=one).signature != PdfRenderer(assets=other).signature
    assert PdfRenderer(assets=one).signature != PdfRenderer().signature
