"""The user's configuration."""

from pathlib import Path

import pytest

from magazine.core.dates import IST
from magazine.core.errors import ConfigurationError
from magazine.server import Server
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


def test_files_that_the_configuration_names_lie_beside_it(tmp_path: Path) -> None:
    config = a_config(tmp_path, 'library = "news/l.sqlite"\n[model]\nkey_file = "key.txt"\n')

    assert read_settings(config, None).library == tmp_path / "news/l.sqlite"
    assert read_settings(config, None).model.key_file == tmp_path / "key.txt"
    assert read_settings(config, Path("mine.sqlite")).library == Path("mine.sqlite")


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
        ("library = '~nobody-at-all/l.sqlite'", "home folder of ~nobody-at-all/l.sqlite is not known"),
        ("model = 3", "Write [model]"),
        ("modle = 3", "Did you mean [model]?"),
        ("[model]\nbase_ulr = 'http://x/v1'", "Did you mean base_url?"),
        ("[model]\nkey = 'sk-1'", "It knows base_url, name, key_file"),
        ("[model]\nname = 3", "name is not a text"),
        ("[model]\nconcurrency = 0", "from 1 to 64"),
        ("[model]\nconcurrency = true", "from 1 to 64"),
        ("[model]\ncontext_tokens = 8000.0", "from 1000 to"),
        ("[model]\ndeadline = 'long'", "from 1 to 3600"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        read_settings(a_config(tmp_path, text), None)

    assert says in str(refusal.value)


def test_the_model_table_names_a_server(tmp_path: Path) -> None:
    config = a_config(
        tmp_path,
        '[model]\nbase_url = "http://localhost:11434/v1"\nname = "qwen3"\n'
        'key_file = "key.txt"\ncontext_tokens = 8192\nrequests_per_minute = 20\n',
    )

    assert read_settings(config, None).model == Server(
        base_url="http://localhost:11434/v1",
        name="qwen3",
        key_file=tmp_path / "key.txt",
        context_tokens=8192,
        requests_per_minute=20,
    )


def test_without_a_model_table_no_server_is_named(tmp_path: Path) -> None:
    assert read_settings(a_config(tmp_path, ""), None).model == Server()


def test_what_was_paid_for_lies_in_the_data_folder_and_not_in_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    assert read_settings(a_config(tmp_path, ""), None).ledger == tmp_path / "data/magazine/ledger.sqlite"


def test_a_zone_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Asia/Kolkatta"):
        _ = read_settings(a_config(tmp_path, 'timezone = "Asia/Kolkatta"'), None).zone
