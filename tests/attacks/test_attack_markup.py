"""Bar 7, quickly; and that it fails where an article's text is taken for markup."""

import html
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from magazine.core.issue import Issue
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import load_theme
from tests.attacks.bar_markup import BARS, Press, presses, print_with
from tests.torture.bars import Bar, dice, tried


@pytest.mark.parametrize("bar", BARS, ids=[bar.name for bar in BARS])
def test_markup_of_attackers_is_text(bar: Bar) -> None:
    outcome = tried(bar)

    assert outcome.failures == ()
    assert outcome.trials >= bar.quick


def unescaped(press: Press, issue: Issue) -> bytes:
    return html.unescape(press(issue).decode()).encode()


def unescaped_book(press: Press, issue: Issue) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(press(issue))) as book, zipfile.ZipFile(out, "w") as worse:
        for name in book.namelist():
            text = book.read(name)
            worse.writestr(name, html.unescape(text.decode()) if name.endswith(".xhtml") else text)
    return out.getvalue()


def test_screens_that_take_text_for_markup_do_not_pass() -> None:
    by = presses()
    broken = {
        "html": lambda issue: unescaped(by["html"], issue),
        "epub": lambda issue: unescaped_book(by["epub"], issue),
    }

    outcome = print_with(dice(1, "control"), 2, broken, ["<b onclick='x'>y</b>", "<br>"])

    assert any(fault.startswith("html: an element") for fault in outcome.failures)
    assert any(fault.startswith("epub: it is no XML") for fault in outcome.failures)


def test_a_theme_that_takes_text_for_markup_does_not_pass(tmp_path: Path) -> None:
    folder = tmp_path / "trusting"
    shutil.copytree(load_theme().folder, folder)
    head = (load_theme().folders[1] / "_story_head.html").read_text(encoding="utf-8")
    trusting = head.replace("{{ story.headline }}", "{{ story.headline|safe }}")
    (folder / "_story_head.html").write_text(trusting, encoding="utf-8")
    renderer = PdfRenderer(load_theme(f"{folder}/"))
    by = {"pdf": lambda issue: renderer.render(issue).content}

    outcome = print_with(dice(1, "control"), 1, by, ['<a href="javascript:alert(1)">x</a>'])

    assert trusting != head
    assert any("a link to" in fault for fault in outcome.failures)
