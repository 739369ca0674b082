import re
from xml.etree import ElementTree

import pytest

from magazine.render.cover import Palette, Plate, band_svg, cover_svg

PALETTE = Palette(ground="#f4f1ea", accent="#1f4e79", sun="#d9822b")
LETTERS = "ABCDEFGHIJK"
A4 = Plate()


def shapes_of(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg))  # noqa: S314 - drawn here


def test_an_issue_has_one_cover_and_another_issue_another() -> None:
    assert cover_svg("issue-a", "C", PALETTE, A4) == cover_svg("issue-a", "C", PALETTE, A4)
    assert cover_svg("issue-a", "C", PALETTE, A4) != cover_svg("issue-b", "C", PALETTE, A4)


def test_each_section_has_its_own_motif() -> None:
    bands = {letter: band_svg("issue-a", letter, PALETTE, A4) for letter in LETTERS}

    assert len(set(bands.values())) == len(LETTERS) - 1
    assert bands["K"] == bands["D"], "stories without a topic stand under hills"


@pytest.mark.parametrize("letter", LETTERS)
def test_a_cover_is_a_few_flat_shapes_in_shades_of_its_section(letter: str) -> None:
    for seed in map(str, range(20)):
        shapes = shapes_of(cover_svg(seed, letter, PALETTE, A4))
        fills = {shape.get("fill") for shape in shapes}

        assert 6 <= len(shapes) <= 14
        assert {PALETTE.ground, PALETTE.sun} < fills
        assert "radient" not in "".join(fill or "" for fill in fills)


def test_a_cover_of_lines_fills_nothing_with_ink() -> None:
    for letter in LETTERS:
        for shape in shapes_of(cover_svg("issue-a", letter, PALETTE, Plate(is_flat=False))):
            assert shape.get("fill") in {PALETTE.ground, PALETTE.sun, "none"}


@pytest.mark.parametrize("plate", [A4, Plate(width=105, height=186)], ids=["A4", "a phone"])
def test_the_disc_stays_below_the_masthead_and_on_the_paper(plate: Plate) -> None:
    for seed in map(str, range(200)):
        match = re.search(
            r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', cover_svg(seed, "A", PALETTE, plate)
        )
        assert match
        x, y, radius = (float(each) for each in match.groups())

        assert y - radius >= plate.height * 0.195
        assert radius < x < plate.width - radius


def test_the_ground_under_the_cover_lines_is_dark() -> None:
    for seed in map(str, range(60)):
        nearest = shapes_of(cover_svg(seed, "D", PALETTE, A4))[-1]
        colour = nearest.get("fill", "")
        tops = [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", nearest.get("d", ""))[1:-1]]

        assert sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) < 150
        assert max(tops) < 235
