"""Where a motif stands: its paper, its colours and how near it is. Units are millimetres."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

Curve = Callable[[float], float]
"""Height over the width, downwards positive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of a drawing, each ``#rrggbb``."""

    ground: str
    accent: str
    sun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where a motif stands. Units are millimetres."""

    dice: random.Random
    palette: Palette
    is_flat: bool
    """Flat colours; else lines on paper."""
    width: float
    base: float
    """The motif's foot, as a distance from the top."""
    reach: float
    """How far it may rise above its foot."""
    foot: float
    """The drawing's lower edge."""

    def shape(self, path: str, nearness: float) -> str:
        """Return a closed shape: pale when far (0), dark when near (1)."""
        if self.is_flat:
            return f'<path d="{path}" fill="{shade(self.palette, nearness)}"/>'
        paint = f'fill="{self.palette.ground}" stroke="{self.palette.accent}" stroke-width=".4"'
        return f'<path d="{path}" {paint}/>'

    def lines(self, path: str) -> str:
        """Return thin lines."""
        return (
            f'<path d="{path}" fill="none" stroke="{self.palette.accent}" stroke-width=".35" opacity=".55"/>'
        )

    def ridge(self, curve: Curve, top: float, nearness: float) -> str:
        """Return the ground below a curve, down to well under the motif's foot."""
        step = self.width / 70
        points = ((place * step, top + curve(place * step)) for place in range(71))
        path = f"M0 {self.foot:.1f}L" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        return self.shape(f"{path}L{self.width:.1f} {self.foot:.1f}Z", nearness)


def shade(palette: Palette, nearness: float) -> str:
    """Return a colour of the section: far is paler than the accent, near darker."""
    if nearness < 0.5:  # noqa: PLR2004 - the accent itself stands in the middle
        return _mixed(palette.accent, palette.ground, 0.6 - 1.2 * nearness)
    return _mixed(palette.accent, "#0b0d12", (nearness - 0.5) * 1.2)


def wave(dice: random.Random, height: float, width: float, turns: float) -> Curve:
    """Return a slow sine with a quicker, lower one on it."""
    parts = (
        (height, turns * dice.uniform(0.8, 1.2), dice.uniform(0, math.tau)),
        (height / 3, turns * dice.uniform(1.9, 2.6), dice.uniform(0, math.tau)),
    )
    return lambda x: sum(
        tall * math.sin(often * math.tau * x / width + phase) for tall, often, phase in parts
    )


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
