"""Bytes from outside to articles: files and pages."""

from magazine.ingest.reader import read_inputs

__all__ = ["read_inputs"]
