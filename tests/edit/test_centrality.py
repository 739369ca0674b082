from magazine.core.article import Article
from magazine.core.manuscript import read_manuscript
from magazine.edit.centrality import Weighing, Weights, choose, weigh
from magazine.edit.summary import summary

BODY = """The cabinet approved a new port at Vadhavan in Maharashtra on Monday.

Vadhavan port will handle 298 million tonnes of cargo a year when it is complete.

Officials spoke at a hotel in Mumbai after the meeting was over on that day.

It will also have a rail link.

The cabinet approved a new port at Vadhavan in Maharashtra this Monday."""


def weighed(*bodies: str) -> Weighing:
    manuscripts = [
        read_manuscript(Article(id=str(number), title="Cabinet approves Vadhavan port", body=body), number)
        for number, body in enumerate(bodies, 1)
    ]
    return weigh(manuscripts, Weights())


def test_of_sentences_that_say_the_same_the_first_is_kept() -> None:
    ids = [line.sentence.id for line in weighed(BODY).lines]

    assert ids == ["a1.s1", "a1.s2", "a1.s3", "a1.s4"]


def test_a_second_article_adds_only_what_the_first_does_not_say() -> None:
    second = (
        "The cabinet approved a new port at Vadhavan in Maharashtra on Monday. Fishers have gone to court."
    )

    assert [line.sentence.id for line in weighed(BODY, second).lines][-1] == "a2.s2"
    assert "a2.s1" not in [line.sentence.id for line in weighed(BODY, second).lines]


def test_chosen_lines_stand_in_reading_order_within_the_words() -> None:
    weighing = weighed(BODY)
    chosen = choose(weighing, weighing.lines, budget=28)

    assert [line.sentence.id for line in chosen] == ["a1.s1", "a1.s2"]
    assert sum(line.sentence.words for line in chosen) <= 28


def test_a_line_that_adds_too_little_is_left_though_it_would_fit() -> None:
    weighing = weighed(BODY)

    assert choose(weighing, weighing.lines, budget=500, least=10.0) == []


def test_a_summary_prefers_the_news_to_the_hotel() -> None:
    article = Article(id="v", title="Cabinet approves Vadhavan port", body=BODY)

    assert summary(article, 28) == ("a1.s1", "a1.s2")
    assert summary(article, 3) == ()


def test_an_article_without_text_has_no_summary() -> None:
    assert summary(Article(id="e", title="Empty", body=""), 100) == ()


def test_a_summary_takes_a_question_for_want_of_better_and_loses_by_it() -> None:
    body = "Who will pay for the new port in the end?"
    question = read_manuscript(Article(id="q", title="Ports", body=body))
    statement = read_manuscript(Article(id="q", title="Ports", body=body.replace("?", ".")))
    asked = weigh([question], Weights(), spare=True)
    told = weigh([statement], Weights(), spare=True)

    assert summary(Article(id="q", title="Ports", body=body), 20) == ("a1.s1",)
    assert weigh([question], Weights()).lines == ()
    assert asked.gain(asked.lines[0], frozenset()) < told.gain(told.lines[0], frozenset())


def test_hindi_is_weighed_by_whole_words() -> None:
    article = Article(
        id="h",
        title="वधावन बंदरगाह को मंजूरी",
        body="मंत्रिमंडल ने वधावन बंदरगाह को मंजूरी दी। बैठक एक होटल में हुई थी। वधावन बंदरगाह महाराष्ट्र में बनेगा।",
    )

    assert summary(article, 12) == ("a1.s1", "a1.s3")
