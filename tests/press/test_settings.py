"""The user's configuration."""

from pathlib import Path

import pytest

from magazine.core.dates import IST
from magazine.core.errors import ConfigurationError
from magazine.settings import read_settings


def a_config(folder: Path, text: str) -> Path:
    path = folder / "magazine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_sets_what_the_command_line_does_not(tmp_path: Path) -> None:
    config = a_config(tmp_path, 'library = "/a/b.sqlite"\ntitle = "Weekly"\n')

    assert read_settings(config, None).library == Path("/a/b.sqlite")
    assert read_settings(config, Path("/c.sqlite")).library == Path("/c.sqlite")
    assert read_settings(config, None).title == "Weekly"


def test_without_a_file_the_zone_is_india(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert read_settings(None, None).zone is IST


def test_topics_beside_the_configuration_are_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "topics.yaml").write_text("topics: []", encoding="utf-8")

    assert read_settings(a_config(tmp_path, ""), None).topics_file == tmp_path / "topics.yaml"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("librarry = 'x'", "Did you mean library?"),
        ("colour = 'red'", "It knows library"),
        ("title = 3", "not a text"),
        ("title = ''", "not a text"),
        ("title = ", "not TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        read_settings(a_config(tmp_path, text), None)

    assert says in str(refusal.value)


def test_a_zone_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Asia/Kolkatta"):
        _ = read_settings(a_config(tmp_path, 'timezone = "Asia/Kolkatta"'), None).zone
