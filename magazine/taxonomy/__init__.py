"""The bundled topics and syllabus, and the user's own topics."""
