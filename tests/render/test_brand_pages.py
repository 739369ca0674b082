"""A brand on the page: seen where it should be, and never in the way of the text."""

import io
import subprocess
import zipfile
from pathlib import Path

import page
import pikepdf
import pytest
import zxingcpp
from PIL import ImageChops

from magazine.core.ports import Edition
from magazine.render.brand import Brand, only_watermark, read_brand
from magazine.render.branding import brand_view
from magazine.render.compose import compose
from magazine.render.editions import renderer_for
from magazine.render.look import dressed
from magazine.render.page import issue_html
from magazine.render.themes import load_theme
from tests.render.branded import a_brand, pictures, printed, small_issue, texts

EXAMPLE = Path(__file__).parents[2] / "examples" / "brand" / "brand.yaml"
BRAND = a_brand()
MARKED = a_brand(watermark="Roll 1042")


def test_the_cover_names_whose_magazine_it_is_and_every_page_has_it_at_its_foot() -> None:
    cover, *inner, back = texts(printed(brand=BRAND))

    assert "Saptarang Study Circle" in cover
    assert "9–15 March 2026 · Weekly 12" in cover
    assert "Test and key inside" in cover
    foot = "Saptarang Study Circle · 011 5550 0142 · saptarang.example"
    assert [number for number, text in enumerate(inner, 2) if foot not in text] == []
    assert foot not in back


def test_the_back_cover_says_how_the_institute_is_reached() -> None:
    edition = printed(brand=BRAND)
    back = texts(edition)[-1]

    for words in ("Read together", "14 Library Road", "Phone 011 5550 0142", "Web saptarang.example"):
        assert words in back
    [code] = zxingcpp.read_barcodes(pictures(edition, 2.0)[-1])
    assert code.text == "https://www.saptarang.example/weekly"


def test_about_us_is_printed_before_the_back_cover() -> None:
    assert "About us A reading room with a teacher in it." in " ".join(texts(printed(brand=BRAND))[-2:])


def test_the_logo_is_read_out_as_the_name() -> None:
    with pikepdf.open(io.BytesIO(printed(brand=BRAND).content)) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]

    assert [str(each.Alt) for each in figures].count("Saptarang Study Circle") == 2


def test_an_issue_without_a_brand_has_no_back_cover_and_no_ones_name() -> None:
    view = compose(small_issue(), load_theme())

    assert view.closing == ""
    assert view.brand is None
    assert "asset:brand" not in issue_html(view, load_theme())


def test_the_brands_colours_take_the_place_of_the_themes() -> None:
    accents = dressed(load_theme(), BRAND).theme.accents

    assert (accents["A"].accent, accents["B"].accent) == ("#5b2a2a", "#1f4e79")


def test_mono_keeps_its_one_ink() -> None:
    assert dressed(load_theme("mono"), BRAND).theme.accents == load_theme("mono").accents


@pytest.mark.parametrize("theme", ["classic", "mono"])
def test_a_watermark_is_light_and_stands_on_every_page(theme: str) -> None:
    bare, marked = pictures(printed(theme, BRAND)), pictures(printed(theme, MARKED))

    assert len(bare) == len(marked)
    for number, (one, other) in enumerate(zip(bare, marked, strict=True)):
        changed = ImageChops.difference(one, other)
        assert changed.getbbox() is not None, number
        # On white it is at most a tenth of black, so that the text on it keeps its contrast.
        white = one.point(lambda value: 255 * (value == 255))
        assert max(ImageChops.multiply(changed, white).tobytes()) < (26 if 0 < number < len(bare) - 1 else 60)


@pytest.mark.parametrize("how", ["-raw", "-layout"])
def test_a_watermark_is_no_text_of_the_page(how: str, tmp_path: Path) -> None:
    assert _read(printed(brand=MARKED), how, tmp_path) == _read(printed(brand=BRAND), how, tmp_path)


def _read(edition: Edition, how: str, folder: Path) -> str:
    (folder / "issue.pdf").write_bytes(edition.content)
    return subprocess.run(
        ["pdftotext", how, str(folder / "issue.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout


def test_a_brand_and_its_watermark_break_no_rule_of_pdf_ua() -> None:
    report = page.validate_pdf_bytes(printed(brand=MARKED).content, profile=page.ValidationProfile.PDF_UA_1)

    assert [(each.rule_id, each.message) for each in report.failures] == []


def test_a_watermark_needs_no_brand() -> None:
    look = dressed(load_theme(), only_watermark("Roll 7"))
    view = compose(small_issue(), look.theme, brand=look.brand)

    assert (view.brand, view.watermark) == (None, "Roll 7")
    assert sorted(look.assets()) == ["asset:brand/watermark", "asset:brand/watermark-cover"]
    assert look.theme.accents == load_theme().accents


def test_each_student_has_a_file_of_his_own() -> None:
    one, other = (renderer_for("pdf", brand=only_watermark(f"Roll {number}")) for number in (1, 2))

    assert one.signature != other.signature


def test_a_hindi_name_is_marked_as_hindi_and_printed_whole() -> None:
    brand = a_brand(name="सप्तरंग अध्ययन मंडल", watermark="कक्षा ७")
    look = dressed(load_theme(), brand)
    html = issue_html(compose(small_issue(), look.theme, brand=brand), look.theme)

    assert '<span class="topics" lang="hi">सप्तरंग अध्ययन मंडल</span>' in html
    assert "Noto Sans Devanagari" in look.assets()["asset:brand/watermark"].decode()


def test_words_of_a_brand_are_never_markup() -> None:
    brand = a_brand(name="<b>A</b>", watermark="</text><image href='http://x'/>", about=("<script>",))
    look = dressed(load_theme(), brand)
    html = issue_html(compose(small_issue(), look.theme, brand=brand), look.theme)

    assert "<script>" not in html
    assert "<b>A</b>" not in html
    assert "&lt;b&gt;A&lt;/b&gt;" in html
    assert b"<image" not in look.assets()["asset:brand/watermark"]


@pytest.mark.parametrize(("theme", "letters"), [("classic", 114), ("pocket", 57)])
def test_the_foot_holds_as_much_as_fits_its_page(theme: str, letters: int) -> None:
    short = brand_view(BRAND, load_theme(theme))
    long = brand_view(a_brand(name="Institute of very long names " * 8), load_theme(theme))

    assert short is not None
    assert short.foot.startswith("Saptarang Study Circle · 011 5550 0142")
    assert ("saptarang.example" in short.foot) == (theme == "classic")
    assert long is not None
    assert len(long.foot) <= letters
    assert long.foot.endswith("…")


def test_html_shows_the_name_and_the_contact() -> None:
    html = renderer_for("html", brand=BRAND).render(small_issue()).content.decode()

    assert html.count("Saptarang Study Circle") >= 2
    assert "office@saptarang.example" in html
    assert "--accent:#5b2a2a" in html


def test_epub_shows_the_name_and_the_contact() -> None:
    content = renderer_for("epub", brand=BRAND).render(small_issue()).content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        pages = {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")}

    assert "Saptarang Study Circle" in next(text for name, text in pages.items() if "cover" in name)
    assert any("office@saptarang.example" in text for text in pages.values())


def test_the_example_brand_can_be_printed() -> None:
    brand: Brand = read_brand(EXAMPLE)
    look = dressed(load_theme(), brand)

    assert (
        issue_html(compose(small_issue(), look.theme, brand=brand), look.theme).count("asset:brand/logo") == 2
    )
