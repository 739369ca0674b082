"""The test, its answers, the mains questions and those of past papers, as a page shows them. Pure."""

import re
import string
from collections.abc import Mapping, Sequence

from magazine.core.issue import Issue
from magazine.core.question import Item, MainsQuestion, PastQuestion, Question
from magazine.render.backview import AnswerView, ExamView, ItemView, MainsView, QuestionView, Run
from magazine.render.storyview import AskedView, PastView, StoryView
from magazine.render.telling import Manner, said

_LETTERS = string.ascii_lowercase
_NEGATIVE = re.compile(r"\bnot\b|\bincorrect(?:ly)?\b|\bNOT\b|(?<!\S)नहीं(?![^\s,।?/])|(?<!\S)असत्य(?!\S)")
_SHORT_OPTION = 26
"""Letters of an option of which two share a line of a column."""


def exam(issue: Issue, stories: Mapping[str, StoryView], manner: Manner) -> ExamView | None:
    """Return the test with its answers, or None when the issue has none."""
    if not issue.questions:
        return None
    questions = tuple(
        _question(question, number, stories.get(question.story))
        for number, question in enumerate(issue.questions, 1)
    )
    answers = tuple(
        _answer(question, view, stories.get(question.story), manner)
        for question, view in zip(issue.questions, questions, strict=True)
    )
    most = max(len(view.options) for view in questions)
    return ExamView(
        count=manner.words.count("questions", len(questions)),
        letters=tuple(_LETTERS[:most]),
        questions=questions,
        answers=answers,
    )


def mains_of(issue: Issue, stories: Mapping[str, StoryView], manner: Manner) -> tuple[MainsView, ...]:
    """Return the questions for the written papers."""
    return tuple(
        MainsView(
            number=str(number),
            anchor=_mains_anchor(number),
            lang=each.language,
            text=each.text,
            terms=_terms(each, manner),
            paper=manner.words.words.get(f"{each.paper}_short", each.paper),
            codes=each.syllabus,
            frame=tuple(said(point, manner.labels(each.language), marked=False) for point in each.frame),
            stories=tuple(stories[story] for story in each.stories if story in stories),
        )
        for number, each in enumerate(issue.mains, 1)
    )


def asked(issue: Issue, manner: Manner) -> dict[str, tuple[AskedView, ...]]:
    """Return the mains questions that rest on one story alone, by its id."""
    found: dict[str, tuple[AskedView, ...]] = {}
    for number, each in enumerate(issue.mains, 1):
        if len(each.stories) == 1:
            view = AskedView(
                anchor=_mains_anchor(number),
                lang=each.language,
                text=each.text,
                terms=_terms(each, manner),
            )
            found[each.stories[0]] = (*found.get(each.stories[0], ()), view)
    return found


def past_view(question: PastQuestion, manner: Manner) -> PastView:
    """Return a question of a past paper."""
    number = manner.words.filled("past_number", n=question.number) if question.number else ""
    named = (f"{question.exam} {question.year}".strip(), question.paper, number)
    return PastView(
        lang="hi" if re.search(r"[\u0900-\u097f]", question.text) else "en",
        text=question.text,
        exam=", ".join(part for part in named if part),
        options=tuple(zip(_LETTERS, question.options, strict=False)),
        answer=question.answer,
    )


def emphasised(text: str, *, is_negative: bool) -> tuple[Run, ...]:
    """Return a text with its negative word bold, where the question is asked negatively."""
    if not text:
        return ()
    *_, match = [None, *_NEGATIVE.finditer(text)] if is_negative else [None]
    if match is None:
        return (Run(text=text),)
    runs = (
        Run(text=text[: match.start()]),
        Run(text=match[0], strong=True),
        Run(text=text[match.end() :]),
    )
    return tuple(run for run in runs if run.text)


def _question(question: Question, number: int, story: StoryView | None) -> QuestionView:
    # The negative word stands in what is asked; a direct question asks in its lead.
    return QuestionView(
        number=str(number),
        anchor=f"question-{number}",
        lang=question.language,
        letter=story.letter if story else "",
        lead=emphasised(question.lead, is_negative=question.is_negative and not question.ask),
        premises=_items(question.premises),
        columns=question.columns,
        items=_items(question.items),
        ask=emphasised(question.ask, is_negative=question.is_negative),
        options=tuple(zip(_LETTERS, question.options, strict=False)),
        is_wide=any(len(option) > _SHORT_OPTION for option in question.options),
    )


def _items(items: Sequence[Item]) -> tuple[ItemView, ...]:
    return tuple(ItemView(label=item.label, cells=item.cells) for item in items)


def _answer(question: Question, view: QuestionView, story: StoryView | None, manner: Manner) -> AnswerView:
    words = manner.labels(question.language)
    letter, key = view.options[question.key] if question.key < len(view.options) else ("", "")
    return AnswerView(
        question=view,
        letter=letter,
        key=key,
        explanation=tuple(said(each, words, marked=False) for each in question.explanation),
        story=story,
    )


def _terms(question: MainsQuestion, manner: Manner) -> str:
    words = manner.labels(question.language)
    return words.filled("mains_terms", words=question.words, marks=question.marks)


def _mains_anchor(number: int) -> str:
    return f"mains-{number}"
