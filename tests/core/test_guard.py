"""The guard: what it lets pass, what it stops, and what it says about it."""

from datetime import date

import pytest

from magazine.core.guard import Finding, Line, ProblemKind, Source, check
from magazine.core.guard.kinship import is_verbatim
from magazine.core.guard.reading import read

PUBLISHED = date(2026, 3, 9)

RELEASE = (
    "The Cabinet, led by the Prime Minister Shri Narendra Modi, approved the Coastal Mission on Friday.",
    "The outlay is Rs 2,700 crore over five years, of which the Centre will bear 60 per cent.",
    "Union Minister Smt. Leela Nair said that 1,147 villages in 28 districts of Kerala and Goa will gain.",
    "She said, “the sea must not part one village from another”.",
    "The Mission will not cover towns.",
    "Traffic on the old road rose by 12 per cent in 2024-25.",
    "Shri Arjun Pillai, Secretary, Ministry of Ports, presented the report of the Reserve Bank of India.",
)


def a_source(*sentences: str) -> Source:
    title = Line(id="a1.t", text="Cabinet approves Coastal Mission", title=True)
    lines = [Line(id=f"a1.s{n}", text=text) for n, text in enumerate(sentences or RELEASE, start=1)]
    return Source.of([title, *lines], PUBLISHED)


def kinds(finding: Finding) -> list[ProblemKind]:
    return [problem.kind for problem in finding.problems if problem.hard]


@pytest.mark.parametrize("sentence", RELEASE)
def test_the_source_s_own_sentence_is_supported(sentence: str) -> None:
    assert check(sentence, a_source(), [f"a1.s{RELEASE.index(sentence) + 1}"]) == Finding()


@pytest.mark.parametrize(
    ("statement", "cites"),
    [
        ("The Mission's outlay is ₹2,700 crore.", ["a1.s2"]),
        ("The outlay is Two Thousand Seven Hundred Crore rupees.", ["a1.s2"]),
        ("The outlay is 27 billion rupees, over 5 years.", ["a1.s2"]),
        ("The Cabinet approved it on 6 March 2026.", ["a1.s1"]),
        ("The Cabinet, led by PM Modi, approved the mission.", ["a1.s1"]),
        ("Some 1,147 villages of Kerala and Goa are to gain, said Leela Nair.", ["a1.s3"]),
        ("Nearly 1,150 villages will gain.", ["a1.s3"]),
        ("“The sea must not part one village from another,” she said.", ["a1.s4"]),
        ("Traffic grew 12% in FY25.", ["a1.s6"]),
        ("Arjun Pillai, the Secretary, presented the RBI's report.", ["a1.s7"]),
        ("India will have a Coastal Mission.", ["a1.s1"]),
        ("", ["a1.s1"]),
    ],
)
def test_a_true_statement_is_supported_in_other_words(statement: str, cites: list[str]) -> None:
    assert check(statement, a_source(), cites).supported


@pytest.mark.parametrize(
    ("statement", "cites", "kind"),
    [
        ("The outlay is ₹2,800 crore.", ["a1.s2"], ProblemKind.NUMBER),
        ("The outlay is ₹2,700 lakh.", ["a1.s2"], ProblemKind.NUMBER),
        ("The outlay is $2,700 crore.", ["a1.s2"], ProblemKind.UNIT),
        ("The outlay is ₹2,700 crore.", ["a1.s3"], ProblemKind.NUMBER),
        ("The Centre will bear 40 per cent.", ["a1.s2"], ProblemKind.NUMBER),
        ("The Cabinet approved it on 7 March 2026.", ["a1.s1"], ProblemKind.DATE),
        ("The Cabinet approved it on Tuesday.", ["a1.s1"], ProblemKind.DATE),
        ("Traffic rose by 12 per cent in 2023-24.", ["a1.s6"], ProblemKind.DATE),
        ("The Cabinet approved the Odisha Mission.", ["a1.s1"], ProblemKind.NAME),
        ("ADB presented the report.", ["a1.s7"], ProblemKind.NAME),
        ("She said, “the sea must always part one village from another”.", ["a1.s4"], ProblemKind.QUOTATION),
        ("It helps 28 villages in 1,147 districts of Kerala and Goa.", ["a1.s3"], ProblemKind.BINDING),
        ("The Prime Minister Shri Arjun Pillai approved the mission.", ["a1.s1"], ProblemKind.BINDING),
        ("The outlay is large.", ["a1.s99"], ProblemKind.CITATION),
        ("The outlay is large.", [], ProblemKind.CITATION),
    ],
)
def test_a_changed_fact_is_a_hard_problem(statement: str, cites: list[str], kind: ProblemKind) -> None:
    assert kind in kinds(check(statement, a_source(), cites))


CLIMATE = (
    "India's commitments of 2015 set targets of 33–35% reduction in the emissions intensity of GDP and "
    "40% share of non-fossil electric power installed capacity."
)


@pytest.mark.parametrize(
    ("sentence", "form", "own", "exchanged"),
    [
        (
            CLIMATE,
            "The aim was a {} cut in the emissions intensity of GDP and a {} share of non-fossil capacity.",
            ("33-35 per cent", "40 per cent"),
            ("40 per cent", "33-35 per cent"),
        ),
        (
            CLIMATE,
            "It promised a {} share of non-fossil installed capacity and a {} cut in emissions intensity.",
            ("40 per cent", "33-35 per cent"),
            ("33-35 per cent", "40 per cent"),
        ),
    ],
    ids=["a range and a share", "the share first"],
)
def test_values_said_again_of_their_own_matters_pass_and_exchanged_ones_do_not(
    sentence: str, form: str, own: tuple[str, ...], exchanged: tuple[str, ...]
) -> None:
    source = a_source(sentence)

    assert check(form.format(*own), source, ["a1.s1"]).supported
    assert ProblemKind.BINDING in kinds(check(form.format(*exchanged), source, ["a1.s1"]))


def test_a_hindi_word_that_is_cut_is_not_the_source_s_wording() -> None:
    reading = read("यह समझौता पाकिस्तानी कंपनी ने किया।")

    assert is_verbatim(read("यह समझौता पाकिस्तानी"), reading)
    assert not is_verbatim(read("यह समझौता पाकिस्तान"), reading)


def test_without_citations_the_whole_source_is_the_evidence() -> None:
    statement = "The outlay is ₹2,700 crore and 1,147 villages will gain."

    assert check(statement, a_source()).supported
    assert not check(statement, a_source(), ["a1.s2"]).supported


def test_a_problem_names_the_value_and_what_the_source_has_instead() -> None:
    [problem] = check("The outlay is ₹2,800 crore.", a_source(), ["a1.s2"]).problems

    assert (problem.value, problem.nearest) == ("₹2,800 crore", "Rs 2,700 crore")
    assert problem.text == "The source does not have the number ₹2,800 crore."


def test_a_name_of_another_sentence_is_a_soft_problem_and_its_number_a_hard_one() -> None:
    finding = check("The Reserve Bank of India is named.", a_source(), ["a1.s2"])

    assert finding.supported
    assert [problem.kind for problem in finding.problems] == [ProblemKind.ELSEWHERE]
    assert finding.holds(strict=True)


@pytest.mark.parametrize(
    "statement",
    ["The Mission will cover towns.", "Traffic on the old road fell by 12 per cent in 2024-25."],
    ids=["denied", "reversed"],
)
def test_the_contrary_holds_unless_strict(statement: str) -> None:
    finding = check(statement, a_source())

    assert finding.supported
    assert not finding.holds(strict=True)


def test_a_sum_of_cited_numbers_is_computed_when_the_statement_speaks_of_one() -> None:
    source = a_source("Assam gets 14 colleges and Bihar 31.")

    told = check("Assam and Bihar together get 45 colleges.", source, ["a1.s1"])

    assert told.supported
    assert told.computed == ("45 = 14 + 31",)
    assert not check("Bihar gets 45 colleges.", source, ["a1.s1"]).supported
    assert not check("Assam and Bihar together get 46 colleges.", source, ["a1.s1"]).supported


def test_a_rise_is_computed_from_its_two_figures() -> None:
    source = a_source("Exports rose from 200 crore to 250 crore.")

    assert check("Exports increased by 25 per cent.", source, ["a1.s1"]).computed
    assert not check("Exports increased by 35 per cent.", source, ["a1.s1"]).supported


def test_a_small_count_may_have_been_counted_but_not_against_the_source() -> None:
    source = a_source("Assam, Goa and Kerala sent three teams to the camp.")

    assert check("The two sides met.", source, ["a1.s1"]).supported
    assert not check("They sent four teams to the camp.", source, ["a1.s1"]).supported


def test_today_is_the_day_of_each_article_s_own_publication() -> None:
    lines = [
        Line(id="a1.s1", text="The Bill was passed today."),
        Line(id="a2.s1", text="The rules were framed today.", published=date(2026, 3, 14)),
    ]
    source = Source.of(lines, PUBLISHED)

    assert check("The Bill was passed on 9 March 2026.", source, ["a1.s1"]).supported
    assert check("The rules were framed on 14 March.", source, ["a2.s1"]).supported
    assert not check("The Bill was passed on 14 March.", source, ["a1.s1"]).supported


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        ("The Bill was passed.", "The Bill was passed on Monday.", "The Bill was passed on Tuesday."),
        ("The Bill was passed.", "The Bill was passed in March 2026.", "The Bill was passed in April."),
        ("The Bill was passed.", "The Bill was passed in 2026.", "The Bill was passed in 2025."),
        ("It was passed on Friday.", "It was passed on 6 March.", "It was passed on 5 March."),
        ("It was passed on 28 December.", "It was passed on 28 December 2025.", "… on 28 December 2024."),
        ("It was passed in 1994.", "It was passed in the 1990s.", "It was passed in the 1980s."),
        ("It runs from 2021 to 2026.", "It runs over 2021-26.", "It runs over 2021-27."),
        ("It was passed on 6 March 2026.", "It was passed on Friday.", "It was passed on Sunday."),
        ("It was passed on 6 March 2025.", "It was passed on 6 March.", "It was passed on 6 March 2026."),
    ],
)
def test_a_date_counts_from_the_day_of_publication(sentence: str, true: str, false: str) -> None:
    source = a_source(sentence)

    assert check(true, source, ["a1.s1"]).supported
    assert not check(false, source, ["a1.s1"]).supported


def test_without_a_day_of_publication_only_what_is_said_counts() -> None:
    source = Source.of(["It was passed on Friday, 6 March, after the talks of 2024."])

    assert check("It was passed on 6 March 2024.", source).supported
    assert not check("It was passed on 6 March 2026.", source).supported
    assert not check("It was passed on 13 March.", source).supported


def test_a_place_within_another_takes_its_stead() -> None:
    source = a_source(
        "A gunman fired at the state college campus in Goldsboro late on Friday.",
        "The town of Goldsboro, North Carolina, is small.",
    )

    assert check(
        "A gunman fired at the state college campus in North Carolina late on Friday.", source
    ).supported


def test_a_difference_is_computed_when_the_statement_speaks_of_one() -> None:
    source = a_source("Rice rose from 117 lakh bags to 149 lakh bags.")

    assert check("Rice grew by 32 lakh bags, a rise.", source, ["a1.s1"]).computed == (
        "32 lakh = 149 lakh - 117 lakh",
    )


def test_two_soft_problems_do_not_hold_under_strict() -> None:
    finding = check("The two sides and the three teams met.", a_source("The sides and teams met."))

    assert finding.supported
    assert not finding.holds(strict=True)


def test_plural_acronyms_and_their_expansions_are_known() -> None:
    source = a_source("Memoranda, each an MoU, were signed by the Ministry of Home Affairs; the TV was off.")

    assert check("The TVs were off, said the MHA.", source, ["a1.s1"]).supported


def test_a_source_on_the_first_day_of_the_calendar_has_no_days_before() -> None:
    source = Source.of(["It was passed on Friday."], date.min)

    assert not check("It was passed on 6 March 2026.", source).supported


def test_the_dateline_s_day_is_no_excuse_when_the_source_names_another() -> None:
    source = a_source("The Bill was passed on 5 March 2026.")

    assert not check("The Bill was passed on 9 March 2026.", source, ["a1.s1"]).supported


def test_a_model_s_words_about_its_own_text_are_no_statements() -> None:
    text = "Here is a summary in 80 words: The outlay is ₹2,700 crore. (Word count: 80)"

    assert check(text, a_source()).supported


def test_a_name_spelt_with_one_other_letter_is_a_soft_problem() -> None:
    [problem] = check("Arjun Pillei presented the report.", a_source()).problems

    assert (problem.kind, problem.hard) == (ProblemKind.NAME, False)
    assert problem.nearest == "Arjun Pillai"


def test_a_place_in_another_s_stead_is_told_when_the_sentence_is_taken_over() -> None:
    source = a_source(
        "A plant for testing and packaging is being set up in Sanand, Gujarat, with ₹13,000 crore.",
        "Teams from Manipur and Gujarat visited.",
    )

    changed = check(
        "A plant for testing and packaging is being set up in Sanand, Manipur.", source, ["a1.s1"]
    )

    assert [problem.nearest for problem in changed.problems if problem.hard] == ["Gujarat"]


def test_hindi_is_held_against_hindi() -> None:
    source = a_source(
        "करीब 10 करोड़ किसानों को 4 लाख करोड़ रुपए की सम्मान निधि मिली है।",
        "राज्यपाल श्री ओम माथुर ने 42वें संशोधन पर सोमवार को बात की।",
    )

    assert check("करीब १० करोड़ किसानों को ४ लाख करोड़ रुपये मिले।", source, ["a1.s1"]).supported
    assert not check("करीब 10 करोड़ किसानों को 14 लाख करोड़ रुपए मिले।", source, ["a1.s1"]).supported
    assert not check("राज्यपाल श्री अनीता मेहता ने बात की।", source, ["a1.s2"]).supported
    assert not check("44वें संशोधन पर बात हुई।", source, ["a1.s2"]).supported
    assert not check("मंगल ग्रह पर नया रॉकेट कल सुबह उड़ान भरेगा।", source).supported


def test_in_small_letters_a_strange_word_counts_as_a_name() -> None:
    source = a_source("the knitwear firm in selkirk has won an award.")

    assert check("the firm in selkirk won an award.", source).supported
    assert [problem.value for problem in check("the firm in galashiels won an award.", source).problems] == [
        "galashiels"
    ]


def test_hard_problems_come_first() -> None:
    finding = check("The Mission will cover towns with ₹9 crore.", a_source())

    assert [problem.hard for problem in finding.problems] == [True, False]


def test_bare_sentences_are_cited_by_their_index() -> None:
    source = Source.of(["The Bill has 12 clauses.", "It has 3 schedules."])

    assert check("It has 12 clauses.", source, [0]).supported
    assert not check("It has 12 clauses.", source, [1]).supported
