"""The drawings of an issue: its cover, and a band over each section's name.

The same seed, section and colours make the same drawing. Few flat shapes, or
lines alone where a theme saves ink.
"""

import random
from dataclasses import dataclass

from magazine.render.motifs import motif_of
from magazine.render.scene import Palette, Scene, wave

__all__ = ["Palette", "Plate", "band_svg", "cover_svg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """What is drawn on. Sizes in millimetres."""

    width: float = 210.0
    height: float = 297.0
    is_flat: bool = True
    """Flat colours; else lines on paper."""


def cover_svg(seed: str, letter: str, palette: Palette, plate: Plate) -> str:
    """Return the cover's picture as SVG: a disc, the section's motif, and dark ground for the cover lines."""
    dice = random.Random(seed)  # noqa: S311 - a picture, not a secret
    horizon, unit = plate.height * dice.uniform(0.56, 0.62), plate.width / 210
    reach = plate.height * 0.2
    radius = unit * dice.uniform(22, 33)
    sun_x = plate.width * dice.choice((dice.uniform(0.62, 0.8), dice.uniform(0.2, 0.38)))
    # The disc stands clear of the masthead and hangs behind or over what stands on the horizon.
    sun_y = max(0.2 * plate.height + radius, horizon - reach * dice.uniform(0.7, 1.05))
    scene = Scene(
        dice=dice,
        palette=palette,
        is_flat=plate.is_flat,
        width=plate.width,
        base=horizon,
        reach=reach,
        foot=plate.height,
    )
    shapes = [
        f'<rect width="{plate.width:g}" height="{plate.height:g}" fill="{palette.ground}"/>',
        _sun(sun_x, sun_y, radius, scene),
        *motif_of(letter)(scene),
        *_foreground(scene, plate),
    ]
    return _svg(shapes, plate)


def band_svg(seed: str, letter: str, palette: Palette, plate: Plate) -> str:
    """Return the band over a section's name as SVG: its motif, standing on the lower edge."""
    dice = random.Random(seed)  # noqa: S311 - a picture, not a secret
    scene = Scene(
        dice=dice,
        palette=palette,
        is_flat=plate.is_flat,
        width=plate.width,
        base=plate.height,
        reach=plate.height * 0.86,
        foot=plate.height,
    )
    return _svg(motif_of(letter)(scene), plate)


def _sun(x: float, y: float, radius: float, scene: Scene) -> str:
    paint = f'fill="{scene.palette.sun}"'
    if not scene.is_flat:
        paint = f'fill="none" stroke="{scene.palette.accent}" stroke-width=".6"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {paint}/>'


def _foreground(scene: Scene, plate: Plate) -> list[str]:
    """The foot of the page carries white type: the nearest ground is always dark and below the lines."""
    lowest = plate.height * 0.75
    drop = lowest - scene.base
    return [
        scene.ridge(
            wave(scene.dice, plate.height * tall, scene.width, 1.1), scene.base + drop * share, nearness
        )
        for tall, share, nearness in ((0.022, 0.12, 0.55), (0.02, 0.6, 0.78), (0.014, 1.0, 1.0))
    ]


def _svg(shapes: list[str], plate: Plate) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {plate.width:g} {plate.height:g}" '
        f'width="{plate.width:g}mm" height="{plate.height:g}mm" preserveAspectRatio="none">'
        f"{''.join(shapes)}</svg>"
    )
