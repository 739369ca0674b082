from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError, OutputError, UsageError
from magazine.edit.model.prompts import PromptShelf
from magazine.edit.model.replies import MendReply, StoryReply
from magazine.edit.model.tokens import estimate_tokens


def test_every_prompt_says_its_purpose_its_inputs_and_its_reply() -> None:
    shelf = PromptShelf()

    assert shelf.names() == ("mend", "story")
    for name in shelf.names():
        prompt = shelf.load(name)
        assert prompt.purpose
        assert prompt.inputs
        assert not prompt.text.startswith("---")
        assert estimate_tokens(prompt.text) < 2_500


def test_the_story_prompt_names_every_key_of_its_reply_and_every_input() -> None:
    prompt = PromptShelf().load("story")

    assert all(f'"{key}"' in prompt.text for key in StoryReply.model_fields)
    assert all(f"`{key}`" in prompt.text for key in prompt.inputs if key != "articles")
    assert all(f'"{key}"' in PromptShelf().load("mend").text for key in MendReply.model_fields)


def test_a_user_s_copy_is_found_first_and_has_a_version_of_its_own(tmp_path: Path) -> None:
    shelf = PromptShelf(tmp_path / "prompts")
    copy = shelf.copy("story")
    assert shelf.load("story").digest == PromptShelf().load("story").digest

    copy.write_text(copy.read_text(encoding="utf-8") + "Prefer short words.\n", encoding="utf-8")

    assert shelf.load("story").text.endswith("Prefer short words.\n")
    assert shelf.load("story").digest != PromptShelf().load("story").digest
    assert shelf.load("mend").path == PromptShelf().load("mend").path


def test_a_version_goes_by_the_text_and_not_by_line_endings(tmp_path: Path) -> None:
    text = PromptShelf().load("mend").path.read_bytes()
    (tmp_path / "mend.md").write_bytes(text.replace(b"\n", b"\r\n"))

    assert PromptShelf(tmp_path).load("mend").digest == PromptShelf().load("mend").digest


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"Tell it.", "no text under front matter"),
        (b"---\npurpose: x\n---\n\n", "no text under front matter"),
        (b"---\npurpose: [\n---\nTell it.", "no YAML"),
        (b"---\npurpose: 2026-13-45\ninputs: {}\nreply: StoryReply\n---\nTell it.", "no YAML"),
        (b"---\npurpose: x\nreply: StoryReply\n---\nTell it.", "see inputs"),
        (b"---\npurpose: x\ninputs: {}\nreply: MendReply\n---\nTell it.", "must be StoryReply"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_a_copy_that_cannot_be_used_is_named_with_the_reason(
    tmp_path: Path, content: bytes, why: str
) -> None:
    (tmp_path / "story.md").write_bytes(content)

    with pytest.raises(ConfigurationError, match=why) as caught:
        PromptShelf(tmp_path).load("story")
    assert "story.md" in caught.value.message


def test_a_copy_is_never_written_over(tmp_path: Path) -> None:
    shelf = PromptShelf(tmp_path)
    shelf.copy("mend")

    with pytest.raises(UsageError, match="is there already"):
        shelf.copy("mend")
    with pytest.raises(UsageError, match="no prompt 'poem'"):
        shelf.copy("poem")
    with pytest.raises(UsageError, match="no folder"):
        PromptShelf().copy("mend")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(OutputError, match=r"story\.md cannot be written"):
        PromptShelf(tmp_path / "file").copy("story")
