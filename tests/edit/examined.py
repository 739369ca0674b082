"""Issues for the examiner's tests: facts of invented places in both languages, and questions in print."""

from collections.abc import Sequence

from magazine.core.article import Language
from magazine.core.dates import DateRange
from magazine.core.issue import (
    Block,
    BlockKind,
    Evidence,
    Issue,
    Masthead,
    Priority,
    Section,
    SourceLine,
    Statement,
    Story,
    Table,
    Verdict,
)
from magazine.core.question import Question
from magazine.core.questions.proposals import AnyProposal, MainsProposal, PairProposal, Proposal
from tests.builders import MARCH

PLACES = [
    "Arland",
    "Borduria",
    "Corvia",
    "Dornia",
    "Elbonia",
    "Freland",
    "Gondal",
    "Hestia",
    "Ithara",
    "Jovana",
    "Kelmar",
    "Lustria",
]
PLACES_HI = ["अरुणा", "भद्रा", "चंपा", "देवना", "एकला", "फूलवा", "गोमा", "हिमनी", "इरावा", "जोवना", "कलमा", "लहरी"]
MINISTRIES = ("Ports and Rivers", "Hill Farming", "Salt and Spices", "Night Trains", "Paper and Ink")


def facts_of_place(place: int) -> tuple[str, ...]:
    """The sentences of one English story; figures and years differ from place to place."""
    name, ministry = PLACES[place], MINISTRIES[place % len(MINISTRIES)]
    return (
        f"The {name} River Mission was set up in {1971 + 2 * place} under the Ministry of {ministry}.",
        f"The {name} Water Act, {1958 + 3 * place} created a board of {11 + place} members for the river.",
        f"Section {21 + place} of the {name} Water Act forbids the dumping of ash near the river.",
        f"The canal from {name} town carries water to {140 + 13 * place} villages in the dry months.",
        f"{name} State buys grain from the coast because the winter rains failed in the western districts.",
        f"{name} State closed three old mills, since the new dam had drowned the only road to the mills.",
        f"Roads: ₹{120 + 7 * place} crore",
        f"Bridges: ₹{310 + 9 * place} crore",
        f"Schools: ₹{505 + 4 * place} crore",
        f"Wells: ₹{47 + place} crore",
        f"Section {31 + place}: Registration of fishing boats",
        f"Section {45 + place}: Licences for ferry owners",
        f"Section {58 + place}: Penalties for dumping ash",
        f"Section {77 + place}: Appeals to the river court",
        f"The first lighthouse of {name} was lit in {1901 + place} on the north cape.",
        f"The railway bridge of {name} was opened in {1924 + place} by the governor.",
        f"The salt museum of {name} was founded in {1962 + place} by two fishermen.",
        f"The night school of {name} was moved in {1987 + place} to the old customs house.",
    )


def facts_of_place_hi(place: int) -> tuple[str, ...]:
    """The sentences of one Hindi story."""
    name = PLACES_HI[place]
    return (
        f"{name} नदी मिशन की स्थापना {1971 + 2 * place} में जल संरक्षण के लिए हुई।",
        f"{name} नदी की नहर {140 + 13 * place} गाँवों तक सिंचाई का पानी ले जाती है।",
        f"{name} जल बोर्ड ने {1958 + 3 * place} में नदी के किनारे पहला बाँध बनाया।",
        f"{name} राज्य तट से अनाज खरीदता है क्योंकि पश्चिमी ज़िलों में सर्दियों की वर्षा नहीं हुई।",
        f"सड़कें: ₹{120 + 7 * place} करोड़",
        f"पुल: ₹{310 + 9 * place} करोड़",
        f"विद्यालय: ₹{505 + 4 * place} करोड़",
        f"कुएँ: ₹{47 + place} करोड़",
        f"धारा {31 + place}: मछुआरों की नावों का पंजीकरण",
        f"धारा {45 + place}: नाव मालिकों के लिए अनुज्ञप्ति",
        f"धारा {58 + place}: राख फेंकने पर दंड",
        f"धारा {77 + place}: नदी न्यायालय में अपील",
        f"{name} का पहला प्रकाश स्तंभ मार्च {1901 + place} में उत्तरी छोर पर जलाया गया।",
        f"{name} का रेल पुल जून {1924 + place} में राज्यपाल द्वारा खोला गया।",
        f"{name} का नमक संग्रहालय अगस्त {1962 + place} में दो मछुआरों ने बनाया।",
    )


def a_place_story(place: int, language: Language = Language.ENGLISH) -> Story:
    """A story of one invented place, with a table of three columns."""
    is_hindi = language is Language.HINDI
    name = PLACES_HI[place] if is_hindi else PLACES[place]
    title = f"{name} नदी पर एक टिप्पणी" if is_hindi else f"A note on the river of {name}"
    header = ("बंदरगाह", "नदी", "माल") if is_hindi else ("Port", "River", "Cargo")
    rows = tuple(
        (f"{name} {mark}", river, cargo)
        for mark, river, cargo in zip(
            ("पूर्व", "पश्चिम", "उत्तर") if is_hindi else ("East", "West", "North"),
            ("लोमा", "नीरा", "सोना") if is_hindi else ("Loma", "Nira", "Sona"),
            ("नमक", "चाय", "कागज़") if is_hindi else ("salt", "tea", "paper"),
            strict=True,
        )
    )
    facts = facts_of_place_hi(place) if is_hindi else facts_of_place(place)
    lines = [("a1.t", title), *((f"a1.s{number}", text) for number, text in enumerate(facts, 1))]
    lines += [(f"a1.r{number}", " | ".join(cells)) for number, cells in enumerate((header, *rows), 1)]
    first = Statement(text=facts[0], cites=("a1.s1",), verdict=Verdict.VERBATIM)
    return Story(
        id=f"place-{language}-{place}",
        topic="rivers",
        topic_name="Rivers",
        tags=(),
        language=language,
        priority=tuple(Priority)[place % 3],
        papers=("GS3", "Prelims"),
        syllabus=("GS3.1",),
        headline=Statement(text=title, cites=("a1.t",), verdict=Verdict.VERBATIM),
        remember=None,
        blocks=(
            Block(kind=BlockKind.BACKGROUND, statements=(first,)),
            Block(kind=BlockKind.POINTS, statements=tuple(a_statement(facts, n) for n in (1, 2, 3))),
        ),
        facts=(),
        sources=(
            SourceLine(article="one", publisher="The Example", title=title, published="2026-03-04", url=None),
        ),
        evidence=tuple(Evidence(id=name, text=text) for name, text in lines),
        editor="extractive",
        source_words=200,
        tables=(Table(header=header, rows=rows, cites=("a1.r1", "a1.r2", "a1.r3", "a1.r4")),),
    )


def a_statement(facts: Sequence[str], place: int) -> Statement:
    return Statement(text=facts[place], cites=(f"a1.s{place + 1}",), verdict=Verdict.VERBATIM)


def an_issue_of(*stories: Story, name: str = "issue-built", period: DateRange = MARCH) -> Issue:
    """An issue of one section."""
    return Issue(
        id=name,
        masthead=Masthead(title="Built", period=period, language=Language.ENGLISH, topics=()),
        sections=(Section(group="rivers", letter="A", title="Rivers", stories=stories),),
    )


def places(name: str = "issue-built", count: int = len(PLACES)) -> Issue:
    """An issue with one English and one Hindi story of each place."""
    languages = (Language.ENGLISH, Language.HINDI)
    return an_issue_of(*(a_place_story(n, each) for n in range(count) for each in languages), name=name)


def model_proposals(place: int) -> tuple[AnyProposal, ...]:
    """What a good model would propose of an English place story."""
    story, name = f"place-en-{place}", PLACES[place]
    year = 1971 + 2 * place
    return (
        Proposal(
            story=story,
            text=f"The {name} River Mission was set up in {year}.",
            is_true=True,
            cites=("a1.s1",),
            editor="a-model",
        ),
        Proposal(
            story=story,
            text=f"The {name} Water Act, {1959 + 3 * place} created a board of {11 + place} members.",
            is_true=False,
            cites=("a1.s2",),
            twist=str(1959 + 3 * place),
            original=str(1958 + 3 * place),
            editor="a-model",
        ),
        Proposal(
            story=story,
            text=f"Section {21 + place} of the {name} Water Act forbids the dumping of ash near the river.",
            is_true=True,
            cites=("a1.s3",),
            editor="a-model",
        ),
        *(
            PairProposal(
                story=story,
                left=f"Section {number + place}",
                right=right,
                kind="section : matter",
                cites=(f"a1.s{line}",),
                heads=("Section", "Matter"),
                editor="a-model",
            )
            for number, right, line in (
                (31, "Registration of fishing boats", 11),
                (45, "Licences for ferry owners", 12),
                (58, "Penalties for dumping ash", 13),
                (77, "Appeals to the river court", 14),
            )
        ),
        MainsProposal(
            story=story,
            text=f"What does the river of {name} mean for farms and mills along the canal? Discuss.",
            directive="Discuss",
            marks=15,
            words=250,
            frame=tuple(
                Proposal(story=story, text=text, is_true=True, cites=(f"a1.s{line}",))
                for line, text in enumerate(facts_of_place(place)[:4], 1)
            ),
            editor="a-model",
        ),
    )


def as_printed(question: Question) -> str:
    """A question as a page prints it: its lead, given statements, items, what is asked, options."""
    lines = [question.lead]
    lines += [f"given {item.label}. {item.cells[0]}" for item in question.premises]
    lines += [" || ".join(question.columns)] if question.columns else []
    lines += [f"{item.label}. {' | '.join(item.cells)}" for item in question.items]
    lines += [question.ask] if question.ask else []
    lines += [f"({letter}) {option}" for letter, option in zip("abcde", question.options, strict=False)]
    return "\n".join(lines)
