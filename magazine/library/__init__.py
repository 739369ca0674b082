"""The library of articles: one SQLite file."""

from magazine.library.database import library_form
from magazine.library.store import Library, open_library

__all__ = ["Library", "library_form", "open_library"]
