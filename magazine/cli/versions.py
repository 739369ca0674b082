"""What ``--version`` says: the program's version, and those that decide how files and pages come out."""

import ctypes
import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version

from magazine import __version__

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
"""What WeasyPrint loads as well, on Linux, macOS and Windows."""


def version_lines() -> Iterator[str]:
    """Yield a line a part. The first is the program's own, for scripts."""
    # Loaded only now: every command has --version, and few are asked for it.
    from magazine.artefacts import ARTEFACT_FORM  # noqa: PLC0415
    from magazine.library import library_form  # noqa: PLC0415

    yield f"magazine {__version__}"
    yield f"Python {platform.python_version()}"
    yield f"WeasyPrint {version('weasyprint')}"
    yield f"Pango {pango_version() or 'is missing: magazine doctor tells what to install'}"
    yield f"SQLite {sqlite3.sqlite_version}"
    yield f"library, form {library_form()}"
    yield f"selection.json and issue.json, form {ARTEFACT_FORM}"


def pango_version() -> str:
    """Return the version of the system's Pango, which shapes Hindi; empty when there is none."""
    for name in _PANGO:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.pango_version_string.restype = ctypes.c_char_p
        return str(library.pango_version_string().decode("ascii"))
    return ""
