"""What a server packed for its way, unpacked as it comes: never more of it than there is room for."""

import zlib
from collections.abc import Iterable

from magazine.ingest.courier import NotFetchedError

_AS_IT_IS = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


def unpacked(chunks: Iterable[bytes], coding: str, largest: int) -> bytes:
    """Return a body whole, rid of its Content-Encoding.

    Raises:
        NotFetchedError: It is larger than so many bytes, packed in another way, or not whole.
    """
    if coding not in _AS_IT_IS | _PACKED:
        raise NotFetchedError("The server packs it in a way that was not asked for.")
    packed = zlib.decompressobj(_GZIP_OR_ZLIB) if coding in _PACKED else None
    body = bytearray()
    for chunk in chunks:
        # A few bytes may unpack to gigabytes.
        body += _part(packed, chunk, largest + 1 - len(body)) if packed else chunk
        if len(body) > largest:
            raise NotFetchedError(f"It is larger than {largest / 1e6:g} MB.")
    if packed and not packed.eof:
        raise NotFetchedError("It came only in part.")
    return bytes(body)


def _part(packed: "zlib._Decompress", chunk: bytes, room: int) -> bytes:
    try:
        return packed.decompress(chunk, room)
    except zlib.error as error:
        raise NotFetchedError("What it sends cannot be unpacked.") from error
