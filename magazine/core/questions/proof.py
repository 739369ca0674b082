"""The last reading of a test: every item and every key once more against the sources.

A person may have changed a question, a story or the evidence since. What can no
longer be proved is taken out, with a remark.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from magazine.core.facts.script import plain
from magazine.core.finding import Problem, ProblemKind
from magazine.core.issue import Evidence, Issue, Verdict
from magazine.core.question import Item, Question, QuestionKind
from magazine.core.questions.cloze import GAP
from magazine.core.questions.columns import match_code
from magazine.core.questions.days import When, time_of
from magazine.core.questions.dossier import Dossier, always
from magazine.core.questions.inference import amount_of
from magazine.core.questions.order import order_code
from magazine.core.questions.relations import read_relation
from magazine.core.questions.statements import three_code, truth_code, two_code
from magazine.core.remark import Remark
from magazine.core.statement import Statement


def proven(
    questions: Sequence[Question], issue: Issue, is_sound: Callable[[Evidence], bool] = always
) -> tuple[tuple[Question, ...], tuple[Remark, ...]]:
    """Return the questions whose keys the issue's evidence proves, and a remark for each of the others.

    Args:
        questions: The test.
        issue: Whose stories hold the evidence.
        is_sound: Tells the sentences of the evidence that are still the article's own.
    """
    stories = {story.id: story for story in issue.stories}
    dossiers: dict[str, Dossier] = {}
    kept: list[Question] = []
    remarks: list[Remark] = []
    for number, question in enumerate(questions, 1):
        story = stories.get(question.story)
        if story is None:
            remarks.append(_remark(number, question, "Its story is not in the issue."))
            continue
        dossier = dossiers.setdefault(story.id, Dossier(story, is_sound))
        fault = fault_of(question, dossier)
        if fault is None:
            kept.append(question)
        else:
            remarks.append(_remark(number, question, fault))
    return tuple(kept), tuple(remarks)


def fault_of(question: Question, dossier: Dossier) -> str | None:
    """Return what is wrong with a question, or None when its key is proved."""
    fault = _form_fault(question, dossier)
    if fault is None and question.kind is QuestionKind.DIRECT:
        return _cloze_fault(question, dossier)
    return fault or _items_fault(question, dossier)


def _form_fault(question: Question, dossier: Dossier) -> str | None:
    if not _has_form(question):
        return "Its options are not four or five different ones with the key among the first four."
    if not all(_is_cited(line, dossier) for line in question.explanation):
        return "Its explanation is not the sentence that it cites."
    subject = _SUBJECT.search(question.lead)
    if subject and not dossier.knows(subject[1]):
        return "Its lead names what no source says."
    return None


def _is_cited(line: Statement, dossier: Dossier) -> bool:
    return bool(line.cites) and all(dossier.texts.get(cite) == line.text for cite in line.cites)


def _items_fault(question: Question, dossier: Dossier) -> str | None:
    if len(question.items) != _STATEMENTS.get(question.kind, len(question.items) or 1):
        return "It has not as many items as its form wants."
    for item in question.items:
        if not _stands(question, item, dossier):
            return f"The sources do not settle its item {item.label}."
    code = _CODES[question.kind](question, dossier)
    if code is None or question.codes.count(code) != 1:
        return "None of its options is right, or more than one."
    if question.codes.index(code) != question.key:
        return "Its key is not the right option."
    return None if _is_printed_as_coded(question) else "Its words do not ask what its key answers."


_STATEMENTS = {QuestionKind.TWO_STATEMENTS: 2, QuestionKind.THREE_STATEMENTS: 3}


def _is_printed_as_coded(question: Question) -> bool:
    """Whether the words, which a person may have changed, can be what the codes say."""
    said = list(zip(question.options, question.codes, strict=False))
    if question.kind in _CODED:
        return all(option == code for option, code in said)
    if not _is_by_subset(question):
        return True
    denies = _DENYING.search(plain(question.ask)) is not None
    return denies is question.is_negative and all(_can_say(question, *each) for each in said)


_DENYING = re.compile(r"\b(?:not|incorrect|wrong|false)\b|n't\b|नहीं|गलत|असत्य", re.IGNORECASE)
_CODED = frozenset([QuestionKind.SEQUENCE, QuestionKind.MATCH_LIST])
"""Their options are printed as they are coded."""


def _can_say(question: Question, option: str, code: str) -> bool:
    labels = ((str(place), re.escape(item.label)) for place, item in enumerate(question.items, 1))
    named = {place for place, label in labels if re.search(rf"(?<!\w){label}(?!\w)", option)}
    # "All of them" names none, and "Neither 1 nor 2" those that it rules out.
    return not code or not named or named == set(code.split(","))


_SUBJECT = re.compile(r"“([^”]+)”")
_OPTIONS = (4, 5)


def _has_form(question: Question) -> bool:
    options = question.options
    return (
        len(options) in _OPTIONS
        and len(set(options)) == len(options)
        and 0 <= question.key < _OPTIONS[0]
        and (question.kind is QuestionKind.DIRECT or len(question.codes) == _OPTIONS[0])
        and bool(question.explanation)
    )


def _cloze_fault(question: Question, dossier: Dossier) -> str | None:
    cites = question.explanation[0].cites
    if question.lead.count(GAP) != 1:
        return "Its sentence has no gap, or more than one."
    sentence = question.explanation[0].text
    head, tail = question.lead.split(GAP)
    # The frame before the gapped sentence is ours: what the source has begins somewhere within it.
    answer = question.options[question.key]
    start = next((i for i in range(len(head) + 1) if sentence.startswith(head[i:] + answer)), None)
    if answer not in sentence or start is None or not tail.startswith(sentence[len(head[start:] + answer) :]):
        return "The sources do not have its answer in the gap."
    before, after = head[start:], sentence[len(head[start:] + answer) :]
    for place, option in enumerate(question.options[: _OPTIONS[0]]):
        if place != question.key and not dossier.refuses(before + option + after, cites):
            return f"Its option {option} might also be right."
    return None


def _stands(question: Question, item: Item, dossier: Dossier) -> bool:
    """Whether the sources settle an item as the question has it."""
    if question.kind in _COLUMNS:
        return _cells_stand(question, item, dossier)
    if question.kind is QuestionKind.INFERENCE:
        return _relation_stands(question, item, dossier)
    if question.kind is QuestionKind.SEQUENCE:
        return _time(item, dossier) is not None
    text = item.cells[0] if item.cells else ""
    settled = dossier.bears_out if item.is_true else dossier.refuses
    return bool(text and item.cites) and settled(text, item.cites)


_COLUMNS = frozenset([QuestionKind.PAIRS, QuestionKind.ROWS, QuestionKind.MATCH_LIST])


def _cells_stand(question: Question, item: Item, dossier: Dossier) -> bool:
    first, *rest = item.cells or ("",)
    if not first or not rest or not dossier.cited_join(first, first, item.cites):
        return False
    if question.kind is QuestionKind.MATCH_LIST:
        return True
    if item.is_true:
        return all(dossier.cited_join(first, cell, item.cites) for cell in rest)
    return any(not dossier.joins(first, cell) for cell in rest)


def _relation_stands(question: Question, item: Item, dossier: Dossier) -> bool:
    amounts = _amounts(question, dossier)
    relation = read_relation(item.cells[0]) if item.cells else None
    if amounts is None or relation is None or not set(relation.labels) <= set(amounts):
        return False
    return relation.holds(amounts) is item.is_true


def _amounts(question: Question, dossier: Dossier) -> dict[str, float] | None:
    """Return the amounts of the premises, or None when they are not the source's or not alike."""
    found: dict[str, float] = {}
    units: set[str] = set()
    for premise in question.premises:
        amount = amount_of(premise.cells[0]) if premise.cells else None
        if amount is None or not dossier.bears_out(premise.cells[0], premise.cites):
            return None
        found[premise.label] = amount[0]
        units.add(amount[1])
    return found if len(units) == 1 else None


def _two(question: Question, dossier: Dossier) -> str | None:
    first, second = question.items
    explains = dossier.explains(first.cells[0], second.cells[0])
    return two_code(first.is_true, second.is_true, explains)


def _three(question: Question, dossier: Dossier) -> str | None:
    first, *others = question.items
    explain = [dossier.explains(first.cells[0], other.cells[0]) for other in others]
    return three_code([other.is_true for other in others], explain) if first.is_true else None


def _order(question: Question, dossier: Dossier) -> str | None:
    times = [time for item in question.items if (time := _time(item, dossier)) is not None]
    if len(set(times)) != len(question.items) or len({len(time) for time in times}) != 1:
        return None
    return order_code(sorted(range(len(times)), key=lambda place: times[place]))


def _time(item: Item, dossier: Dossier) -> When | None:
    sentence = dossier.texts.get(item.cites[0], "") if item.cites else ""
    return time_of(item.cells[0], sentence) if item.cells else None


def _matching(question: Question, dossier: Dossier) -> str | None:
    lefts = [item.cells[0] for item in question.items]
    rights = [item.cells[-1].partition(". ")[2] for item in question.items]
    partners = [[i for i, right in enumerate(rights) if dossier.joins(left, right)] for left in lefts]
    if any(len(each) != 1 for each in partners):
        return None
    return match_code([each[0] for each in partners])


def _subset(question: Question, _: Dossier) -> str:
    return truth_code(question.items, is_negative=question.is_negative)


def _count(question: Question, _: Dossier) -> str:
    return str(sum(item.is_true for item in question.items))


def _pairs(question: Question, dossier: Dossier) -> str:
    return (_subset if _is_by_subset(question) else _count)(question, dossier)


def _is_by_subset(question: Question) -> bool:
    if question.kind is QuestionKind.PAIRS:
        # Of any four subsets one has several items, or all three, which no count says.
        return any("," in code for code in question.codes)
    return question.kind in (QuestionKind.WHICH_CORRECT, QuestionKind.INFERENCE)


_CODES: Mapping[QuestionKind, Callable[[Question, Dossier], str | None]] = {
    QuestionKind.WHICH_CORRECT: _subset,
    QuestionKind.HOW_MANY: _count,
    QuestionKind.PAIRS: _pairs,
    QuestionKind.ROWS: _count,
    QuestionKind.TWO_STATEMENTS: _two,
    QuestionKind.THREE_STATEMENTS: _three,
    QuestionKind.INFERENCE: _subset,
    QuestionKind.SEQUENCE: _order,
    QuestionKind.MATCH_LIST: _matching,
}


def _remark(number: int, question: Question, fault: str) -> Remark:
    return Remark(
        story=question.story,
        place=f"question {number}",
        verdict=Verdict.DROPPED,
        text=question.lead,
        printed="",
        problems=(Problem(kind=ProblemKind.CITATION, value="", text=fault),),
    )
