"""Bytes from outside to articles: files, pages and feeds."""

from magazine.ingest.reader import is_address, read_inputs

__all__ = ["is_address", "read_inputs"]
