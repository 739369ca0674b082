"""Whether a colour can be read."""

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722
_LINEAR_BELOW = 0.04045


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """Return the contrast ratio of two colours, 1 to 21, by WCAG 2.2.

    Args:
        colour: As ``#rrggbb``.
        ground: Likewise.
    """
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return _RED * red + _GREEN * green + _BLUE * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
