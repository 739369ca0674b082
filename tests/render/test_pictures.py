"""Pictures made fit for the page: which are printed, what is left of them, and why one is not."""

import io
import struct
import zlib

import pytest
from PIL import Image

from magazine.core.issue import Form, Picture
from magazine.core.ports import Illustrator
from magazine.render.editions import renderer_for
from magazine.render.pdf import PdfRenderer
from magazine.render.pictures import developed, painted_anew, prints_of
from tests.render.sample import a_section, a_story, an_issue

NAME = "asset:picture/bridge.png"


def a_picture(
    kind: str = "PNG", size: tuple[int, int] = (64, 40), mode: str = "RGB", **extra: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 120 if mode == "L" else "#1f4e79").save(out, kind, **extra)
    return out.getvalue()


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes and many pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(height * (1 + (width + 7) // 8)), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_printed_with_its_pixels_and_size(kind: str) -> None:
    made = developed({NAME: a_picture(kind)})

    with Image.open(io.BytesIO(made.prints[NAME])) as printed:
        assert printed.size == (64, 40)
        assert printed.format == ("PNG" if kind == "PNG" else "JPEG")
    assert made.notes == ()


def test_a_large_picture_has_no_more_pixels_than_print_needs() -> None:
    printed = painted_anew(a_picture("JPEG", (3_000, 2_000)), "JPEG")

    assert isinstance(printed, bytes)
    with Image.open(io.BytesIO(printed)) as small:
        assert small.size == (1_500, 1_000)


def test_what_a_file_says_beside_its_pixels_is_not_handed_on() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at 28.61 N, 77.20 E"
    exif[0x0112] = 6  # turned: shown with width and height changed
    printed = painted_anew(a_picture("JPEG", exif=exif, comment=b"a comment"), "JPEG")

    assert isinstance(printed, bytes)
    assert b"28.61" not in printed
    assert b"a comment" not in printed
    with Image.open(io.BytesIO(printed)) as upright:
        assert upright.size == (40, 64)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "it is no PNG, JPEG or WebP"),
        (a_picture("GIF", mode="L"), "it is no PNG, JPEG or WebP"),
        (b"\x89PNG\r\n\x1a\n" + bytes(4_000_000), "it is larger than 4 MB"),
        (a_bomb(12_000, 12_000), "it has more than 16 million pixels"),
        (a_bomb(30_000, 30_000), "it cannot be read"),
        (a_picture("JPEG", (400, 400))[:300], "it cannot be read"),
        (b"\xff\xd8\xff" + b"nothing", "it cannot be read"),
    ],
    ids=["SVG", "GIF", "too many bytes", "too many pixels", "a bomb", "cut short", "no picture"],
)
def test_a_picture_that_cannot_be_printed_is_left_out_and_named(content: bytes, fault: str) -> None:
    made = developed({NAME: content})

    assert made.prints == {}
    assert made.notes == (f"The picture 'bridge.png' is left out: {fault}.",)


@pytest.mark.parametrize("name", ["pdf", "html", "epub"])
def test_a_picture_that_is_not_at_hand_is_named_by_every_edition_that_has_pictures(name: str) -> None:
    story = a_story(picture=Picture(file="photos/bridge.png", alt="A bridge"))
    edition = renderer_for(name).render(an_issue(a_section("C", story)))

    why = "it does not lie in the issue's folder, or cannot be read"
    assert edition.notes == (f"The picture 'bridge.png' is left out: {why}.",)


@pytest.mark.parametrize("name", ["pdf", "html", "epub"])
def test_a_renderer_that_was_handed_other_pictures_signs_otherwise(name: str) -> None:
    one, other = ({"bridge.png": content} for content in (b"one", b"other"))
    renderer = renderer_for(name)
    assert isinstance(renderer, Illustrator)

    signatures = {renderer.with_pictures(each).signature for each in (one, other, {})}
    assert len(signatures) == 3
    assert renderer.with_pictures(one).signature == renderer.with_pictures(dict(one)).signature
    assert renderer.with_pictures({}).signature == renderer.signature


def test_a_picture_of_a_story_told_in_short_and_one_without_words_are_noted() -> None:
    short = a_story(form=Form.SHORT, picture=Picture(file="short.png", alt="A bridge"))
    mute = a_story("A dam", picture=Picture(file="mute.png", alt=" "))
    issue = an_issue(a_section("C", short, mute))
    assets = {f"asset:picture/{name}.png": a_picture() for name in ("short", "mute", "unnamed")}
    made = prints_of(issue, assets)

    assert list(made.prints) == ["asset:picture/mute.png"]
    assert made.notes == (
        "The picture 'short.png' is left out: its story is not told in full.",
        "The picture 'mute.png' has no words (alt) for those who cannot see it.",
    )


def test_a_story_without_its_picture_is_printed() -> None:
    story = a_story(picture=Picture(file="bridge.png", alt="A bridge", credit="PIB"))
    edition = PdfRenderer(assets={NAME: b"no picture"}).render(an_issue(a_section("C", story)))

    assert edition.pages
    assert edition.notes == ("The picture 'bridge.png' is left out: it is no PNG, JPEG or WebP.",)
