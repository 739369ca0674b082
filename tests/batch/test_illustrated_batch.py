"""A picture that a teacher puts to a story of a batch travels to the worker that sets it."""

import io
import json
from pathlib import Path

from PIL import Image

from tests.cli.ran import Shell

MANIFEST = """
defaults: {period: 2026-03, max_stories: 1, questions: 0, format: "html,md"}
issues: [{name: weekly, language: en}]
"""


def test_a_picture_in_the_folder_of_an_issue_is_shown_by_the_next_batch(shell: Shell) -> None:
    Path("march.yaml").write_text(MANIFEST, encoding="utf-8")
    first = shell.magazine("batch", "march.yaml", "--workers", "1")
    folder = Path("march", "weekly")
    bare = (folder / "magazine.html").read_text(encoding="utf-8")

    issue = json.loads((folder / "issue.json").read_text(encoding="utf-8"))
    issue["sections"][0]["stories"][0]["picture"] = {"file": "photo.png", "alt": "A red square"}
    (folder / "issue.json").write_text(json.dumps(issue), encoding="utf-8")
    content = io.BytesIO()
    Image.new("RGB", (8, 8), "#aa0000").save(content, "PNG")
    (folder / "photo.png").write_bytes(content.getvalue())
    second = shell.magazine("batch", "march.yaml", "--workers", "1")

    assert (first.status, second.status) == (0, 0)
    assert "<figure>" not in bare
    assert 'alt="A red square"' in (folder / "magazine.html").read_text(encoding="utf-8")
