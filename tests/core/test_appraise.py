"""The figures of an article."""

from magazine.core.appraise import appraise
from magazine.core.classify import Classifier
from tests.builders import a_taxonomy, an_article

CLASSIFIER = Classifier(a_taxonomy())


def test_an_appraisal_holds_topics_signals_and_words() -> None:
    article = an_article(title="ISRO’s first-ever satellite", body="## Launch\n\n- It rose.\n- It works.")
    appraisal = appraise(article, CLASSIFIER)

    assert appraisal.section is not None
    assert appraisal.section.topic == "space"
    assert appraisal.includes == ("first or record", "space or defence milestone")
    assert appraisal.excludes == ()
    assert appraisal.words == 5


def test_equal_text_has_an_equal_hash_case_and_spacing_aside() -> None:
    first = appraise(an_article(title="A Rocket", body="It  rose.\n\nAgain."), CLASSIFIER)
    again = appraise(an_article(title="a rocket", body="it rose. again.", id="other"), CLASSIFIER)
    other = appraise(an_article(title="A Rocket", body="It fell. Again."), CLASSIFIER)

    assert first.text_hash == again.text_hash != other.text_hash
