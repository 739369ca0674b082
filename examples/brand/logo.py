"""Draw the logo of the made-up institute: an open book under seven rays.

    python examples/brand/logo.py

Needs Pillow, as the magazine does.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (720, 480)
INK = "#5b2a2a"
SUN = "#d9a441"
SCALE = 4
"""Drawn larger and made smaller, for smooth edges."""


def logo() -> Image.Image:
    """Return the logo on clear ground."""
    width, height = (side * SCALE for side in SIZE)
    picture = Image.new("RGBA", (width, height), "#ffffff00")
    pen = ImageDraw.Draw(picture)
    x, y = width / 2, height * 0.62
    for ray in range(7):
        slope = math.radians(180 + 22.5 * (ray + 1))
        start, end = 0.30 * height, 0.52 * height
        points = [(x + reach * math.cos(slope), y + reach * math.sin(slope)) for reach in (start, end)]
        pen.line(points, fill=INK, width=int(0.035 * height))
    radius = 0.22 * height
    pen.pieslice((x - radius, y - radius, x + radius, y + radius), 180, 360, fill=SUN)
    for side in (-1, 1):
        pen.polygon(
            [
                (x, 0.72 * height),
                (x + side * 0.47 * width, 0.62 * height),
                (x + side * 0.47 * width, 0.86 * height),
                (x, 0.96 * height),
            ],
            fill=INK,
        )
    pen.line([(x, 0.70 * height), (x, 0.97 * height)], fill="#ffffff", width=int(0.014 * height))
    return picture.resize(SIZE, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    logo().quantize(32).save(Path(__file__).with_name("logo.png"), optimize=True)
