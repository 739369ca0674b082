"""What stands on the horizon of a cover or a section's band: one motif a section.

Each motif is one to three shapes, drawn by dice. None is a map, and none can
come to look like one: they are made of waves, straight lines and circles.
"""

import itertools
import math
import random
from collections.abc import Callable, Mapping

from magazine.render.scene import Curve, Scene, wave

Motif = Callable[[Scene], list[str]]


def motif_of(letter: str) -> Motif:
    """Return the motif of a section; hills for a letter without one."""
    return _MOTIFS.get(letter, _hills)


def _hills(scene: Scene) -> list[str]:
    """Far and near hills, and a river that winds between them."""
    dice, reach = scene.dice, scene.reach
    far = scene.ridge(wave(dice, reach * 0.22, scene.width, 1.3), scene.base - reach * 0.7, 0.05)
    mid = scene.ridge(wave(dice, reach * 0.16, scene.width, 1.1), scene.base - reach * 0.36, 0.3)
    x, sway = scene.width * dice.uniform(0.3, 0.7), scene.width * dice.choice((-0.12, 0.12))
    low, high, end = scene.base + reach * 0.3, scene.base - reach * 0.28, x + sway / 2
    bends = (high + reach * 0.2, low - reach * 0.25)
    down = f"C{x + sway:.1f} {bends[0]:.1f} {x - sway:.1f} {bends[1]:.1f} {end:.1f} {low:.1f}"
    up = f"C{x - sway * 0.6:.1f} {bends[1]:.1f} {x + sway * 1.15:.1f} {bends[0]:.1f} {x + 0.6:.1f} {high:.1f}"
    river = f"M{x:.1f} {high:.1f}{down}h{scene.width * 0.09:.1f}{up}Z"
    paper = f'<path d="{river}" fill="{scene.palette.ground}"/>'
    return [far, mid, paper if scene.is_flat else scene.shape(river, 0)]


def _waves(scene: Scene) -> list[str]:
    """A sea: lines of swell far out, two rollers nearer."""
    dice, reach = scene.dice, scene.reach
    swell = wave(dice, reach * 0.13, scene.width, 1.2)
    step = scene.width / 60
    lines = "".join(
        "M"
        + "L".join(
            f"{x * step:.1f} {scene.base - reach * (0.95 - 0.13 * row) + swell(x * step):.1f}"
            for x in range(61)
        )
        for row in range(5)
    )
    rollers = [
        scene.ridge(wave(dice, reach * 0.12, scene.width, 2.2), scene.base - reach * rise, nearness)
        for rise, nearness in ((0.3, 0.15), (0.1, 0.35))
    ]
    return [scene.lines(lines), *rollers]


def _colonnade(scene: Scene) -> list[str]:
    """Columns between steps and a beam."""
    count = scene.dice.choice((7, 8, 9))
    left, wide = scene.width * 0.12, scene.width * 0.76
    pitch, top, foot = wide / count, scene.base - scene.reach * 0.78, scene.base - scene.reach * 0.06
    columns = "".join(
        _box(left + pitch * (place + 0.3), top, pitch * 0.4, foot - top) for place in range(count)
    )
    beam = scene.reach * 0.1
    beams = _box(left - 2, top - beam, wide + 4, beam) + _box(
        left + wide * 0.04, top - 1.9 * beam, wide * 0.92, beam * 0.7
    )
    steps = "".join(
        _box(
            left - scene.width * grow,
            foot + scene.reach * drop,
            wide + 2 * scene.width * grow,
            scene.reach * 0.2,
        )
        for drop, grow in ((0, 0.02), (0.09, 0.05))
    )
    return [scene.shape(columns, 0.22), scene.shape(beams, 0.38), scene.shape(steps, 0.45)]


def _bars(scene: Scene) -> list[str]:
    """Warehouses and fields: blocks that rise from left to right, in two ranks."""
    ranks = []
    for count, low, nearness in ((13, 0.3, 0.1), (9, 0.1, 0.36)):
        pitch = scene.width / count
        path = ""
        for place in range(count):
            rise = scene.reach * min(1.0, low + 0.55 * place / count + scene.dice.uniform(0, 0.2))
            path += _box(place * pitch, scene.base - rise, pitch * 0.86, rise + scene.reach)
        ranks.append(scene.shape(path, nearness))
    return ranks


def _orbits(scene: Scene) -> list[str]:
    """Orbits about a point on the horizon, and bodies on them."""
    dice, x, y = scene.dice, scene.width * scene.dice.uniform(0.35, 0.65), scene.base + scene.reach * 0.16
    radii = [scene.reach * (0.42 + 0.2 * ring) for ring in range(5)]
    lines = "".join(f"M{x - r:.1f} {y:.1f}A{r:.1f} {r:.1f} 0 0 1 {x + r:.1f} {y:.1f}" for r in radii)
    bodies = ""
    for r in radii[1:4]:
        turn, size = dice.uniform(0.5, math.pi - 0.5), scene.reach * dice.uniform(0.03, 0.07)
        bodies += _disc(x + r * math.cos(turn), y - r * math.sin(turn), size)
    return [scene.lines(lines), scene.shape(_disc(x, y, scene.reach * 0.24), 0.3), scene.shape(bodies, 0.5)]


def _peaks(scene: Scene) -> list[str]:
    """Two ranges of mountains."""
    return [
        scene.ridge(
            _summits(scene.dice, scene.reach * tall, scene.width), scene.base - scene.reach * rise, nearness
        )
        for tall, rise, nearness in ((0.34, 0.6, 0.08), (0.2, 0.28, 0.32))
    ]


def _roofs(scene: Scene) -> list[str]:
    """A town: houses side by side, flat and pitched, and their windows."""
    dice, x, houses, windows = scene.dice, 0.0, "", ""
    while x < scene.width:
        wide, tall = scene.width * dice.uniform(0.055, 0.1), scene.reach * dice.uniform(0.25, 0.75)
        top = scene.base - tall
        houses += _box(x, top, wide, tall + scene.reach)
        if dice.random() < 0.4:  # noqa: PLR2004 - two roofs in five are pitched
            houses += (
                f"M{x:.1f} {top:.1f}L{x + wide / 2:.1f} {top - wide * 0.4:.1f}L{x + wide:.1f} {top:.1f}Z"
            )
        side = wide * 0.16
        for row, column in itertools.product(range(int(tall / (side * 2.6))), range(2)):
            windows += _box(x + wide * (0.22 + 0.4 * column), top + side * (1 + 2.6 * row), side, side * 1.3)
        x += wide * 1.02
    return [scene.shape(houses, 0.28), f'<path d="{windows}" fill="{scene.palette.sun}" opacity=".75"/>']


def _arches(scene: Scene) -> list[str]:
    """An arcade: a wall with a row of round arches, and a smaller row above."""
    count = scene.dice.choice((6, 7, 8))
    pitch = scene.width / count
    wall = _box(0, scene.base - scene.reach * 0.62, scene.width, scene.reach * 1.2)
    large = "".join(
        _arch(pitch * (place + 0.5), scene.base + scene.reach * 0.3, pitch * 0.32, scene.reach * 0.55)
        for place in range(count)
    )
    upper = _box(0, scene.base - scene.reach * 0.9, scene.width, scene.reach * 0.3)
    small = "".join(
        _arch(pitch / 2 * (place + 0.5), scene.base - scene.reach * 0.64, pitch * 0.13, scene.reach * 0.08)
        for place in range(2 * count)
    )
    open_sky = f'<path d="{large}{small}" fill="{scene.palette.ground}"/>'
    return [
        scene.shape(upper, 0.14),
        scene.shape(wall, 0.3),
        open_sky if scene.is_flat else scene.shape(large + small, 0),
    ]


def _stones(scene: Scene) -> list[str]:
    """Stones in balance, one on another."""
    dice, x, foot = scene.dice, scene.width * scene.dice.uniform(0.3, 0.7), scene.base + scene.reach * 0.2
    shapes = []
    for place in range(4):
        wide, tall = scene.reach * (0.42 - 0.08 * place), scene.reach * (0.15 - 0.02 * place)
        foot -= tall
        shapes.append(
            scene.shape(
                _oval(x + dice.uniform(-1, 1) * wide * 0.15, foot, wide, tall), 0.1 + 0.12 * (3 - place)
            )
        )
        foot -= tall
    return shapes


def _strata(scene: Scene) -> list[str]:
    """Layers, one below another."""
    return [
        scene.ridge(
            wave(scene.dice, scene.reach * 0.03, scene.width, 0.8), scene.base - scene.reach * rise, nearness
        )
        for rise, nearness in ((0.7, 0.02), (0.45, 0.18), (0.2, 0.36))
    ]


def _summits(dice: random.Random, height: float, width: float) -> Curve:
    """Straight lines from summit to valley to summit."""
    corners: list[tuple[float, float]] = []
    x, sign = -width / 7, -1
    while x < width * 1.3:
        corners.append((x, sign * height * dice.uniform(0.4, 1)))
        x, sign = x + width * dice.uniform(0.07, 0.18), -sign

    def height_at(x: float) -> float:
        (left, low), (right, high) = next(
            pair for pair in itertools.pairwise(corners) if pair[0][0] <= x <= pair[1][0]
        )
        return low + (high - low) * (x - left) / (right - left)

    return height_at


def _box(x: float, y: float, wide: float, tall: float) -> str:
    return f"M{x:.1f} {y:.1f}h{wide:.1f}v{tall:.1f}h{-wide:.1f}Z"


def _disc(x: float, y: float, radius: float) -> str:
    return _oval(x, y, radius, radius)


def _oval(x: float, y: float, wide: float, tall: float) -> str:
    arc = f"a{wide:.1f} {tall:.1f} 0 0 1"
    return f"M{x - wide:.1f} {y:.1f}{arc} {2 * wide:.1f} 0{arc} {-2 * wide:.1f} 0Z"


def _arch(x: float, foot: float, radius: float, rise: float) -> str:
    arc = f"a{radius:.1f} {radius:.1f} 0 0 1 {2 * radius:.1f} 0"
    return f"M{x - radius:.1f} {foot:.1f}v{-rise:.1f}{arc}v{rise:.1f}Z"


_MOTIFS: Mapping[str, Motif] = {
    "A": _colonnade,
    "B": _waves,
    "C": _bars,
    "D": _hills,
    "E": _orbits,
    "F": _peaks,
    "G": _roofs,
    "H": _arches,
    "I": _stones,
    "J": _strata,
}
"""By section letter."""
