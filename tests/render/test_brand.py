"""Brand packs: what they hold, and how their mistakes are told."""

import io
from pathlib import Path

import pytest
from PIL import Image

from magazine.core.errors import ConfigurationError
from magazine.render.brand import only_watermark, read_brand
from magazine.render.contrast import contrast

WHOLE = """
name: Drishya Academy
tagline: Karol Bagh, Delhi
edition: Weekly 12
logo: logo.png
colour: "#5b2a2a"
colours: {C: "#1f4e79"}
contact:
  address: [12 Pusa Road, New Delhi 110005]
  phone: [011 4000 0000]
  email: office@drishya.example
  web: https://drishya.example
qr: https://drishya.example/weekly
watermark: Batch 7
cover_lines: [Test series inside]
about: |
  We teach current affairs.

  Classes on Sundays.
"""


def a_brand(folder: Path, text: str, logo: bytes = b"") -> Path:
    path = folder / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    if logo:
        (folder / "logo.png").write_bytes(logo)
    return path


def a_picture(size: tuple[int, int], kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size, 1).save(out, kind)
    return out.getvalue()


def test_a_brand_holds_what_its_file_says(tmp_path: Path) -> None:
    brand = read_brand(a_brand(tmp_path, WHOLE, a_picture((1800, 600))))

    assert (brand.name, brand.edition, brand.watermark) == ("Drishya Academy", "Weekly 12", "Batch 7")
    assert (brand.colour("A"), brand.colour("C")) == ("#5b2a2a", "#1f4e79")
    assert brand.contact.phone == ("011 4000 0000",)
    assert brand.about == ("We teach current affairs.", "Classes on Sundays.")
    with Image.open(io.BytesIO(brand.logo)) as logo:
        assert (logo.format, logo.size) == ("PNG", (900, 300))


def test_a_student_gets_a_watermark_of_his_own(tmp_path: Path) -> None:
    path = a_brand(tmp_path, WHOLE, a_picture((10, 10)))

    assert read_brand(path, watermark="Roll 17").watermark == "Roll 17"
    assert read_brand(path).digest() != read_brand(path, watermark="Roll 17").digest()


def test_a_logo_loses_whatever_is_not_its_pixels(tmp_path: Path) -> None:
    hidden = a_picture((8, 8)) + b"<script>alert(1)</script>"

    assert b"script" not in read_brand(a_brand(tmp_path, WHOLE, hidden)).logo


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: A\ncolour: '#ffe680'", "too pale to read on white (contrast 1.2"),
        ("name: A\ncolours: {B: '#ffff00'}", "colours.B: #ffff00 is too pale"),
        ("name: A\nlogo: missing.png", "cannot read the logo"),
        ("name: A\nlogo: ../../etc/passwd", "outside its folder"),
        ("tagline: nameless", "name: field required"),
        ("name: A\ncolor: red", "color: extra inputs are not permitted"),
        ("name: A\ncolour: red", "colour: string should match"),
        ("name: A\nqr: javascript:alert(1)", "qr: string should match"),
        ("name: [unclosed", "is not YAML: line"),
        ("a: &a [x]\nname: *a", "uses YAML aliases"),
        ("[1, 2]", "valid dictionary"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_brand(a_brand(tmp_path, text))

    assert told in str(raised.value)


@pytest.mark.parametrize("text", ["Roll " * 13, "Roll\x1b[2J", "Roll \ud800"])
def test_a_watermark_that_cannot_be_printed_whole_is_refused(text: str, tmp_path: Path) -> None:
    path = a_brand(tmp_path, "name: A")

    with pytest.raises(ConfigurationError, match="more than 60 letters, or some that cannot be printed"):
        only_watermark(text)
    with pytest.raises(ConfigurationError, match="watermark"):
        read_brand(path, watermark=text)


def test_a_logo_that_is_no_picture_or_a_bomb_is_refused(tmp_path: Path) -> None:
    path = a_brand(tmp_path, "name: A\nlogo: logo.png", b"<svg onload='x'/>")
    with pytest.raises(ConfigurationError, match="no picture"):
        read_brand(path)

    (tmp_path / "logo.png").write_bytes(a_picture((12_000, 12_000)))
    with pytest.raises(ConfigurationError, match="16 million pixels"):
        read_brand(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Cannot read the brand"):
        read_brand(tmp_path / "none.yaml")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
