"""Bar 11, quickly; and that its search finds a key wherever one is left."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pikepdf
import pytest

from magazine.cli.failures import veiled
from magazine.core.addresses import without_keys
from magazine.core.errors import UsageError
from magazine.edit.model.chat import Letter, Mode, RoomName
from magazine.edit.model.openai_chat import OpenAIChat
from magazine.library import open_library
from magazine.library.feeds import FeedHealth
from magazine.server import Key, Server
from magazine.sources import new_source
from magazine.taxonomy import load_taxonomy
from tests.attacks.bar_secrets import BARS
from tests.attacks.command import Home, a_home
from tests.attacks.search import KEY, TOKEN, Search, leaks, loose
from tests.edit.model.faulty import Exchange, completion, serving
from tests.torture.bars import tried


def test_a_key_stands_in_nothing_that_is_left() -> None:
    outcome = tried(BARS[0])

    assert outcome.failures == ()
    assert outcome.trials == BARS[0].quick


class Talkative(Home):
    """A home whose command tells its environment to everybody."""

    def command(self, *_words: str) -> list[str]:
        script = (
            "import os, pathlib, subprocess, sys, time; key = os.environ['OPENAI_API_KEY']\n"
            "pathlib.Path('library.sqlite').write_text(key); sys.stderr.write(key)\n"
            "subprocess.run([sys.executable, '-c', 'import time; time.sleep(0.5)', key])"
        )
        return [super().command()[0], "-c", script]


def test_a_program_that_tells_its_key_does_not_pass() -> None:
    with a_home(OPENAI_API_KEY=KEY) as home:
        search = Search(Talkative(home.folder, home.environ))
        search.run("run")

    assert search.faults == [
        "run: stderr",
        "run: the arguments of a process",
        "run: the file library.sqlite",
        "run: the file library.sqlite has the rights 666",
    ]


def test_a_key_is_found_in_packed_files(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.epub", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("a.xhtml", KEY)
    with pikepdf.new() as pdf:
        pdf.add_blank_page().obj.Contents = pdf.make_stream(KEY.encode() * 9)
        pdf.save(tmp_path / "x.pdf", compress_streams=True, recompress_flate=True)

    for name in ("book.epub", "x.pdf"):
        content = (tmp_path / name).read_bytes()
        assert KEY.encode() not in content
        assert leaks({name: content}) == [name]


def test_a_private_folder_that_others_can_enter_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.touch(0o600)
    tmp_path.chmod(0o755)

    assert loose(".local/share/magazine/ledger.sqlite", path).startswith("the folder of")


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://x.example/a?id=7&token=abc#p", "https://x.example/a?id=7#p"),
        ("https://u:pass@x.example:8080/a", "https://x.example:8080/a"),
        ("https://x.example/?API_KEY=abc", "https://x.example/"),
        ("https://x.example/a?key=article-12&q=%E0%A4%AC", "https://x.example/a?key=article-12&q=%E0%A4%AC"),
        ("http://[", "http://["),
        ("", ""),
    ],
)
def test_an_address_is_freed_of_keys_and_of_nothing_else(url: str, public: str) -> None:
    assert without_keys(url) == public


def test_a_traceback_is_veiled_by_value_and_by_form() -> None:
    told = veiled(
        f"a {KEY} b Bearer abc.def-123456 c http://u:p@h/ d sk-0123456789", {"MY_API_KEY": KEY, "LANG": "a"}
    )

    assert told == "a *** b Bearer *** c http://***@h/ d ***"


def test_a_password_in_the_address_of_a_source_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as refused:
        new_source(f"https://u:{TOKEN}@news.example/feed")

    assert TOKEN not in str(refused.value)


def test_the_register_of_feeds_keeps_the_digest_of_a_key_alone(tmp_path: Path) -> None:
    url = f"https://news.example/feed?token={TOKEN}"
    path = tmp_path / "library.sqlite"
    with open_library(path, load_taxonomy(None), create=True) as library:
        library.feeds.record(FeedHealth(url=url, failures=2), {"k": "f"})
        assert library.feeds.health([url])[url] == FeedHealth(url=url, failures=2)
        assert library.feeds.known(url) == {"k": "f"}
        assert library.feeds.health([f"{url}x"]) == {}
        library.feeds.forget(url)
        assert library.feeds.health([url]) == {}
        library.feeds.record(FeedHealth(url=url))
    assert TOKEN.encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_a_server_that_repeats_the_key_has_it_taken_out_of_the_reply() -> None:
    def repeating(exchange: Exchange) -> None:
        exchange.send(200, completion(f"You sent {exchange.headers['authorization']}"))

    letter = Letter(system="s", user="u", mode=Mode.TEXT, schema={}, room=100, room_name=RoomName.MAX_TOKENS)
    with serving(repeating) as server:
        addressed = Server(base_url=server.url, name="m", concurrency=1, deadline=30)
        chat = OpenAIChat(addressed, Key(KEY), stop=Event(), now=lambda: datetime.now(UTC))
        try:
            reply = chat.send(letter, seconds=30)
        finally:
            chat.close()

    assert reply.text == "You sent Bearer ***"
