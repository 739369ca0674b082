"""A selection to an issue: the editors."""
