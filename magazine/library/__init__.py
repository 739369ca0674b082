"""The library of articles: one SQLite file."""
