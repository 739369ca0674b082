"""How an issue was made and checked, in words and figures. Pure."""

from magazine.core.issue import Issue, Verdict
from magazine.render.labels import Labels, grouped
from magazine.render.view import MadeView


def how_made(issue: Issue, words: Labels) -> MadeView:
    """Return the plain account of how the issue was made, and its figures."""
    models = sorted({story.editor for story in issue.stories} - {"extractive"})
    paragraphs = [("", words.filled("how_library", period=words.period(issue.masthead.period)))]
    if len(models) < len({story.editor for story in issue.stories}):
        how = "how_edited" if _is_edited(issue) else "how_extractive"
        paragraphs.append((words[f"{how}_title"], words[how]))
    if models:
        paragraphs.append((words["how_model_title"], words.filled("how_model", models=", ".join(models))))
    if issue.questions:
        paragraphs.append((words["how_test_title"], words["how_test"]))
    paragraphs.append((words["how_checked_title"], words["how_checked"]))
    paragraphs.append((words["how_unchecked_title"], words["how_unchecked"]))
    if issue.counts.articles_left_out:
        paragraphs.append(("", words["how_left_out"]))
    return MadeView(paragraphs=tuple(paragraphs), figures=_figures(issue, words))


def _is_edited(issue: Issue) -> bool:
    hands = {Verdict.EDITED_CHECKED, Verdict.EDITED_UNSUPPORTED}
    return any(statement.verdict in hands for story in issue.stories for statement in story.statements)


def publishers_line(issue: Issue, words: Labels) -> str:
    """Return who wrote what the issue prints: its publishers, at most four by name."""
    names = list(dict.fromkeys(source.publisher for story in issue.stories for source in story.sources))
    named = ", ".join(name for name in names[:4] if name)
    if len(names) > 4:  # noqa: PLR2004 - as many as fit a line
        named = words.filled("and_others", names=named)
    return words.filled("compiled", publishers=named) if named else issue.masthead.title


def _figures(issue: Issue, words: Labels) -> tuple[tuple[str, str], ...]:
    counts, verdicts = issue.counts, [each.verdict for story in issue.stories for each in story.statements]
    publishers = {source.publisher for story in issue.stories for source in story.sources}
    figures = (
        ("fig_in_period", counts.articles_in_period),
        ("fig_matched", counts.articles_matched),
        ("fig_printed", counts.articles_printed),
        ("fig_left_out", counts.articles_left_out),
        ("fig_stories", len(issue.stories)),
        ("fig_questions", len(issue.questions)),
        ("fig_publishers", len(publishers)),
        ("fig_words", counts.source_words),
        ("fig_statements", len(verdicts)),
        ("fig_verbatim", verdicts.count(Verdict.VERBATIM)),
        ("fig_verified", verdicts.count(Verdict.VERIFIED)),
        ("fig_mended", verdicts.count(Verdict.MENDED)),
        ("fig_replaced", verdicts.count(Verdict.REPLACED)),
        ("fig_edited_checked", verdicts.count(Verdict.EDITED_CHECKED)),
        ("fig_edited_unsupported", verdicts.count(Verdict.EDITED_UNSUPPORTED)),
        ("fig_unchecked", verdicts.count(Verdict.UNCHECKED)),
        ("fig_dropped", counts.statements_dropped),
    )
    always = ("fig_left_out", "fig_statements", "fig_verbatim", "fig_dropped")
    return tuple((words[key], grouped(number)) for key, number in figures if number or key in always)
