"""The cover's picture: an abstract landscape of a few flat shapes.

The same seed and colours draw the same picture. It never draws a map: the
shapes are waves and lines, and no outline of a country can come of them.
"""

import itertools
import math
import random
from collections.abc import Callable
from dataclasses import dataclass

WIDTH, HEIGHT = 210.0, 297.0
"""The picture's units are millimetres of an A4 page."""

Curve = Callable[[float], float]
"""Height over the width, downwards positive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of a cover, each ``#rrggbb``."""

    ground: str
    accent: str
    sun: str


def cover_svg(seed: str, palette: Palette) -> str:
    """Return the picture as SVG, the size of an A4 page."""
    dice = random.Random(seed)  # noqa: S311 - a picture, not a secret
    ridges = dice.choice((3, 4, 4, 5))
    angular = dice.random() < 0.35  # noqa: PLR2004 - about one cover in three has peaks
    horizon = dice.uniform(158, 186)
    radius = dice.uniform(24, 36)
    sun_x = dice.choice((dice.uniform(128, 164), dice.uniform(44, 80)))
    # The disc stands clear of the masthead and touches the farthest ridge or hangs over it.
    sun_y = max(58 + radius, horizon - radius - dice.uniform(-14, 34))
    shapes = [
        f'<rect width="{WIDTH:.0f}" height="{HEIGHT:.0f}" fill="{palette.ground}"/>',
        *_contours(dice, horizon - 22, palette.accent),
        f'<circle cx="{sun_x:.1f}" cy="{sun_y:.1f}" r="{radius:.1f}" fill="{palette.sun}"/>',
        *_ridges(dice, horizon, ridges, palette, angular=angular),
    ]
    size = f"{WIDTH:.0f} {HEIGHT:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="210mm" height="297mm" '
        f'preserveAspectRatio="none">{"".join(shapes)}</svg>'
    )


def _contours(dice: random.Random, top: float, colour: str) -> list[str]:
    wave = _wave(dice, 9, 15)
    lines = []
    for number in range(dice.choice((4, 5, 6))):
        points = [(x, top + number * 5.5 + wave(x)) for x in _steps()]
        path = "M" + "L".join(f"{x:.0f} {y:.1f}" for x, y in points)
        lines.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width=".35" opacity=".5"/>')
    return lines


def _ridges(dice: random.Random, horizon: float, count: int, palette: Palette, *, angular: bool) -> list[str]:
    shapes = []
    # The foot of the page carries white type: the nearest ridge is always dark and always below the lines.
    drop = (214 - horizon) / (count - 1)
    for number in range(count):
        nearness = number / (count - 1)
        wave = _peaks(dice, 16 - 8 * nearness) if angular else _wave(dice, 7, 15 - 7 * nearness)
        points = [(x, horizon + number * drop + wave(x)) for x in _steps()]
        path = "M0 297L" + "L".join(f"{x:.0f} {y:.1f}" for x, y in points) + "L210 297Z"
        shapes.append(f'<path d="{path}" fill="{_shade(palette.accent, palette.ground, nearness)}"/>')
    return shapes


def _shade(accent: str, ground: str, nearness: float) -> str:
    """Far ridges are paler than the accent, near ones darker."""
    if nearness < 0.5:  # noqa: PLR2004 - the accent itself stands in the middle
        return _mixed(accent, ground, 0.55 - 1.1 * nearness)
    return _mixed(accent, "#0b0d12", (nearness - 0.5) * 1.24)


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _wave(dice: random.Random, low: float, high: float) -> Curve:
    """A slow sine with a quicker, lower one on it."""
    height = dice.uniform(low, high)
    parts = (
        (height, dice.uniform(0.8, 1.5), dice.uniform(0, math.tau)),
        (height / 3, dice.uniform(2.0, 3.2), dice.uniform(0, math.tau)),
    )
    return lambda x: sum(
        tall * math.sin(turns * math.tau * x / WIDTH + phase) for tall, turns, phase in parts
    )


def _peaks(dice: random.Random, height: float) -> Curve:
    """Straight lines from summit to valley to summit."""
    corners: list[tuple[float, float]] = []
    x, sign = -30.0, -1
    while x < WIDTH + 60:
        corners.append((x, sign * height * dice.uniform(0.4, 1)))
        x, sign = x + dice.uniform(18, 44), -sign

    def height_at(x: float) -> float:
        (left, low), (right, high) = next(
            pair for pair in itertools.pairwise(corners) if pair[0][0] <= x <= pair[1][0]
        )
        return low + (high - low) * (x - left) / (right - left)

    return height_at


def _steps() -> range:
    return range(0, int(WIDTH) + 3, 3)
