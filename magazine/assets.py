"""Where the bundled templates, prompts and examples lie."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def bundled(kind: Literal["templates", "prompts", "examples"]) -> Path:
    """Return the folder of bundled files of a kind, as a real path.

    In an installed wheel they lie inside the package, in a checkout beside it.
    A real path, as fonts are loaded from it; running from inside a zip is
    therefore not supported.
    """
    installed = _PACKAGE / "_data" / kind
    return installed if installed.is_dir() else _PACKAGE.parent / kind
