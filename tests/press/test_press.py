"""The pipeline: what is done, what is done again, and what is left alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest

from magazine.account import estimated_pages, nothing_to_print
from magazine.artefacts import IssueFolder
from magazine.core.article import Article, Language
from magazine.core.dates import IST
from magazine.core.errors import NothingToPrintError, OutputError, RendererError, UnreadableError
from magazine.core.issue import Issue, IssueCounts
from magazine.core.ports import Draft, Edition, EmptyArchive, Shortlist
from magazine.core.selection import ArticleReference, Rule, SelectedStory, Selection, SelectionCounts
from magazine.press import Press
from magazine.steps import SilentWatcher, StepOutcome
from tests.builders import a_candidate, a_reference, a_rule, a_taxonomy, an_article
from tests.press.samples import a_selection, an_issue


@dataclass
class FakeArchive:
    """An Archive of a few articles; all of them match every rule."""

    held: list[Article]

    def shortlist(self, rule: Rule) -> Shortlist:  # noqa: ARG002 - all match
        references = [
            a_reference(id=one.id, title=one.title, text_hash=one.id + one.body, language=one.language)
            for one in self.held
        ]
        counts = SelectionCounts(in_period=len(self.held), matched=len(self.held))
        return Shortlist(candidates=tuple(a_candidate(reference=one) for one in references), counts=counts)

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        wanted = set(ids)
        return (one for one in self.held if one.id in wanted)

    def related(self, story: SelectedStory) -> tuple[ArticleReference, ...]:  # noqa: ARG002 - nothing is older
        return ()


@dataclass
class FakeEditor:
    """An Editor that makes the sample issue, headed by the first article's title."""

    signature: str = "fake 1"
    edited: list[int] = field(default_factory=list)

    def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:  # noqa: ARG002
        given = list(articles)
        self.edited.append(len(given))
        issue = replace(an_issue(given[0].title), counts=IssueCounts(articles_printed=len(given)))
        return Draft(issue=issue)


@dataclass
class FakeRenderer:
    """A Renderer that writes the headline; its pages are 12, or 10 and one for each article."""

    suffix: str = "pdf"
    signature: str = "fake 1"
    pages_grow: bool = False
    rendered: int = 0

    def render(self, issue: Issue) -> Edition:
        self.rendered += 1
        pages = issue.counts.articles_printed + 10 if self.pages_grow else 12
        return Edition(content=issue.stories[0].headline.text.encode(), pages=pages)


def a_press(*held: Article) -> Press:
    ticks = count()
    return Press(
        archive=FakeArchive(list(held) or [an_article()]),
        taxonomy=a_taxonomy(),
        zone=IST,
        seconds=lambda: float(next(ticks)),
        watcher=SilentWatcher(),
        versions={"weasyprint": "70.0"},
    )


def redone(outcomes: list[StepOutcome]) -> list[str]:
    return [outcome.step for outcome in outcomes if outcome.redone]


def test_make_leaves_the_three_files_and_the_report(tmp_path: Path) -> None:
    a_press().make(a_rule(), IssueFolder(tmp_path / "out"), FakeEditor(), FakeRenderer())

    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["issue.json", "magazine.pdf", "report.json", "selection.json"]
    report = IssueFolder(tmp_path / "out").read_report()
    assert list(report.steps) == ["select", "summarise", "render"]
    assert report.steps["render"].counts["pages"] == 12
    assert report.tool["weasyprint"] == "70.0"


def test_the_same_again_does_nothing_again(tmp_path: Path) -> None:
    folder, editor, renderer = IssueFolder(tmp_path), FakeEditor(), FakeRenderer()
    first = a_press().make(a_rule(), folder, editor, renderer)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    second = a_press().make(a_rule(), folder, editor, renderer)

    assert redone(first) == ["select", "summarise", "render"]
    assert redone(second) == []
    assert renderer.rendered == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_editions_are_made_side_by_side_and_each_stands_for_itself(tmp_path: Path) -> None:
    folder, pdf, page = IssueFolder(tmp_path), FakeRenderer(), FakeRenderer(suffix="html")
    first = a_press().make(a_rule(), folder, FakeEditor(), pdf, page)
    folder.edition_path("html").unlink()

    second = a_press().make(a_rule(), folder, FakeEditor(), pdf, page)

    assert [outcome.path.name for outcome in first[2:]] == ["magazine.pdf", "magazine.html"]
    assert redone(second) == ["render html"]
    assert (pdf.rendered, page.rendered) == (1, 2)


def test_a_renderers_error_reaches_the_caller_and_leaves_no_edition(tmp_path: Path) -> None:
    class Broken(FakeRenderer):
        def render(self, issue: Issue) -> Edition:
            raise RendererError(f"{issue.id} cannot be set.")

    with pytest.raises(RendererError):
        a_press().make(a_rule(), IssueFolder(tmp_path), FakeEditor(), Broken())

    assert not IssueFolder(tmp_path).edition_path("pdf").exists()


def test_a_draft_that_is_not_final_is_edited_again_next_time(tmp_path: Path) -> None:
    class Unfinished(FakeEditor):
        def edit(self, selection: Selection, articles: Iterable[Article]) -> Draft:
            draft = super().edit(selection, articles)
            return replace(draft, is_final=False, notes=("no answer",), counts={"calls": 1})

    folder, editor = IssueFolder(tmp_path), Unfinished()
    first = a_press().make(a_rule(), folder, editor, FakeRenderer())

    second = a_press().make(a_rule(), folder, editor, FakeRenderer())

    assert first[1].report.notes == ("no answer",)
    assert first[1].report.counts["calls"] == 1
    assert redone(second) == ["summarise"]


def test_a_missing_file_is_made_again_and_what_follows_stands(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())
    pdf = (tmp_path / "magazine.pdf").read_bytes()
    folder.issue_path.unlink()

    again = a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())

    assert redone(again) == ["summarise"]
    assert (tmp_path / "magazine.pdf").read_bytes() == pdf


def test_a_spoilt_pdf_is_made_again(tmp_path: Path) -> None:
    a_press().make(a_rule(), IssueFolder(tmp_path), FakeEditor(), FakeRenderer())
    (tmp_path / "magazine.pdf").write_bytes(b"half")

    assert redone(a_press().make(a_rule(), IssueFolder(tmp_path), FakeEditor(), FakeRenderer())) == ["render"]


def test_a_changed_article_is_noticed(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    a_press(an_article()).make(a_rule(), folder, FakeEditor(), FakeRenderer())
    corrected = an_article(title="ISRO places two weather satellites in orbit")

    again = a_press(corrected).make(a_rule(), folder, FakeEditor(), FakeRenderer())

    assert redone(again) == ["select", "summarise", "render"]
    assert (tmp_path / "magazine.pdf").read_bytes() == corrected.title.encode()


def test_another_editor_or_theme_redoes_only_what_follows(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())

    theme = a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer(signature="mono"))
    editor = a_press().make(a_rule(), folder, FakeEditor(signature="fake 2"), FakeRenderer(signature="mono"))

    assert redone(theme) == ["render"]
    assert redone(editor) == ["summarise"]


def test_a_teachers_edit_is_printed_and_never_written_over_unsaved(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())
    folder.write_issue(an_issue("A better headline"))

    edited = a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())
    changed = a_press(an_article(body="Other news. It is short."))
    replaced = changed.make(a_rule(), folder, FakeEditor(), FakeRenderer())

    assert redone(edited) == ["render"]
    assert redone(replaced) == ["select", "summarise", "render"]
    kept = tmp_path / "issue.edited-1.json"
    assert "A better headline" in kept.read_text(encoding="utf-8")
    assert kept.name in folder.read_report().steps["summarise"].notes[0]


def test_an_issue_whose_report_is_gone_is_kept_before_it_is_written_over(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())
    folder.write_issue(an_issue("A better headline"))
    (tmp_path / "report.json").unlink()

    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())

    kept = tmp_path / "issue.edited-1.json"
    assert "A better headline" in kept.read_text(encoding="utf-8")
    assert kept.name in folder.read_report().steps["summarise"].notes[0]


def test_a_copy_of_what_a_killed_run_wrote_is_no_edit(tmp_path: Path) -> None:
    folder = IssueFolder(tmp_path)
    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())
    # Killed before its report, and once more while the copy of that was at hand.
    (tmp_path / "issue.edited-1.json").write_bytes(folder.issue_path.read_bytes())
    (tmp_path / "report.json").unlink()

    a_press().make(a_rule(), folder, FakeEditor(), FakeRenderer())

    assert list(tmp_path.glob("issue.edited-*.json")) == []
    assert folder.read_report().steps["summarise"].notes == ()


def test_an_edited_edition_that_is_no_text_any_more_is_said_and_left(tmp_path: Path) -> None:
    @dataclass
    class FakeReviser(FakeRenderer):
        suffix: str = "md"

        def read_back(self, issue: Issue, edited: str) -> Issue:
            return replace(issue, id=edited)

    folder, reviser = IssueFolder(tmp_path), FakeReviser()
    a_press().make(a_rule(), folder, FakeEditor(), reviser, reviser=reviser)
    before = folder.issue_path.read_bytes()
    saved = "Dünen".encode("cp1252")
    folder.edition_path("md").write_bytes(saved)

    with pytest.raises(UnreadableError, match=r"magazine\.md was edited and is not UTF-8"):
        a_press().make(a_rule(), folder, FakeEditor(), reviser, reviser=reviser)

    assert folder.issue_path.read_bytes() == before
    assert folder.edition_path("md").read_bytes() == saved


def test_an_empty_selection_writes_nothing_and_says_what_there_is(tmp_path: Path) -> None:
    press = replace(a_press(), archive=EmptyArchive())

    with pytest.raises(NothingToPrintError, match="2026-03-01 to 2026-03-31") as refusal:
        press.make(a_rule(), IssueFolder(tmp_path / "out"), FakeEditor(), FakeRenderer())

    assert refusal.value.hint
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (a_rule(topics=("space",)), "7 articles of the period are on other topics"),
        (a_rule(query="moon"), "7 articles of the period do not match it"),
    ],
    ids=["topics", "query"],
)
def test_an_issue_without_a_match_says_how_much_there_is_beside_it(rule: Rule, says: str) -> None:
    counts = SelectionCounts(in_period=7, not_matched=7)

    assert says in nothing_to_print(Selection(rule=rule, counts=counts)).hint


def test_the_pages_of_a_test_are_in_the_estimate_as_far_as_the_stories_bear_one() -> None:
    few, many = a_selection(), replace(a_selection(), stories=a_selection().stories * 40)
    taxonomy = a_taxonomy()

    assert estimated_pages(few, taxonomy, questions=25) == estimated_pages(few, taxonomy, questions=2)
    assert estimated_pages(few, taxonomy, questions=2) > estimated_pages(few, taxonomy)
    assert estimated_pages(many, taxonomy, questions=25) == pytest.approx(
        estimated_pages(many, taxonomy) + 7, abs=1
    )


def test_an_issue_that_language_alone_emptied_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingToPrintError) as refusal:
        a_press().make(a_rule(language=Language.HINDI), IssueFolder(tmp_path), FakeEditor(), FakeRenderer())

    assert "--language" in refusal.value.hint


def test_selected_articles_that_left_the_library_are_named(tmp_path: Path) -> None:
    a_press().select(a_rule(), IssueFolder(tmp_path))

    with pytest.raises(UnreadableError, match=r"1 of 1 selected articles .* art-1"):
        a_press(an_article(id="other")).summarise(IssueFolder(tmp_path), FakeEditor())


def test_a_folder_that_cannot_be_written_is_found_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    editor = FakeEditor()

    with pytest.raises(OutputError):
        a_press().make(a_rule(), IssueFolder(tmp_path / "taken"), editor, FakeRenderer())

    assert editor.edited == []


def test_a_page_budget_holds_for_the_pages_really_made(tmp_path: Path) -> None:
    held = [an_article(id=f"a{number}", body=f"Item {number}.") for number in range(12)]
    rule = a_rule(max_pages=13)

    outcomes = a_press(*held).make(rule, IssueFolder(tmp_path), FakeEditor(), FakeRenderer(pages_grow=True))

    assert outcomes[-1].report.counts["pages"] <= 13
    selection = IssueFolder(tmp_path).read_selection()
    assert selection.rule == rule
    assert len(selection.stories) + len(selection.left_out) == 12


def test_the_learnt_page_allowance_is_not_learnt_again(tmp_path: Path) -> None:
    held = [an_article(id=f"a{number}", body=f"Item {number}.") for number in range(12)]
    rule, folder, renderer = a_rule(max_pages=13), IssueFolder(tmp_path), FakeRenderer(pages_grow=True)
    a_press(*held).make(rule, folder, FakeEditor(), renderer)

    assert redone(a_press(*held).make(rule, folder, FakeEditor(), renderer)) == []


def test_stories_that_the_pages_had_no_room_for_are_no_want_of_news_the_next_time(tmp_path: Path) -> None:
    held = [an_article(id=f"a{number}", body=f"Item {number}.") for number in range(12)]
    rule, folder = a_rule(max_pages=13), IssueFolder(tmp_path)
    renderer = FakeRenderer(pages_grow=True)
    a_press(*held).make(rule, folder, FakeEditor(), renderer, fewest=8)
    assert len(folder.read_selection().stories) < 8

    assert redone(a_press(*held).make(rule, folder, FakeEditor(), renderer, fewest=8)) == []
    with pytest.raises(NothingToPrintError, match="20 are wanted"):
        a_press(*held).make(rule, folder, FakeEditor(), renderer, fewest=20)
