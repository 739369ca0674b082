"""Bytes from outside to articles: files, pages and feeds."""

from magazine.ingest.reader import Found, is_address, read_inputs

__all__ = ["Found", "is_address", "read_inputs"]
