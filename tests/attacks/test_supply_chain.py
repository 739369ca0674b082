"""What comes from others: locked with hashes, audited or said not to be, and silent on the network."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.audit import CLEAN, FAULTY, NOT_RUN, verdict

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+", re.MULTILINE)


def pinned(lock: str) -> dict[str, str]:
    """The packages of a lock, each with its lines."""
    parts = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    return {match[1]: part for part in parts if (match := PIN.match(part))}


def asked_for(*groups: str) -> set[str]:
    names = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        names += [one for one in PROJECT["dependency-groups"][group] if isinstance(one, str)]
    return {re.split(r"[^\w.-]", name)[0].lower().replace("_", "-") for name in names}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_a_hash_and_no_index_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert len(pinned(lock)) > 40
    assert [
        name for name, lines in pinned(lock).items() if not re.search(r"--hash=sha256:[0-9a-f]{64}", lines)
    ] == []
    assert not re.search(r"://|--index-url|--find-links|--trusted-host|^-e |@ file", text, re.MULTILINE)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert asked_for() <= pinned("requirements.lock").keys()
    assert asked_for("test", "check", "torture", "supply") <= pinned("requirements-dev.lock").keys()


def test_both_locks_mean_the_same_versions() -> None:
    used, develop = ({name: lines.split()[0] for name, lines in pinned(lock).items()} for lock in LOCKS)

    assert used.items() <= develop.items()


def a_report(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


@pytest.mark.parametrize(
    ("report", "status", "said"),
    [
        (a_report({"name": "a", "version": "1", "vulns": []}), CLEAN, "nothing is known against 1 packages"),
        (a_report({"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}), FAULTY, "a 1: CVE-1"),
        (a_report({"name": "a", "skip_reason": "not found on PyPI"}), NOT_RUN, "NOT RUN: of 1 of 1"),
        (a_report(), NOT_RUN, "NOT RUN"),
        ("", NOT_RUN, "NOT RUN"),
        ('{"error": 1}', NOT_RUN, "NOT RUN"),
    ],
)
def test_an_audit_that_could_ask_nobody_is_not_run(report: str, status: int, said: str) -> None:
    found = verdict(report)

    assert found.status == status
    assert said in found.line


SILENT = """
import importlib, pkgutil, sys
heard = []
def listen(event, args):
    if event in ("socket." + each for each in ("connect", "getaddrinfo", "gethostbyname", "sendto", "bind")):
        heard.append(event + " " + repr(args[1:])[:80])
sys.addaudithook(listen)
package = importlib.import_module("{package}")
for found in pkgutil.walk_packages(package.__path__, "{package}."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
{then}
sys.stdout.write(chr(10).join(heard))
"""


def heard(then: str, folder: Path, package: str = "magazine") -> str:
    """Return what a process that imports every module and then does something says on the network."""
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error::ResourceWarning",
            "-c",
            SILENT.replace("{then}", then).replace("{package}", package),
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "HOME": str(folder)},
    )
    return done.stdout


RENDER = """
from magazine.render.typesetting import Manuscript, typeset
from magazine.render.page import issue_html
from magazine.render.compose import compose
from magazine.render.editions import renderer_for
from magazine.render.look import dressed
from magazine.render.themes import load_theme
from tests.render.sample import an_issue
look = dressed(load_theme(), None)
html = issue_html(compose(an_issue(), look.theme), look.theme)
assert typeset(Manuscript(html=html, style=look.style(), identifier="x")).pages
for name in ("html", "epub", "md", "anki"):
    assert renderer_for(name).render(an_issue()).content
"""


def test_nothing_is_asked_of_the_network_at_import_or_render(tmp_path: Path) -> None:
    assert heard(RENDER, tmp_path) == ""


def test_a_look_up_at_render_would_be_heard(tmp_path: Path) -> None:
    looked_up = "import socket\ntry: socket.getaddrinfo('127.0.0.1', 80)\nexcept OSError: pass"

    assert "socket.getaddrinfo" in heard(looked_up, tmp_path, package="magazine.batch")


def test_no_template_of_ours_takes_text_for_markup() -> None:
    trusting = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "templates").rglob("*"))
        if path.suffix in {".html", ".xhtml", ".svg", ".opf"}
        if re.search(r"\|\s*safe\b|autoescape", path.read_text(encoding="utf-8"))
    ]

    assert trusting == []


def test_nothing_is_evaluated_that_comes_from_outside() -> None:
    risky = {"eval", "exec", "compile", "__import__"}
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "magazine").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in risky
    ]

    assert found == []
