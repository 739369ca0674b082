"""Statements held against evidence in the other script: Hindi from English, English from Hindi."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from magazine.core.guard import Finding, Line, ProblemKind, Source, check

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "fixtures" / "crossing_cases.json").read_text(encoding="utf-8")
)
KINDS = ("number", "unit", "date", "person", "place", "body", "provision")
PUBLISHED = date(2026, 3, 9)

ENGLISH = Source.of(
    [
        Line(id="a1.t", text="Cabinet approves Coastal Mission", title=True),
        Line(
            id="a1.s1", text="The Cabinet, led by Prime Minister Shri Narendra Modi, approved it on Friday."
        ),
        Line(
            id="a1.s2", text="The outlay is Rs 2,700 crore over five years; the Centre will bear 60 per cent."
        ),
        Line(
            id="a1.s3", text="Smt. Leela Nair said that 1,147 villages in 28 districts of Kerala will gain."
        ),
        Line(id="a1.s4", text="She said, “The sea must not part one village from another”."),
        Line(id="a1.s5", text="Traffic rose by 12 per cent under the Ek Bharat Shreshtha Bharat scheme."),
        Line(id="a1.s6", text="The Reserve Bank of India will not lend to COVID-19 units under Article 292."),
    ],
    PUBLISHED,
)
HINDI = Source.of(
    [
        Line(id="a1.s1", text="प्रधानमंत्री श्री नरेन्द्र मोदी की अध्यक्षता में मंत्रिमंडल ने १५ मार्च को मंज़ूरी दी।"),
        Line(id="a1.s2", text="इस पर 2,700 करोड़ रुपये खर्च होंगे और अनुच्छेद 292 लागू नहीं होगा।"),
        Line(id="a1.s3", text="भारतीय रिज़र्व बैंक और विदेश मंत्रालय ने केरल में काम शुरू किया।"),
    ],
    PUBLISHED,
)


def hard(finding: Finding) -> set[tuple[ProblemKind, str]]:
    return {(problem.kind, problem.value) for problem in finding.problems if problem.hard}


def kinds(finding: Finding) -> set[ProblemKind]:
    return {problem.kind for problem in finding.problems}


def judged(case: dict[str, Any], statement: str, evidence: str) -> Finding:
    return check(statement, Source.of([evidence], date.fromisoformat(case["published"])), ["0"])


def caught(kind: str) -> Iterator[bool]:
    """Yield, for each Hindi sentence with one planted error, whether it alone raised an alarm."""
    for case in CASES:
        before = hard(judged(case, case["hindi"], case["english"]))
        for planted, old, new in case["planted"]:
            if planted == kind:
                yield bool(hard(judged(case, case["hindi"].replace(old, new, 1), case["english"])) - before)


def caught_backwards(kind: str) -> Iterator[bool]:
    """The same for the English sentence, with the error planted in its Hindi evidence."""
    for case in CASES:
        before = hard(judged(case, case["english"], case["hindi"]))
        for planted, old, new in case["planted"]:
            if planted == kind:
                yield bool(hard(judged(case, case["english"], case["hindi"].replace(old, new, 1))) - before)


def share(found: Iterator[bool]) -> float:
    every = list(found)
    return sum(every) / len(every)


def test_there_are_some_hundred_labelled_pairs() -> None:
    assert len(CASES) + sum(len(case["planted"]) for case in CASES) >= 280


@pytest.mark.parametrize(
    ("kind", "least", "least_backwards"),
    [
        ("number", 0.95, 0.90), ("unit", 0.90, 0.90), ("date", 0.95, 0.85), ("person", 0.90, 0.85),
        ("place", 0.85, 0.85), ("body", 0.80, 0.65), ("provision", 0.95, 0.95),
    ],
)  # fmt: skip
def test_a_planted_error_is_caught_in_either_direction(
    kind: str, least: float, least_backwards: float
) -> None:
    assert share(caught(kind)) >= least
    assert share(caught_backwards(kind)) >= least_backwards


@pytest.mark.parametrize(("half", "most"), [("tuned", 0.04), ("seen once", 0.04), ("held out", 0.12)])
def test_a_true_translation_seldom_raises_an_alarm(half: str, most: float) -> None:
    cases = [case for case in CASES if case["half"] == half]

    assert share(not judged(each, each["hindi"], each["english"]).supported for each in cases) <= most


def test_a_true_statement_from_hindi_seldom_raises_an_alarm() -> None:
    cases = [
        case for case in CASES if not case.get("one_way")
    ]  # where the English says no more than the Hindi

    assert share(not judged(each, each["english"], each["hindi"]).supported for each in cases) <= 0.08


def test_every_kind_of_error_is_planted() -> None:
    assert {kind for case in CASES for kind, _, _ in case["planted"]} == set(KINDS)


@pytest.mark.parametrize(
    ("statement", "cites"),
    [
        ("प्रधानमंत्री नरेंद्र मोदी की अध्यक्षता में मंत्रिमंडल ने 6 मार्च 2026 को इसे मंज़ूरी दी।", ["a1.s1"]),
        ("इस पर पाँच वर्षों में २,७०० करोड़ रुपये खर्च होंगे।", ["a1.s2"]),
        ("लागत 27 अरब रुपये है।", ["a1.s2"]),
        ("लीला नायर ने कहा कि केरल के 1,147 गांवों को लाभ होगा।", ["a1.s3"]),
        ("‘एक भारत श्रेष्ठ भारत’ योजना में यातायात 12 प्रतिशत बढ़ा।", ["a1.s5"]),
        ("RBI कोविड-19 इकाइयों को अनुच्छेद 292 के तहत ऋण नहीं देगा।", ["a1.s6"]),
        ("आरबीआई ऋण नहीं देगा।", ["a1.s6"]),
        ("मंत्रिमंडल की मंज़ूरी", ["a1.t"]),
    ],
)
def test_a_true_hindi_statement_is_supported_by_english_evidence(statement: str, cites: list[str]) -> None:
    assert check(statement, ENGLISH, cites).supported


@pytest.mark.parametrize(
    ("statement", "cites", "kind"),
    [
        ("इस पर 2,700 लाख रुपये खर्च होंगे।", ["a1.s2"], ProblemKind.NUMBER),
        ("केंद्र 60 किलोमीटर वहन करेगा।", ["a1.s2"], ProblemKind.UNIT),
        ("मंत्रिमंडल ने इसे 16 मार्च को मंज़ूरी दी।", ["a1.s1"], ProblemKind.DATE),
        ("राष्ट्रपति ने इसे शुक्रवार को मंज़ूरी दी।", ["a1.s1"], ProblemKind.NAME),
        ("श्री अरविंद पिल्लई ने कहा कि 1,147 गांवों को लाभ होगा।", ["a1.s3"], ProblemKind.NAME),
        ("तमिलनाडु के 1,147 गांवों को लाभ होगा।", ["a1.s3"], ProblemKind.NAME),
        ("SEBI ऋण नहीं देगा।", ["a1.s6"], ProblemKind.NAME),
        ("बैंक repo rate नहीं घटाएगा।", ["a1.s6"], ProblemKind.NAME),
        ("सेबी ऋण नहीं देगा।", ["a1.s6"], ProblemKind.NAME),
        ("अनुच्छेद 293 के तहत ऋण नहीं मिलेगा।", ["a1.s6"], ProblemKind.NUMBER),
        ("उन्होंने कहा, “समुद्र गांवों को एक-दूसरे से अलग न करे”।", ["a1.s4"], ProblemKind.QUOTATION),
        ("इसे मंज़ूरी मिली।", ["a1.s9"], ProblemKind.CITATION),
    ],
)
def test_a_false_hindi_statement_is_not(statement: str, cites: list[str], kind: ProblemKind) -> None:
    assert kind in {problem.kind for problem in check(statement, ENGLISH, cites).problems if problem.hard}


@pytest.mark.parametrize(
    ("statement", "cites"),
    [
        ("The Cabinet, chaired by Prime Minister Narendra Modi, approved it on March 15.", ["a1.s1"]),
        ("It will cost Rs 2,700 crore.", ["a1.s2"]),
        ("The RBI and the Ministry of External Affairs began work in Kerala.", ["a1.s3"]),
    ],
)
def test_a_true_english_statement_is_supported_by_hindi_evidence(statement: str, cites: list[str]) -> None:
    assert check(statement, HINDI, cites).supported


@pytest.mark.parametrize(
    ("statement", "cites", "kind"),
    [
        ("President Droupadi Murmu approved it.", ["a1.s1"], ProblemKind.NAME),
        ("The Supreme Court began work in Kerala.", ["a1.s3"], ProblemKind.NAME),
        ("The Ministry of Finance began work in Kerala.", ["a1.s3"], ProblemKind.NAME),
        ("The RBI began work in Punjab.", ["a1.s3"], ProblemKind.NAME),
        ("It will cost Rs 2,070 crore.", ["a1.s2"], ProblemKind.NUMBER),
        ("The Cabinet approved it on March 16.", ["a1.s1"], ProblemKind.DATE),
        ("“It will cost us a great deal of money,” she said.", ["a1.s2"], ProblemKind.QUOTATION),
    ],
)
def test_a_false_english_statement_is_not(statement: str, cites: list[str], kind: ProblemKind) -> None:
    assert kind in {problem.kind for problem in check(statement, HINDI, cites).problems if problem.hard}


def test_a_strange_word_is_a_name_only_where_a_name_can_stand() -> None:
    adjective, place = "झकझकीला काम शुक्रवार का है।", "झकझकीला में काम शुक्रवार का है।"

    assert check(adjective, ENGLISH, ["a1.s1"]).supported
    assert kinds(check(adjective, ENGLISH, ["a1.s1"])) == {ProblemKind.NAME}
    assert not check(place, ENGLISH, ["a1.s1"]).supported


def test_a_denial_that_the_source_does_not_have_is_said() -> None:
    assert ProblemKind.NEGATION in kinds(check("इस पर 2,700 करोड़ रुपये खर्च नहीं होंगे।", ENGLISH, ["a1.s2"]))
    assert ProblemKind.NEGATION not in kinds(check("ऋण नहीं मिलेगा।", ENGLISH, ["a1.s6"]))


def test_a_direction_turned_about_is_said() -> None:
    assert ProblemKind.DIRECTION in kinds(check("यातायात 12 प्रतिशत घटा।", ENGLISH, ["a1.s5"]))
    assert ProblemKind.DIRECTION not in kinds(check("यातायात 12 प्रतिशत बढ़ा।", ENGLISH, ["a1.s5"]))


@pytest.mark.parametrize("cites", [["0"], ["0", "1"], None])
def test_evidence_that_has_the_statement_s_script_is_read_as_before(cites: list[str] | None) -> None:
    both = Source.of(["श्री अरविंद ने 12 गांव देखे।", "Leela Nair saw 28 districts."])

    assert check("श्री अरविंद ने 12 गांव देखे थे।", both, cites).supported
    assert not check("श्री मोहन ने 12 गांव देखे थे।", both, cites).supported


@pytest.mark.parametrize(
    "make", [str.upper, lambda text: text * 200, lambda text: text.replace(" ", "\u200b ")]
)
def test_hostile_text_is_judged_without_an_error(make: Callable[[str], str]) -> None:
    text = "श्री ‘‘<b>नरेंद्र</b>’’ “ \u202e ः ् ़ १,,२३ अनुच्छेद धारा 99999999999999999999 𝟚 ए.बी.सी. — "

    assert check(make(text), ENGLISH, ["a1.s1"]).problems
