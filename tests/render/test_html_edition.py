import base64
import functools
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import lxml.html
import PIL.Image
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from magazine.core.issue import Issue, Picture, Table
from magazine.render.contrast import contrast
from magazine.render.html import HtmlRenderer
from magazine.render.screen import DARK_GROUND, for_dark
from magazine.render.themes import load_theme
from tests.render.edition_samples import (
    HOSTILE,
    filled_with,
    hindi_issue,
    small_hindi_issue,
    small_issue,
    whole_issue,
)
from tests.render.sample import a_section, a_story, an_issue

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1200, "height": 900}


@functools.cache
def html_of(make: Callable[[], Issue]) -> str:
    return HtmlRenderer().render(make()).content.decode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def browsing(browser: Browser, html: str, folder: Path, **ways: Any) -> Iterator[Page]:
    """A page of a real browser with the edition open, its errors collected as failures."""
    file = folder / "issue.html"
    file.write_text(html, encoding="utf-8")
    errors: list[str] = []
    with browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **ways}) as context:
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text))
        page.on("request", lambda request: errors.append(request.url) if request.url[:5] == "http:" else None)
        page.goto(file.as_uri())
        yield page
    assert errors == []


@pytest.mark.parametrize(
    ("make", "view", "scheme"),
    [
        (small_issue, PHONE, "light"),
        (small_issue, DESK, "dark"),
        (small_hindi_issue, PHONE, "dark"),
        (small_hindi_issue, DESK, "light"),
    ],
    ids=["english phone light", "english desk dark", "hindi phone dark", "hindi desk light"],
)
def test_axe_finds_nothing_against_the_page(
    make: Callable[[], Issue], view: dict[str, int], scheme: str, browser: Browser, tmp_path: Path
) -> None:
    with browsing(browser, html_of(make), tmp_path, viewport=view, color_scheme=scheme) as page:
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = Axe().run(page).response

    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def test_the_file_asks_for_nothing_outside_itself() -> None:
    html = html_of(whole_issue)
    tree = lxml.html.fromstring(html)
    loaded = tree.xpath("//@src | //link/@href | //@srcset | //object/@data")

    assert all(address.startswith("data:") for address in loaded)
    assert set(re.findall(r"url\((.{5})", html)) == {"data:"}
    assert "@import" not in html


def test_its_policy_lets_no_script_run_but_its_own(browser: Browser, tmp_path: Path) -> None:
    html = html_of(whole_issue).replace("</main>", "<script>document.title = 'taken'</script></main>")
    file = tmp_path / "hostile.html"
    file.write_text(html, encoding="utf-8")
    with browser.new_page() as page:
        page.goto(file.as_uri())

        assert page.title() == "The Week in Review, 9–15 March 2026"
        assert page.locator("#search").is_visible()


def test_the_search_leaves_the_stories_that_hold_every_word(browser: Browser, tmp_path: Path) -> None:
    with browsing(browser, html_of(whole_issue), tmp_path) as page:
        page.locator("#search").fill("wind ENERGY addition")
        shown = page.locator("main .story:visible h3").all_inner_texts()
        count = page.locator("#found").inner_text()
        page.locator("#search").fill("")
        everything = page.locator("main .story:visible").count()

    assert shown == ["India achieves highest-ever annual wind energy addition of 6.05 GW in 2025–26"]
    assert re.fullmatch(r"[1-9] / \d\d", count)
    assert everything == len(whole_issue().stories)


def test_hindi_is_found_by_its_words(browser: Browser, tmp_path: Path) -> None:
    with browsing(browser, html_of(hindi_issue), tmp_path) as page:
        page.locator("#search").fill("साइबर अपराध")

        assert page.locator("main .story:visible").count() == 1


def test_without_script_all_is_readable_and_the_look_can_be_changed(browser: Browser, tmp_path: Path) -> None:
    with browsing(
        browser, html_of(whole_issue), tmp_path, java_script_enabled=False, color_scheme="light"
    ) as page:
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        before = page.evaluate(ground)
        page.locator("#flip").check()
        after = page.evaluate(ground)
        page.locator("summary").first.click()

        assert page.locator("main .story").count() == len(whole_issue().stories)
        assert not page.locator("#search").is_visible()
        assert page.locator("details .key").first.is_visible()
    assert (before, after) == ("rgb(255, 255, 255)", "rgb(23, 24, 27)")


def test_an_answer_is_folded_until_it_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    with browsing(browser, html_of(whole_issue), tmp_path) as page:
        assert page.locator("details .key").count() == len(whole_issue().questions)
        assert not page.locator("details .key").first.is_visible()


def test_each_story_says_its_language() -> None:
    tree = lxml.html.fromstring(html_of(hindi_issue))
    languages = {story.get("lang") for story in classed(tree, "story")}

    assert tree.get("lang") == "hi"
    assert languages == {"en", "hi"}


def test_every_link_inside_the_file_leads_to_a_place_in_it() -> None:
    tree = lxml.html.fromstring(html_of(whole_issue))
    ids = tree.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_no_long_word_title_or_wide_table_pushes_a_phone_sideways(browser: Browser, tmp_path: Path) -> None:
    wide = Table(
        header=tuple(f"Column {number}" for number in range(40)),
        rows=(tuple(str(number) for number in range(40)),),
        cites=("a1.r1", "a1.r2"),
    )
    story = a_story("A title of many words " * 20, "It is a " + "x" * 300 + ". So it was.", tables=(wide,))
    html = HtmlRenderer().render(an_issue(a_section("C", story))).content.decode()
    with browsing(browser, html, tmp_path, viewport=PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize(
    "issue",
    [an_issue(a_section("C", a_story())), an_issue(a_section("C", a_story()), sections=())],
    ids=["one story", "none"],
)
def test_an_issue_of_next_to_nothing_is_still_a_page(issue: Issue, browser: Browser, tmp_path: Path) -> None:
    with browsing(browser, HtmlRenderer().render(issue).content.decode(), tmp_path) as page:
        assert page.locator("h1").inner_text() == "The Week in Review"


def test_the_same_issue_gives_the_same_bytes() -> None:
    issue = whole_issue()

    assert HtmlRenderer().render(issue).content == HtmlRenderer().render(issue).content


def test_the_devanagari_font_comes_only_with_devanagari() -> None:
    english = HtmlRenderer().render(an_issue(a_section("C", a_story()))).content

    assert b'font-family:"Noto Sans Devanagari"' not in english
    assert 'font-family:"Noto Sans Devanagari"' in html_of(hindi_issue)


def test_a_users_picture_is_put_into_the_file_with_its_description() -> None:
    story = a_story(picture=Picture(file="dam.png", alt="A dam", credit="R. Rao"))
    renderer = HtmlRenderer().with_pictures({"dam.png": a_photo()})
    html = renderer.render(an_issue(a_section("C", story))).content.decode()
    (image,) = lxml.html.fromstring(html).xpath("//figure/img")
    kind, _, content = image.get("src").partition(",")

    assert kind == "data:image/jpeg;base64"
    with PIL.Image.open(io.BytesIO(base64.b64decode(content))) as shown:
        assert shown.size == (8, 6)
        assert not shown.getexif()
    assert image.get("alt") == "A dam"
    assert "R. Rao" in html


def test_a_picture_that_cannot_be_shown_is_named_in_the_notes() -> None:
    story = a_story(picture=Picture(file="evil.png", alt="A dam"))
    renderer = HtmlRenderer().with_pictures({"evil.png": b"<svg onload='alert(1)'/>"})
    edition = renderer.render(an_issue(a_section("C", story)))

    assert b"<figure" not in edition.content
    assert edition.notes == ("The picture 'evil.png' is left out: it is no PNG, JPEG or WebP.",)


def test_accents_can_be_read_on_the_dark_ground() -> None:
    accents = [each.accent for each in load_theme().accents.values()]

    assert min(contrast(for_dark(accent), DARK_GROUND) for accent in accents) >= 7


def test_hostile_text_adds_no_element_attribute_or_link() -> None:
    hostile = lxml.html.fromstring(HtmlRenderer().render(filled_with(*HOSTILE)).content)
    benign = lxml.html.fromstring(HtmlRenderer().render(filled_with(*_benign())).content)

    assert _kinds(hostile) == _kinds(benign)
    assert [_skeleton(story) for story in classed(hostile, "story")] == [
        _skeleton(story) for story in classed(benign, "story")
    ]
    assert [_skeleton(each) for each in classed(hostile, "question")] == [
        _skeleton(each) for each in classed(benign, "question")
    ]
    assert all(href.startswith("#") for href in hostile.xpath("//a/@href"))


def test_hostile_text_is_read_as_it_stands() -> None:
    tree = lxml.html.fromstring(HtmlRenderer().render(filled_with(*HOSTILE)).content)
    headlines = [heading.text_content() for heading in tree.xpath("//article/header/h3")]
    whole = [text for text in HOSTILE if text.isprintable() and text.isascii()]

    assert len(whole) > 40
    assert set(whole) <= set(headlines)


def test_links_that_are_no_web_addresses_are_counted() -> None:
    notes = HtmlRenderer().render(filled_with("javascript:alert(1)")).notes

    assert notes == ("Links left out because they are neither http nor https: 2.",)


def a_photo() -> bytes:
    """A JPEG that says where it was taken."""
    exif = PIL.Image.Exif()
    exif[0x010E] = "taken at 28.61 N, 77.20 E"
    out = io.BytesIO()
    PIL.Image.new("RGB", (8, 6), "#1f4e79").save(out, "JPEG", exif=exif)
    return out.getvalue()


def classed(tree: Any, name: str) -> list[Any]:
    """The elements of a class."""
    found: list[Any] = tree.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    return found


def _benign() -> list[str]:
    return [f"plain words {number}" for number in range(len(HOSTILE))]


def _kinds(tree: Any) -> set[tuple[str, tuple[str, ...]]]:
    return {(each.tag, tuple(sorted(each.attrib))) for each in tree.iter() if isinstance(each.tag, str)}


def _skeleton(tree: Any) -> list[str]:
    return [each.tag for each in tree.iter()]
