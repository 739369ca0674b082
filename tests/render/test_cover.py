import re
from xml.etree import ElementTree

from magazine.render.cover import Palette, cover_svg

PALETTE = Palette(ground="#f4f1ea", accent="#1f4e79", sun="#d9822b")


def test_an_issue_has_one_cover_and_another_issue_another() -> None:
    assert cover_svg("issue-a", PALETTE) == cover_svg("issue-a", PALETTE)
    assert cover_svg("issue-a", PALETTE) != cover_svg("issue-b", PALETTE)


def test_a_cover_is_a_few_flat_shapes_in_shades_of_its_section() -> None:
    for seed in map(str, range(40)):
        picture = ElementTree.fromstring(cover_svg(seed, PALETTE))  # noqa: S314 - drawn here
        fills = {shape.get("fill") for shape in picture}

        assert 8 <= len(picture) <= 14
        assert {PALETTE.ground, PALETTE.sun} < fills
        assert "radient" not in "".join(fill or "" for fill in fills)


def test_the_disc_stays_below_the_masthead_and_on_the_paper() -> None:
    for seed in map(str, range(200)):
        match = re.search(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', cover_svg(seed, PALETTE))
        assert match
        x, y, radius = (float(each) for each in match.groups())

        assert y - radius >= 57
        assert radius < x < 210 - radius


def test_the_ground_under_the_cover_lines_is_dark() -> None:
    for seed in map(str, range(60)):
        nearest = ElementTree.fromstring(cover_svg(seed, PALETTE))[-1]  # noqa: S314 - drawn here
        colour = nearest.get("fill", "")
        tops = [float(y) for y in re.findall(r"[ML]\d+ ([\d.]+)", nearest.get("d", ""))[1:-1]]

        assert sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) < 150
        assert max(tops) < 235
