from dataclasses import replace

import pytest

from magazine.core.issue import Form
from magazine.edit import ExtractiveEditor
from magazine.edit.definitions import defined
from magazine.edit.measure import Depth
from tests.edit.printing import TAXONOMY, the_story
from tests.edit.writing import RAMSAR, a_selection_in


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "Kavach is an indigenously developed train protection system that applies brakes by itself.",
            "Kavach",
        ),
        (
            "The Pradhan Mantri Fasal Bima Yojana (PMFBY) is a crop insurance scheme that covers hail.",
            "Pradhan Mantri Fasal Bima Yojana",
        ),
        ("Leprosy is a chronic disease which leads to a delayed manifestation of its symptoms.", "Leprosy"),
        ("Carbon capture is a process by which carbon dioxide is taken out of the air.", "Carbon capture"),
        ("कवच एक स्वदेशी रेल सुरक्षा प्रणाली है, जो टक्कर होने से पहले अपने आप ब्रेक लगाती है।", "कवच"),
    ],
)
def test_a_sentence_that_says_what_something_is_defines_it(text: str, term: str) -> None:
    assert defined(text) == term


@pytest.mark.parametrize(
    "text",
    [
        "It is a scheme of the Ministry of Power that pays for new lines in the hills.",
        "India is a party to the convention and has been a member of the body since 1982.",
        "And today is a day on which the campaign for clean rivers begins in all States.",
        "Prime Minister Narendra Modi is a member of the body that runs the scheme for farmers.",
        "Master planning is an iterative process requiring optimisation and has no time frame yet.",
        "Kavach is a system.",
        "The Cabinet approved a scheme that is a first of its kind in all of the country.",
        "यह एक योजना है, जिसके तहत किसानों को हर साल तीन किस्तों में सहायता मिलती है।",
    ],
)
def test_what_names_no_thing_or_no_kind_defines_nothing(text: str) -> None:
    assert defined(text) is None


def test_what_a_source_defines_goes_into_the_glossary_word_for_word() -> None:
    body = f"{RAMSAR.body}\n\nEutrophication is a process by which still water becomes too rich in nutrients."
    story = the_story(replace(RAMSAR, body=body))

    (term,) = story.terms
    assert term.term == "Eutrophication"
    assert term.meaning.text in body


def test_an_issue_s_one_liners_add_nothing_to_the_glossary() -> None:
    body = "Eutrophication is a process by which still water becomes too rich in nutrients."
    article = replace(RAMSAR, body=f"{body}\n\n{RAMSAR.body}")
    selection = a_selection_in(None, *((replace(article, id=str(n)),) for n in range(3)))
    articles = [replace(article, id=str(n)) for n in range(3)]
    issue = ExtractiveEditor(TAXONOMY, depth=Depth.BRIEF).edit(selection, articles).issue

    assert [len(story.terms) for story in issue.stories] == [1, 1, 0]
    assert [story.form for story in issue.stories] == [Form.FULL, Form.SHORT, Form.LINE]
    assert [len(story.blocks) for story in issue.stories][2] == 1
