"""Which model is meant: addresses, names and keys, from the configuration and the environment."""

from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError
from magazine.server import Key, Server, addressed, configured, find_key

SECRET = "sk-canary-31337"  # noqa: S105 - nobody's


@pytest.mark.parametrize(
    ("server", "environ", "is_meant"),
    [
        (Server(), {}, False),
        (Server(name="m"), {}, False),
        (Server(), {"OPENAI_API_KEY": ""}, False),
        (Server(), {"OPENAI_API_KEY": "k"}, True),
        (Server(), {"OPENAI_API_KEY_FILE": "/k"}, True),
        (Server(), {"OPENAI_BASE_URL": "http://localhost/v1"}, True),
        (Server(base_url="http://localhost/v1"), {}, True),
        (Server(key_file=Path("/k")), {}, True),
    ],
)
def test_a_key_or_an_address_means_a_model(server: Server, environ: dict[str, str], is_meant: bool) -> None:
    assert configured(server, environ) is is_meant


def test_a_local_server_gets_more_time_and_one_request_at_once() -> None:
    local = addressed(Server(base_url="http://localhost:11434/v1/", name="qwen3"), {})
    remote = addressed(Server(), {})

    assert (local.base_url, local.concurrency, local.deadline) == ("http://localhost:11434/v1", 1, 600)
    assert (remote.host, remote.concurrency, remote.deadline) == ("api.openai.com", 8, 120)
    assert remote.name
    assert addressed(Server(concurrency=3, deadline=9), {}).deadline == 9


def test_what_is_configured_goes_before_the_environment() -> None:
    environ = {"OPENAI_BASE_URL": "http://elsewhere.example/v1"}

    assert addressed(Server(name="m"), environ).host == "elsewhere.example"
    assert addressed(Server(base_url="http://10.0.0.2/v1", name="m"), environ).host == "10.0.0.2"


@pytest.mark.parametrize(
    ("url", "is_local"),
    [
        ("http://localhost:1/v1", True),
        ("http://127.8.9.1/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://10.0.0.2/v1", False),
        ("http://localhost.example.org/v1", False),
    ],
)
def test_only_this_machine_is_local(url: str, is_local: bool) -> None:
    assert Server(base_url=url).is_local is is_local


@pytest.mark.parametrize(
    "url",
    [
        "localhost:8080",
        "ftp://h/v1",
        "http://",
        "http://h:99999/v1",
        f"https://user:{SECRET}@h/v1",
        f"https://h/v1?key={SECRET}",
        "http://[::1/v1",
    ],
)
def test_an_address_that_is_none_or_holds_a_key_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        addressed(Server(base_url=url, name="m"), {})

    assert SECRET not in str(refusal.value)


def test_another_server_needs_its_models_name() -> None:
    with pytest.raises(ConfigurationError, match=r"No model is named for the server at h\.example"):
        addressed(Server(base_url="https://h.example/v1"), {})


def test_the_key_comes_from_the_environment_then_its_file_then_the_configured_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("k-one\n", encoding="utf-8")
    other.write_text("  k-other  ", encoding="utf-8")
    server = Server(key_file=other)

    def found(**environ: str) -> str:
        key = find_key(server, environ)
        assert key is not None
        return key.reveal()

    assert found(OPENAI_API_KEY="k-env", OPENAI_API_KEY_FILE=str(one)) == "k-env"
    assert found(OPENAI_API_KEY_FILE=str(one)) == "k-one"
    assert found() == "k-other"
    assert find_key(Server(), {}) is None


@pytest.mark.parametrize("content", ["", "two words", "क", f"{SECRET}\r\nX-Evil: 1"])
def test_a_file_that_can_be_no_key_is_refused_and_not_repeated(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ConfigurationError, match="holds no key") as refusal:
        find_key(Server(key_file=path), {})

    assert SECRET not in str(refusal.value)


def test_a_missing_key_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        find_key(Server(key_file=tmp_path / "none"), {})


def test_a_key_shows_itself_nowhere() -> None:
    key = Key(SECRET)

    assert SECRET not in f"{key!r} {key!s} {key} {[key]} {vars(Key)}"
