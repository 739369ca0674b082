"""The parts of an issue that only some have, made up for the pages: a test, terms, tables, a timeline."""

import dataclasses
from itertools import cycle, islice

from magazine.core.article import Language
from magazine.core.issue import Fact, FactKind, Form, Issue, Moment, SourceLine, Story, Table, Term
from magazine.core.question import Item, MainsQuestion, PastQuestion, Question, QuestionKind
from magazine.core.statement import Statement, Verdict

BUDGET = Table(
    header=("Year", "Allocation (₹ crore)"),
    rows=(("2021-22", "1,20,400"), ("2022-23", "1,38,000"), ("2023-24", "1,52,369"), ("2024-25", "1,72,000")),
    cites=("a1.r1", "a1.r2", "a1.r3", "a1.r4", "a1.r5"),
)
STATES = Table(
    header=("State", "Seats"),
    rows=(("Kerala", "140"), ("Tamil Nadu", "234"), ("West Bengal", "294"), ("Puducherry", "30")),
    cites=("a1.r1", "a1.r2", "a1.r3", "a1.r4", "a1.r5"),
)
POLLS = Table(
    header=("Event", "Assam", "Kerala", "West Bengal"),
    rows=(
        ("Gazette notification", "16 March", "16 March", "30 March"),
        ("Last day for nominations", "23 March", "23 March", "6 April"),
        ("Poll", "9 April", "9 April", "23 April"),
    ),
    cites=("a1.r1", "a1.r2", "a1.r3", "a1.r4"),
)
PORTS = Table(
    header=("Port", "State", "Cargo", "Berths", "Draught", "Since", "Operator"),
    rows=(
        ("Kandla", "Gujarat", "150 MT", "16", "13 m", "1955", "DPA"),
        ("Paradip", "Odisha", "145 MT", "20", "17 m", "1966", "PPA"),
        ("Vadhvan", "Maharashtra", "298 MT", "9", "20 m", "2024", "VPPL"),
    ),
    cites=("a1.r1", "a1.r2", "a1.r3", "a1.r4"),
)
TABLES = (BUDGET, STATES, POLLS, PORTS)

_FACTS = (
    (FactKind.SCHEME, "PM Surya Ghar", "PM Surya Ghar gives up to 300 units of free power a month."),
    (FactKind.SCHEME, "Jal Jeevan Mission", "Jal Jeevan Mission brings tap water to rural homes."),
    (FactKind.SCHEME, "PM Vishwakarma", "PM Vishwakarma supports artisans of eighteen trades."),
    (FactKind.PLACE, "Vadhvan", "Vadhvan is a port in Palghar district of Maharashtra."),
    (FactKind.PLACE, "Nanded", "Nanded lies on the Godavari in Maharashtra."),
    (FactKind.PLACE, "Kavaratti", "Kavaratti is the capital of Lakshadweep."),
    (FactKind.BODY, "CCRAS", "CCRAS is an autonomous body under the Ministry of Ayush."),
    (FactKind.BODY, "CERT-In", "CERT-In answers to incidents of cyber security."),
    (FactKind.BODY, "NCGG", "NCGG trains civil servants of other countries."),
)
_TERMS = (
    (
        "Ethics committee",
        "A body that weighs the risk of a study for those who take part in it and may refuse its leave.",
    ),
    (
        "Captive power plant",
        "A plant set up by a person or an association to make electricity mainly for their own use.",
    ),
    (
        "Model Code of Conduct",
        "Rules for parties and governments from the day a poll is announced until its result.",
    ),
    (
        "Blue economy",
        "The use of the sea for growth and jobs in a way that keeps its health for those who come after.",
    ),
)


def enriched(issue: Issue) -> Issue:
    """An issue with a test, mains questions, past questions, terms, tables, a timeline, shorts and lines."""
    sections = tuple(
        dataclasses.replace(
            section, stories=tuple(_enriched(story, place) for place, story in enumerate(section.stories))
        )
        for section in issue.sections
    )
    issue = dataclasses.replace(issue, sections=sections)
    stories = issue.stories
    return dataclasses.replace(
        issue,
        questions=tuple(
            _question(form, number, story)
            for number, (form, story) in enumerate(
                zip(islice(cycle(_FORMS), 20), cycle(stories), strict=False)
            )
        ),
        mains=tuple(_mains(number, story) for number, story in enumerate(stories[:6])),
        past=(
            PastQuestion(
                text="With reference to the Model Code of Conduct, consider who enforces it.",
                exam="UPSC CSE",
                year=2022,
                paper="Prelims, Paper I",
                number="14",
                options=("The President", "The Election Commission", "The Supreme Court", "Parliament"),
                answer="(b)",
                story=stories[0].id,
            ),
            PastQuestion(text="Discuss the role of citizens in a blue economy.", exam="UPSC CSE", year=2021),
        ),
        preset="upsc-2026",
    )


def _enriched(story: Story, place: int) -> Story:
    form = (Form.FULL, Form.FULL, Form.FULL, Form.SHORT, Form.FULL, Form.LINE)[place % 6]
    kind, label, text = _FACTS[place % len(_FACTS)]
    term, meaning = _TERMS[place % len(_TERMS)]
    fact = Fact(kind=kind, label=label, statement=_said(text))
    is_short = form is not Form.FULL
    related = SourceLine(
        article="old",
        publisher="PIB",
        title="An earlier report on the same matter",
        published="2025-11-03",
        url=None,
    )
    return dataclasses.replace(
        story,
        form=form,
        blocks=story.blocks[:1] if is_short else story.blocks,
        facts=(fact, *story.facts[: 1 if is_short else 4]),
        terms=(Term(term=term, meaning=_said(meaning)),),
        tables=story.tables or (() if is_short or place > 4 else (TABLES[place % len(TABLES)],)),
        timeline=_days() if place == 1 else (),
        related=(related, dataclasses.replace(related, title="And one before that")) if place == 0 else (),
    )


def _said(text: str) -> Statement:
    return Statement(text=text, cites=("a1.s1",), verdict=Verdict.VERIFIED)


def _days() -> tuple[Moment, ...]:
    return tuple(
        Moment(day=f"2026-03-{day:02}", statement=_said(text))
        for day, text in (
            (3, "The bill is introduced."),
            (9, "The House passes it."),
            (12, "It is notified."),
        )
    )


def _item(label: str, text: str, *more: str, is_true: bool = True) -> Item:
    return Item(label=label, cells=(text, *more), is_true=is_true, cites=("a1.s1",))


_TWO = ("1 only", "2 only", "Both 1 and 2", "Neither 1 nor 2")
_THREE = ("1 and 2 only", "2 and 3 only", "1 and 3 only", "1, 2 and 3")
_STATEMENTS = (
    _item("1", "It came into force on 1 April 2026 in all States and Union Territories."),
    _item("2", "It is administered by the Ministry of Finance.", is_true=False),
    _item("3", "It replaces the rules of 1987 and the orders made under them."),
)
_BOTH = "Both Statement-I and Statement-II are correct and Statement-II"
_LEAD = "Consider the following statements about the rules notified in March 2026:"
_FORMS: tuple[dict[str, object], ...] = (
    {
        "kind": QuestionKind.WHICH_CORRECT,
        "lead": _LEAD,
        "items": _STATEMENTS[:2],
        "ask": "Which of the statements given above is/are correct?",
        "options": _TWO,
    },
    {
        "kind": QuestionKind.WHICH_CORRECT,
        "lead": _LEAD,
        "items": _STATEMENTS,
        "ask": "Which of the statements given above are not correct?",
        "is_negative": True,
        "options": _THREE,
    },
    {
        "kind": QuestionKind.PAIRS,
        "lead": "Consider the following pairs:",
        "columns": ("Port", "State"),
        "items": (
            _item("1", "Vadhvan", "Maharashtra"),
            _item("2", "Paradip", "Kerala"),
            _item("3", "Kandla", "Gujarat"),
        ),
        "ask": "How many of the pairs given above are correctly matched?",
        "options": ("Only one pair", "Only two pairs", "All three pairs", "None of the pairs"),
    },
    {
        "kind": QuestionKind.TWO_STATEMENTS,
        "lead": "Consider the following statements:",
        "items": (
            _item("Statement-I", "Captive plants may sell what they do not use."),
            _item("Statement-II", "The rules of 2026 lower the share that their owners must use."),
        ),
        "ask": "Which one of the following is correct in respect of the above statements?",
        "options": (
            f"{_BOTH} is the correct explanation for Statement-I",
            f"{_BOTH} is not the correct explanation for Statement-I",
            "Statement-I is correct but Statement-II is incorrect",
            "Statement-I is incorrect but Statement-II is correct",
        ),
    },
    {
        "kind": QuestionKind.DIRECT,
        "lead": "Which one of the following bodies trains civil servants of other countries?",
        "options": ("CCRAS", "CERT-In", "NCGG", "The National Health Authority"),
    },
    {
        "kind": QuestionKind.INFERENCE,
        "lead": "Consider the following statements:",
        "premises": (
            _item("I", "Every plant above 50 MW needs leave."),
            _item("II", "The plant at Mundra is above 50 MW."),
        ),
        "items": (
            _item("1", "The plant at Mundra needs leave."),
            _item("2", "No small plant needs leave.", is_true=False),
        ),
        "ask": "Which of the following inferences is/are correct?",
        "options": _TWO,
    },
)


def _question(form: dict[str, object], number: int, story: Story) -> Question:
    question = Question(
        id=f"q{number}",
        kind=QuestionKind.DIRECT,
        story=story.id,
        topic=story.topic,
        language=Language.ENGLISH,
        lead="",
        options=_TWO,
        key=number % 4,
        explanation=(
            _said("Statement 1 is correct: the rules came into force on 1 April 2026."),
            _said("Statement 2 is not correct: the Ministry of Power administers them, not that of Finance."),
        ),
    )
    if number % 7 == 6:
        return dataclasses.replace(
            question,
            kind=QuestionKind.WHICH_CORRECT,
            language=Language.HINDI,
            lead="निम्नलिखित कथनों पर विचार कीजिए:",
            items=(
                _item("1", "यह नियम 1 अप्रैल 2026 से पूरे देश में लागू हुए।"),
                _item("2", "वर्ष 2012 में ऋण माफ़ किया गया।", is_true=False),
            ),
            ask="उपर्युक्त कथनों में से कौन-सा/से सही नहीं है/हैं?",
            is_negative=True,
            options=("केवल 1", "केवल 2", "1 और 2 दोनों", "न तो 1, न ही 2"),
            explanation=(_said("कथन 1 सही है: नियम 1 अप्रैल 2026 से लागू हुए।"),),
        )
    return dataclasses.replace(question, **form)  # type: ignore[arg-type]


def _mains(number: int, story: Story) -> MainsQuestion:
    words, marks = ((150, 10), (250, 15))[number % 2]
    return MainsQuestion(
        text="Captive power frees industry from weak grids and takes its customers. Examine.",
        directive="Examine",
        marks=marks,
        words=words,
        paper="GS3",
        syllabus=("GS3-01",),
        stories=(story.id,),
        frame=tuple(one for block in story.blocks for one in block.statements)[:4],
        language=Language.ENGLISH,
    )
