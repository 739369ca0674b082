"""An issue to files."""
