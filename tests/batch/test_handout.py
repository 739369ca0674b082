"""The report of a batch: figures, reasons and links, and never markup of a stranger's."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from magazine.batch.orders import Fault, Result, State
from magazine.handout import Handout, report_html, to_document, write_handout

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


def a_result(name: str = "delhi-en", state: State = State.MADE, **changes: object) -> Result:
    given = {
        "first": "2026-03-09", "last": "2026-03-15", "files": ("magazine.pdf", "magazine.html"),
        "stories": 20, "pages": 24, "questions": 10, "left_out": {"story-budget": 7},
        "dropped": {"dropped": 2}, "notes": ("One note.",), "calls": 21, "cost": 0.042,
    }  # fmt: skip
    return Result(name=name, state=state, **{**given, **changes})  # type: ignore[arg-type]


def a_handout(*results: Result) -> Handout:
    return Handout(title="weekly.yaml", at="15 March 2026, 21:00", results=results, calls=21, cost=0.042)


class Page(HTMLParser):
    """The links and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.elements: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_the_report_says_of_every_issue_what_became_of_it_and_why() -> None:
    kept = Fault(66, "No saved article from 2026-03-09 to 2026-03-15.")
    page = report_html(a_handout(a_result(), a_result("patna-hi", State.KEPT, fault=kept, files=())))

    text = re.sub(r"<[^>]+>|\s+", " ", page)
    assert "2 issues: 1 made, 1 kept" in text
    assert "7 articles: story-budget" in text
    assert "2 statements: dropped" in text
    assert "No saved article from 2026-03-09 to 2026-03-15. (status 66)" in re.sub(r"\s+", " ", text)
    assert "US$ 0.04" in text


def test_links_lead_to_the_editions_beside_the_report() -> None:
    links = Page(report_html(a_handout(a_result("दिल्ली/2026 #11?")))).links

    assert links[0].startswith("./%E0%A4%A6")
    assert links[0].endswith("/2026%20%2311%3F/magazine.pdf")
    assert links[2].endswith("report.json")


def test_nothing_that_was_read_becomes_markup() -> None:
    fault = Fault(69, HOSTILE)
    handout = Handout(
        title=HOSTILE, at=HOSTILE,
        results=(
            a_result(HOSTILE, notes=(HOSTILE,), left_out={HOSTILE: 1}),
            a_result("b", State.FAILED, fault=fault),
        ),
    )  # fmt: skip

    page = Page(report_html(handout))

    assert not page.elements & {"script", "img", "iframe", "link"}
    assert all(link.startswith("./") for link in page.links)


def test_the_report_asks_for_nothing_else() -> None:
    page = report_html(a_handout(a_result()))

    assert not re.search(r"https?://", page)
    assert "default-src 'none'" in page


def test_the_document_has_every_figure(tmp_path: Path) -> None:
    handout = a_handout(a_result(), a_result("b", State.FAILED, fault=Fault(69, "Away.")))

    write_handout(tmp_path, handout)

    found = json.loads((tmp_path / "batch.json").read_text(encoding="utf-8"))
    assert found == json.loads(json.dumps(to_document(handout)))
    assert found["states"] == {"made": 1, "failed": 1}
    assert found["issues"][1]["fault"] == {"status": 69, "message": "Away."}
    assert (found["model_calls"], found["cost_usd"]) == (21, 0.042)


def test_a_batch_of_which_all_stood_is_no_news_once_it_was_told(tmp_path: Path) -> None:
    stood = a_handout(a_result(state=State.UNCHANGED))
    untold = stood.is_news(tmp_path)
    write_handout(tmp_path, a_handout(a_result(), a_result("b", State.KEPT)))

    assert stood.is_well
    assert untold
    assert not stood.is_news(tmp_path)
    assert a_handout(a_result()).is_news(tmp_path)
    assert not a_handout(a_result(state=State.NOT_STARTED)).is_well


def test_what_stands_is_news_to_a_report_that_tells_of_other_days_or_of_a_failure(tmp_path: Path) -> None:
    write_handout(
        tmp_path, a_handout(a_result(first="2026-03-02", last="2026-03-08"), a_result("b", State.KEPT))
    )

    assert a_handout(a_result(state=State.UNCHANGED)).is_news(tmp_path)
    assert a_handout(a_result("b", State.UNCHANGED)).is_news(tmp_path)
    (tmp_path / "batch.json").write_text('{"issues": 3}', encoding="utf-8")
    assert a_handout(a_result(state=State.UNCHANGED)).is_news(tmp_path)
