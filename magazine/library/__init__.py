"""The library of articles: one SQLite file."""

from magazine.library.store import Library, open_library

__all__ = ["Library", "open_library"]
