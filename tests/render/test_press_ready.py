"""What a press asks for: bleed, marks, a gutter, sheets of four pages, black in one ink."""

import io
import re

import page
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from magazine.core.ports import Edition
from magazine.render.themes import load_theme
from tests.render.branded import a_brand, pictures, printed, texts

MM = 72 / 25.4
BRAND = a_brand()


def press() -> Edition:
    return printed(brand=BRAND, print_ready=True)


def test_the_boxes_are_the_trim_three_millimetres_of_bleed_and_room_for_marks() -> None:
    with pikepdf.open(io.BytesIO(press().content)) as pdf:
        for page in pdf.pages:
            trim, bleed, media = (
                [float(edge) / MM for edge in box] for box in (page.trimbox, page.BleedBox, page.mediabox)
            )
            assert trim == pytest.approx([0, 0, 210, 297], abs=0.01)
            assert bleed == pytest.approx([-3, -3, 213, 300], abs=0.01)
            assert media == pytest.approx([-8, -8, 218, 305], abs=0.01)


def test_a_magazine_for_a_desk_is_as_large_as_its_page() -> None:
    with pikepdf.open(io.BytesIO(printed(brand=BRAND).content)) as pdf:
        assert [float(edge) / MM for edge in pdf.pages[0].mediabox] == pytest.approx(
            [0, 0, 210, 297], abs=0.01
        )


def test_the_cover_bleeds_and_the_marks_do_not_touch_the_bleed() -> None:
    cover, inner = (pictures(press(), 2.0)[place] for place in (0, 2))
    width, height = cover.size
    dot = 2 * MM

    def side(left: float, right: float) -> Image.Image:
        """The cover between two distances from the media's left edge, in millimetres, without its corners."""
        return cover.crop((round(left * dot), round(40 * dot), round(right * dot), height - round(40 * dot)))

    def foot(top: float, bottom: float) -> Image.Image:
        """The cover between two distances from the media's lower edge."""
        return cover.crop((width // 3, height - round(bottom * dot), width // 2, height - round(top * dot)))

    for bleed in (side(5.2, 7.8), side(218.2, 220.8), foot(5.2, 7.8)):
        assert max(bleed.tobytes()) < 250, "the cover runs into the bleed"
    assert max(foot(5.2, 7.8).tobytes()) < 100, "its drawing too"
    assert min(side(0.5, 3.5).tobytes()) == 255, "outside of it is white paper"
    edge = (
        inner.crop((0, round(7 * dot), width, round(9 * dot)))
        .convert("L")
        .point(lambda grey: 255 * (grey < 200))
    )
    left, _, right, _ = edge.crop((0, 0, width // 2, edge.height)).getbbox() or (0, 0, 0, 0)
    assert left == 0, "crop marks at the trim's edge"
    assert 3 * dot < right < 5 * dot


def test_pages_come_in_fours_and_the_back_cover_stays_the_last() -> None:
    pages = texts(press())
    shorter = texts(printed(brand=BRAND))
    added = len(pages) - len(shorter)

    assert len(pages) == press().pages
    assert len(pages) % 4 == 0
    assert 0 <= added < 4
    assert "14 Library Road" in pages[-1]
    assert all("Space for rough work" in page for page in pages[-1 - added : -1])


def test_the_gutter_is_wider_and_the_text_breaks_as_it_did() -> None:
    desk, sheets = (pdfium.PdfDocument(each.content) for each in (printed(brand=BRAND), press()))
    margin = load_theme().page.margins[1]

    for number in (2, 3):
        ends = [page.get_textpage().get_text_bounded().split() for page in (desk[number], sheets[number])]
        assert ends[0] == ends[1]
        text = sheets[number].get_textpage()
        left = min(text.get_rect(place)[0] for place in range(text.count_rects())) / MM
        # Page 3 is a right-hand page: its inner margin is the left one.
        assert left == pytest.approx(margin * (1.25 if number % 2 == 0 else 0.75), abs=0.8)


def test_a_press_file_is_as_accessible_as_any() -> None:
    report = page.validate_pdf_bytes(press().content, profile=page.ValidationProfile.PDF_UA_1)

    assert [(each.rule_id, each.message) for each in report.failures] == []


def test_black_is_one_ink() -> None:
    with pikepdf.open(io.BytesIO(press().content)) as pdf:
        page = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(pdf.pages[3])).decode("latin-1")

    assert re.search(r"/DeviceCMYK cs\s+0 0 0 1 scn", page)
    assert not re.search(r"\b0?\.1058\d* 0?\.1058\d* 0?\.1215\d* rg", page), "the desk's ink is a mix"


def test_without_a_brand_there_is_a_back_cover_with_the_title() -> None:
    edition = printed(print_ready=True)

    assert edition.pages is not None
    assert edition.pages % 4 == 0
    assert texts(edition)[-1].startswith("The Week in Review")
