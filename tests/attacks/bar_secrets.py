"""Bar 11: a key that the program is given stands in nothing that it says, writes, prints or shows."""

import random
import subprocess
from collections.abc import Callable
from urllib.parse import quote

from tests.attacks.command import Home, a_home
from tests.attacks.search import KEY, TOKEN, Search, leaks, loose
from tests.edit.model.faulty import Exchange, completion, error, serving
from tests.ingest.site import Reply, a_site
from tests.torture.bars import Bar, Outcome

_ROW = {
    "id": "r-1",
    "title": "Cabinet approves a scheme",
    "published": "2026-03-09",
    "source": "PIB",
    "body": "The Union Cabinet approved a scheme of 2,700 crore for hydrogen on Monday. It will run to 2030.",
}
_MAKE = ("make", "--period", "2026-03-09", "--questions", "0", "-o", "out", "-v")


def _echo(exchange: Exchange) -> None:
    """Refuse the key as some servers do: by repeating it."""
    exchange.send(401, error("invalid_api_key", f"Incorrect API key provided: {KEY}"))


def _echo_in_reply(exchange: Exchange) -> None:
    exchange.send(200, completion(f"Your key is {exchange.headers['authorization']}"))


def _fail(exchange: Exchange) -> None:
    exchange.send(500, f"<html>{KEY}</html>".encode(), {"content-type": "text/html", "x-echo": KEY})


def _turn(exchange: Exchange) -> None:
    exchange.send(302, KEY.encode(), {"location": f"http://127.0.0.1:9/?api_key={KEY}"})


def _hang_up(exchange: Exchange) -> None:
    exchange.hang_up()


def key_and_server(fault: Callable[[Exchange], None], *words: str) -> list[str]:
    """Make an issue with a key in the environment, against a server that misbehaves."""
    with a_home(OPENAI_API_KEY=KEY) as home, serving(fault) as server:
        search = _with_row(home)
        (home.folder / "magazine.toml").write_text(
            "[model]\ndeadline = 2\nlongest_wait = 1\n", encoding="utf-8"
        )
        search.run(
            fault.__name__,
            *_MAKE,
            *words,
            "--config",
            "magazine.toml",
            "--base-url",
            server.url,
            "--model",
            "m",
        )
        if not server.hits:
            search.faults.append(f"{fault.__name__}: the server was not asked")
    return search.faults


def key_in_file(*words: str) -> list[str]:
    """Make an issue with the key in a file."""
    with a_home(OPENAI_API_KEY_FILE="key.txt") as home, serving(_echo_in_reply) as server:
        search = _with_row(home)
        (home.folder / "key.txt").write_text(f"{KEY}\n", encoding="utf-8")
        (home.folder / "key.txt").chmod(0o600)
        search.given.add("key.txt")
        search.run("key file", *_MAKE, *words, "--base-url", server.url, "--model", "m")
        search.run("doctor", "doctor", "--json")
    return search.faults


def key_in_address() -> list[str]:
    """Give addresses with the key in them: of a model, a feed and a page."""
    with a_home() as home, a_site() as site:
        search = _with_row(home)
        for url in (f"http://u:{quote(KEY, safe='')}@127.0.0.1:9/v1", f"http://127.0.0.1:9/v1?key={KEY}"):
            ran = search.run("model's address", *_MAKE, "--base-url", url, "--model", "m", given=True)
            search.faults += [] if ran.status == 2 else [f"model's address: it left with {ran.status}"]
        item = f"<item><title>Tides</title><link>{site.url('/a')}?token={TOKEN}</link></item>"
        site.show("/feed", f"<rss version='2.0'><channel><title>F</title>{item}</channel></rss>", "text/xml")
        site.replies["/a"] = Reply(status=404)
        config = home.folder / ".config/magazine"
        search.given.add(".config/magazine/sources.toml")  # where else should a subscription's key be
        search.run(
            "feed with a password", "sources", "add", f"http://u:{TOKEN}@{site.place}/feed", given=True
        )
        site.replies[f"/feed?token={TOKEN}"] = site.replies["/feed"]
        search.run(
            "feed with a key",
            "sources",
            "add",
            f"{site.url('/feed')}?token={TOKEN}",
            "--name",
            "F",
            given=True,
        )
        search.run("fetch", "fetch", "--allow-host", site.place, "-v", "--log-format", "json")
        if not any("token" in path for path in site.asked):
            search.faults.append("fetch: the feed was not asked")
        if fault := loose("sources.toml", config / "sources.toml"):
            search.faults.append(fault)
        text = "The tide rose twice at Kandla on 9 March 2026, and fell."
        body = f"<html><body><h1>Tides</h1><p>{text}</p></body></html>"
        site.show(f"/page?api_key={TOKEN}", body)
        search.run(
            "page",
            "add",
            f"{site.url('/page')}?api_key={TOKEN}",
            "--allow-host",
            site.place,
            "-v",
            given=True,
        )
        search.run(
            "page that is missing",
            "add",
            f"{site.url('/no')}?api_key={TOKEN}",
            "--allow-host",
            site.place,
            given=True,
        )
        search.run("issue", "make", "--period", "2026-03", "-o", "out", "--format", "pdf,html,md,epub", "-v")
        search.run("status", "status", "--json")
    return search.faults


def key_in_traceback() -> list[str]:
    """Let the program meet a bug whose exception repeats the key, and read its log."""
    script = (
        "import os, sys; from pathlib import Path; from magazine.cli.failures import run\n"
        "def bug():\n    raise ValueError('header ' + os.environ['OPENAI_API_KEY'] + ' of http://u:'"
        " + os.environ['OPENAI_API_KEY'] + '@host/')\n"
        "sys.exit(run(bug, lambda: Path('.local/state/magazine/log')))"
    )
    with a_home(OPENAI_API_KEY=KEY) as home:
        search = Search(home)
        log = home.folder / ".local/state/magazine/log"
        log.parent.mkdir(parents=True)
        done = subprocess.run(
            [home.command()[0], "-c", script],
            cwd=home.folder,
            env=home.environment(),
            capture_output=True,
            check=False,
            umask=0,
        )
        search.faults += [f"bug: {place}" for place in leaks({"stdout": done.stdout, "stderr": done.stderr})]
        search.faults += [f"bug: {fault}" for fault in search.in_files()]
        if done.returncode != 1 or not (log / "bug.log").exists():
            search.faults.append("bug: it left no log")
    return search.faults


def _with_row(home: Home) -> Search:
    home.write_rows([_ROW])
    search = Search(home)
    search.run("add", "add", "rows.jsonl")
    return search


_TRIALS: tuple[Callable[[], list[str]], ...] = (
    key_in_traceback,
    lambda: key_and_server(_echo, "--log-format", "json", "--format", "md"),
    lambda: key_in_file("--format", "pdf,html"),
    key_in_address,
    lambda: key_and_server(_echo_in_reply, "--format", "pdf,html,epub,md,anki"),
    lambda: key_and_server(_fail, "--format", "html"),
    lambda: key_and_server(_turn, "--format", "html", "--log-format", "json"),
    lambda: key_and_server(_hang_up, "--format", "html"),
    lambda: key_and_server(_echo, "--format", "md", "-q"),
    lambda: key_and_server(_echo, "--format", "md", "--engine", "model"),
)


def search_all(_dice: random.Random, trials: int) -> Outcome:
    """Give the key in every way, and search all that is left."""
    faults = [fault for trial in _TRIALS[:trials] for fault in trial()]
    note = "in environment, file, address: not in output, logs, editions, databases, arguments; 0600, 0700"
    return Outcome(min(trials, len(_TRIALS)), tuple(dict.fromkeys(faults)), note)


BARS = (Bar(number=11, name="secrets", trials=10, quick=2, run=search_all),)
