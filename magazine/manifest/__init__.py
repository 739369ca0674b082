"""A manifest: one YAML file that asks for many issues, with every mistake in it shown at once."""

from magazine.manifest.entries import Entry, entries_of
from magazine.manifest.forms import ManifestForm
from magazine.manifest.mistakes import ManifestError, Mistake
from magazine.manifest.reading import Manifest, manifest_schema, read_manifest

__all__ = [
    "Entry",
    "Manifest",
    "ManifestError",
    "ManifestForm",
    "Mistake",
    "entries_of",
    "manifest_schema",
    "read_manifest",
]
