"""Bytes from outside to articles: files and pages."""
