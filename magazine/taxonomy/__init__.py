"""The bundled topics and syllabus, and the user's own topics."""

from magazine.taxonomy.loading import load_taxonomy

__all__ = ["load_taxonomy"]
