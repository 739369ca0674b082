"""Every theme in both languages under PDF/UA-1, and what no validator sees: fonts, languages, order."""

import dataclasses
import functools
import io
import re
import subprocess
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import Image

from magazine.core.article import Language
from magazine.core.issue import Issue, Picture
from magazine.core.ports import Edition
from magazine.render.pdf import PdfRenderer
from magazine.render.themes import load_theme, theme_names
from tests.render.enriched import BUDGET, enriched
from tests.render.sample import a_section, a_source, a_story, an_issue

BRIDGE = "asset:picture/bridge.png"
EVERY = [(theme, language) for theme in theme_names() for language in ("en", "hi")]


def everything(language: Language) -> Issue:
    """A small issue with every part that a page can have, a picture and a chart among them."""
    hindi = {"language": Language.HINDI, "topic_name": "बुनियादी ढाँचा"}
    stories = (
        a_story(
            picture=Picture(file="bridge.png", alt="A bridge of six spans", credit="PIB"), tables=(BUDGET,)
        ),
        a_story("A second story of two sources", sources=(a_source(), a_source(article="b", url=None))),
        a_story("नदी पर नया पुल खुला", "पुल 4.2 किमी लंबा है। यह दो ज़िलों को जोड़ता है। काम 2019 में शुरू हुआ।", **hindi),
        a_story("A fourth story"),
        a_story("A fifth story", "The law is new. It has nine parts. It came into force in 2026."),
        a_story("A sixth story"),
        a_story("A seventh story"),
    )
    issue = enriched(an_issue(a_section("C", *stories), a_section("D", a_story("On a river"))))
    return dataclasses.replace(issue, masthead=dataclasses.replace(issue.masthead, language=language))


@functools.cache
def printed(theme: str, language: str) -> Edition:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 40), "#1f4e79").save(drawn, "PNG")
    renderer = PdfRenderer(load_theme(theme), {BRIDGE: drawn.getvalue()})
    return renderer.render(everything(Language(language)))


def opened(edition: Edition) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(edition.content))


@pytest.mark.parametrize(("theme", "language"), EVERY)
def test_no_rule_of_pdf_ua_fails(theme: str, language: str) -> None:
    report = page.validate_pdf_bytes(
        printed(theme, language).content, profile=page.ValidationProfile.PDF_UA_1
    )

    assert [(each.rule_id, each.message) for each in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize(("theme", "language"), EVERY)
def test_the_file_has_no_fault_and_the_language_of_its_furniture(
    theme: str, language: str, tmp_path: Path
) -> None:
    (tmp_path / "issue.pdf").write_bytes(printed(theme, language).content)
    checked = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "issue.pdf")], capture_output=True, check=False
    )

    assert checked.returncode == 0, checked.stdout.decode()
    assert printed(theme, language).notes == ()
    with opened(printed(theme, language)) as pdf:
        assert str(pdf.Root.Lang) == language


@pytest.mark.parametrize("theme", theme_names())
def test_every_font_is_in_the_file_and_no_more_of_it_than_is_printed(theme: str, tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(printed(theme, "en").content)
    listed = subprocess.run(["pdffonts", str(tmp_path / "issue.pdf")], capture_output=True, check=True)
    fonts = [line.split() for line in listed.stdout.decode().splitlines()[2:]]

    assert len(fonts) >= 6
    for font in fonts:
        embedded, subset, unicode = font[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), font[0]


@pytest.mark.parametrize("theme", theme_names())
def test_a_reader_hears_hindi_in_hindi_and_pictures_in_words(theme: str) -> None:
    with opened(printed(theme, "en")) as pdf:
        tags = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        articles = [str(each.Lang) for each in tags if each.S == "/Art"]
        figures = [str(each.get("/Alt", "")) for each in tags if each.S == "/Figure"]

        assert {"en", "hi"} == set(articles)
        assert "A bridge of six spans" in figures
        assert any("2021-22 1,20,400" in words for words in figures)
        assert all(figures), "a drawing without words is an ornament, and not in the tree"


@pytest.mark.parametrize("theme", theme_names())
def test_a_story_is_read_from_its_headline_to_its_last_sentence(theme: str, tmp_path: Path) -> None:
    (tmp_path / "issue.pdf").write_bytes(printed(theme, "en").content)
    command = ["pdftotext", "-raw", str(tmp_path / "issue.pdf"), "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    text = " ".join(re.sub(r"[\u2060\u00ad]", "", raw).split())
    told = ("A fifth story", "The law is new", "It has nine parts", "It came into force in 2026")

    # The headline stands in the contents and the sources too, but its sentences follow it at the story.
    assert re.search(".{1,200}?".join(told), text)
