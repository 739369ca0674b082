"""Each look of the doctor, shown what is broken."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from magazine.assets import bundled
from magazine.core.dates import IST
from magazine.core.errors import KeyRefusedError, UnreachableError
from magazine.core.issue import Issue
from magazine.core.ports import Edition
from magazine.doctor import checked, machine, serving, setting
from magazine.server import Server

NOW = datetime(2026, 3, 9, 6, tzinfo=UTC)


def test_an_old_python_is_named_with_what_to_install() -> None:
    check = machine.python((3, 9, 2))

    assert not check.ok
    assert "3.9.2" in check.found
    assert "apt-get install" in check.advice
    assert machine.python().ok


def test_a_disk_that_is_nearly_full_is_named(tmp_path: Path) -> None:
    place = tmp_path / "not" / "there" / "yet"

    assert machine.disk([place], least=1).ok
    check = machine.disk([place], least=shutil.disk_usage(tmp_path).total + 1)
    assert not check.ok
    assert str(place) in check.found


def test_a_folder_that_cannot_be_one_is_named_with_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "it's a file").write_text("", encoding="utf-8")
    check = machine.rights([tmp_path, tmp_path / "it's a file" / "library"])

    assert not check.ok
    assert "Not a directory" in check.found
    assert "mkdir -p '" in check.advice
    assert machine.rights([tmp_path / "new"]).ok


def test_a_key_that_others_can_read_is_named_with_what_to_run(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("sk-test", encoding="utf-8")
    key.chmod(0o640)
    check = machine.rights([tmp_path], [key])
    key.chmod(0o600)

    assert check.advice == f"Keep it to yourself: chmod 600 {key}"
    assert machine.rights([tmp_path], [key]).ok


@pytest.mark.parametrize(
    ("now", "newest", "last_run"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), None, None),
        (NOW, date(2026, 3, 11), None),
        (NOW, None, NOW + timedelta(days=2)),
    ],
    ids=["before the program", "behind an article", "behind the last run"],
)
def test_a_clock_that_cannot_be_right_is_found(
    now: datetime, newest: date | None, last_run: datetime | None
) -> None:
    check = machine.clock(now, newest, IST, last_run)

    assert not check.ok
    assert "timedatectl" in check.advice


def test_a_clock_beside_today_s_article_is_right() -> None:
    assert machine.clock(NOW, date(2026, 3, 10), IST, NOW - timedelta(days=1)).ok


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    """A copy of the bundled fonts."""
    return Path(shutil.copytree(bundled("templates") / "fonts", tmp_path / "fonts"))


def test_the_bundled_fonts_are_in_order(fonts: Path) -> None:
    assert setting.fonts(fonts).ok


def test_a_font_that_was_cut_short_is_named(fonts: Path) -> None:
    font = fonts / "SourceSans3-Regular.ttf"
    font.write_bytes(font.read_bytes()[:5000])
    check = setting.fonts(fonts)

    assert not check.ok
    assert "SourceSans3-Regular.ttf cannot be read" in check.found
    assert "reinstall" in check.advice


def test_a_font_without_hindi_in_place_of_the_hindi_one_is_named(fonts: Path) -> None:
    shutil.copy(fonts / "SourceSans3-Regular.ttf", fonts / "NotoSansDevanagari-Regular.ttf")
    check = setting.fonts(fonts)

    assert not check.ok
    assert "NotoSansDevanagari-Regular.ttf cannot set" in check.found
    assert "क्ष" in check.found


def test_a_font_that_knows_the_letters_but_joins_none_is_named(fonts: Path) -> None:
    path = fonts / "NotoSansDevanagari-Bold.ttf"
    with TTFont(path) as font:
        del font["GSUB"]
        font.save(path)
    check = setting.fonts(fonts)

    assert "NotoSansDevanagari-Bold.ttf cannot set क्ष ज्ञ त्र श्र" in check.found


def test_missing_hindi_fonts_are_noticed(fonts: Path) -> None:
    for path in fonts.glob("*Devanagari*.ttf"):
        path.unlink()

    assert "no font for Hindi" in setting.fonts(fonts).found


def test_a_page_with_empty_boxes_is_not_in_order() -> None:
    class Boxes:
        suffix = signature = "boxes"

        def render(self, issue: Issue) -> Edition:
            return Edition(content=b"", pages=1, notes=(f"empty boxes in {issue.id}",))

    check = setting.page(Boxes())
    assert not check.ok
    assert "empty boxes" in check.found


def test_a_missing_system_library_is_named_with_the_line_that_installs_it(tmp_path: Path) -> None:
    # The loader finds these before the system's own, and cannot load them.
    for name in ("libpango-1.0.so.0", "libpango-1.0-0", "libpango-1.0.so"):
        (tmp_path / name).write_bytes(b"\x7fELF broken")
    ran = subprocess.run(
        [sys.executable, "-m", "magazine", "doctor", "--json"],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LD_LIBRARY_PATH": str(tmp_path)},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    [page] = [check for check in json.loads(ran.stdout)["checks"] if check["name"] == "page"]

    assert ran.returncode == 3
    assert page["ok"] is False
    assert "apt-get install -y --no-install-recommends libpango" in page["advice"]


class _Models(ThreadingHTTPServer):
    """A server with a list of models."""

    daemon_threads = True

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.body = status, body
        self.asked: list[tuple[str, str | None]] = []

    def as_server(self, name: str = "small", context_tokens: int = 4096) -> Server:
        url = f"http://127.0.0.1:{self.server_port}/v1/"
        return Server(base_url=url, name=name, context_tokens=context_tokens)


class _Handler(BaseHTTPRequestHandler):
    server: _Models

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["authorization"]))
        self.send_response(self.server.status)
        self.send_header("location", "http://127.0.0.1:1/elsewhere")
        self.send_header("content-length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def listing(status: int = 200, body: object = None) -> Iterator[_Models]:
    rows = {"data": [{"id": "small", "max_model_len": 8192}, {"id": "large"}]} if body is None else body
    with _Models(status, json.dumps(rows).encode()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_without_a_model_nothing_is_wrong() -> None:
    assert serving.model(Server(), {}).ok


def test_a_server_that_has_the_model_is_in_order_and_its_list_is_all_that_was_asked() -> None:
    with listing() as models:
        check = serving.model(models.as_server(), {"OPENAI_API_KEY": "sk-test"}, "in the form json_schema")

    assert check.ok
    assert "context 8192" in check.found
    assert "json_schema" in check.found
    assert models.asked == [("/v1/models", "Bearer sk-test")]


def test_a_model_that_the_server_has_not_is_named_with_those_that_it_has() -> None:
    with listing() as models:
        check = serving.model(models.as_server(name="huge"), {})

    assert not check.ok
    assert "small, large" in check.advice


def test_a_context_smaller_than_configured_is_found() -> None:
    with listing() as models:
        check = serving.model(models.as_server(context_tokens=16_000), {})

    assert not check.ok
    assert "context_tokens = 8192" in check.advice


@pytest.mark.parametrize("body", [[], {"data": [3]}, {"data": None}, "models"], ids=repr)
def test_a_server_without_a_list_that_can_be_read_is_no_fault(body: object) -> None:
    with listing(body=body) as models:
        assert serving.model(models.as_server(), {}).ok


def test_a_refused_key_is_an_error_that_does_not_show_it() -> None:
    with listing(401) as models, pytest.raises(KeyRefusedError) as refused:
        serving.model(models.as_server(), {"OPENAI_API_KEY": "sk-canary"})

    assert "sk-canary" not in str(refused.value)


@pytest.mark.parametrize("status", [500, 302])
def test_a_server_that_fails_or_sends_elsewhere_is_an_error(status: int) -> None:
    with listing(status) as models, pytest.raises(UnreachableError, match=str(status)):
        serving.model(models.as_server(), {})


def test_a_server_that_is_not_there_becomes_a_check_with_what_to_do() -> None:
    gone = Server(base_url="http://127.0.0.1:9/v1", name="small")
    check = checked("model", lambda: serving.model(gone, {}))

    assert not check.ok
    assert "does not answer" in check.found
    assert "extractive" in check.advice
