"""A QR code as SVG: one path, drawn from the symbol's matrix."""

import segno

_QUIET = 2
"""Modules of white around the symbol; the page's own white adds the rest of the four asked for."""
_LONGEST = 300
"""Letters of an address beyond which the modules would be too small for a phone."""


def qr_svg(address: str) -> str:
    """Return the code of an address as SVG; empty for one that is too long to be scanned."""
    if not 0 < len(address) <= _LONGEST:
        return ""
    matrix = segno.make_qr(address, error="m", boost_error=False).matrix
    path = "".join(
        f"M{_QUIET + start} {_QUIET + y}h{length}v1h-{length}z"
        for y, row in enumerate(matrix)
        for start, length in _dark(row)
    )
    side = len(matrix) + 2 * _QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path d="{path}" fill="#000000"/></svg>'
    )


def _dark(row: bytearray) -> list[tuple[int, int]]:
    """Return the runs of dark modules: (start, length)."""
    runs: list[tuple[int, int]] = []
    for place, module in enumerate(row):
        if not module:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
