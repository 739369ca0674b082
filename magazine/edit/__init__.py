"""Step 2: a selection to an issue."""

from magazine.edit.extractive import ExtractiveEditor

__all__ = ["ExtractiveEditor"]
