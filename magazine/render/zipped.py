"""Files into one zip, always the same bytes: fixed order, fixed times, fixed rights."""

import io
import zipfile
from collections.abc import Iterable

_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can name."""
_RIGHTS = 0o644 << 16
_UNIX = 3


def zipped(files: Iterable[tuple[str, bytes]], *, stored: str = "") -> bytes:
    """Return a zip of (name, content) in the order given.

    Args:
        files: What it holds.
        stored: The name of the one file that is not to be compressed.
    """
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _TIME)
            entry.external_attr, entry.create_system = _RIGHTS, _UNIX
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return into.getvalue()
