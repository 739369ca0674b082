import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from magazine.core.article import Article, Language
from magazine.core.dates import DateRange
from magazine.core.issue import BlockKind, Priority, Story, Verdict
from magazine.core.manuscript import one_line, read_manuscript
from magazine.core.topics import Group, Taxonomy, Topic, TopicKind
from magazine.edit import ExtractiveEditor
from magazine.edit.extractive import proven
from tests.edit.printing import (
    TAXONOMY,
    WEEK,
    a_selection_of,
    a_story_of,
    edited,
    in_language,
    printed,
    the_story,
)

# The shape of a current-affairs site's page, in words of our own: news, history, the new pact, what it means.
PACT = Article(
    id="pact",
    title="The Arland-Borduria defence pact",
    body="""## In News

- President Ada Arling of Arland signed a “full strategic” pact with Bo Durin of Borduria last week.

## History of relations between Arland and Borduria

- Ties between the two capitals go back to the age of the old Union.
- The old Union was the first State to recognise Borduria, in 1948.
- Arland backed Borduria in the war of 1950-53 while the western States backed its southern neighbour.
- Relations grew cold after the war as the old Union fell out with its own eastern ally.
- In 2012, Arland agreed to write off 90% of Borduria's debt of about $11 billion.
- Both leaders have also visited each other often.

## New Agreement

- The pact promises help “by all means” if either side is at war, in line with Article 51 of the U.N. Charter.
- The treaty also speaks of a “just and multipolar order” and of joint steps in defence.
- Food, which is short in Borduria, finds mention in the treaty.

## Significance

- Borduria has voiced support for Arland's war in the west that began in February 2022.
- In July 2022, Borduria recognised two breakaway regions as States after Arland and Syldavia did so.
- Western capitals believe that Borduria has been sending Arland artillery and missiles.
- Arland is a large supplier of energy to Borduria.""",
    url="https://bits.example/pact",
    published="2026-03-04",
    source="Example Bits",
    licence="personal-use",
)

HINDI = Article(
    id="hindi",
    title="रामसर सूची में दो और आर्द्रभूमि",
    body="""केंद्र सरकार ने 4 मार्च 2026 को बताया कि दो और आर्द्रभूमि रामसर सूची में शामिल हुई हैं।

अब देश में 98 रामसर स्थल हैं।

## पृष्ठभूमि

रामसर संधि पर 1971 में ईरान में हस्ताक्षर हुए थे। भारत 1982 में इसका सदस्य बना।

डॉ. सालिम अली ने पक्षियों की गणना का काम शुरू किया था।

## आगे की राह

मंत्रालय हर आर्द्रभूमि के लिए प्रबंधन योजना बनाएगा।

इसके लिए ₹2,700 करोड़ का प्रावधान है। राज्यों से वार्षिक रिपोर्ट माँगी जाएगी।""",
    language=Language.HINDI,
    published="2026-03-04",
    source="उदाहरण",
)

RELEASES = [
    Article(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        published=row["published"],
        source=row["source"],
        language=Language(row["language"]),
    )
    for row in map(
        json.loads,
        (Path(__file__).parents[1] / "fixtures/pib_rows.jsonl").read_text(encoding="utf-8").splitlines(),
    )
]


def release_stories() -> list[Story]:
    chosen = [a_story_of(each, topic="governance", score=90.0 - n) for n, each in enumerate(RELEASES)]
    return list(edited(RELEASES, a_selection_of(*chosen)).stories)


def test_news_history_treaty_article_and_significance_are_all_printed() -> None:
    story = the_story(PACT)

    text = " ".join(printed(story))
    assert "signed a “full strategic” pact" in text
    assert "Article 51 of the U.N. Charter" in text
    assert "first State to recognise Borduria" in text
    assert [block.kind for block in story.blocks] == [
        BlockKind.WHY,
        BlockKind.POINTS,
        BlockKind.POINTS,
        BlockKind.SIGNIFICANCE,
    ]
    assert [block.heading.text for block in story.blocks if block.heading] == [
        "History of relations between Arland and Borduria",
        "New Agreement",
        "Significance",
    ]


def test_a_heading_that_says_here_is_the_news_is_not_printed() -> None:
    story = the_story(PACT)

    assert story.blocks[0].heading is None
    assert "In News" not in printed(story)


def test_what_is_to_be_remembered_is_short_stands_alone_and_is_not_the_lead() -> None:
    story = the_story(PACT)

    assert story.remember is not None
    assert len(story.remember.text.split()) <= 36
    assert story.remember not in story.blocks[0].statements


def test_every_fact_bears_a_label_of_its_own_from_its_own_words() -> None:
    facts = [fact for story in release_stories() for fact in story.facts]

    assert len(facts) >= 6
    for fact in facts:
        assert fact.label in fact.statement.text
        assert len(fact.statement.text.split()) <= 32
    for story in release_stories():
        labels = [fact.label.casefold() for fact in story.facts]
        assert len(labels) == len(set(labels)) <= 6


@pytest.mark.parametrize("article", [PACT, HINDI, *RELEASES], ids=lambda article: article.id)
def test_every_statement_is_its_source_s_own_sentence_and_none_stands_twice(article: Article) -> None:
    story = the_story(article)

    source = one_line(f"{article.title}\n{article.body}")
    evidence = {each.id: each.text for each in story.evidence}
    for statement in story.statements:
        assert statement.verdict is Verdict.VERBATIM
        assert [statement.text] == [evidence[cited] for cited in statement.cites]
        assert statement.text in source
    told = replace(story, terms=())
    assert len(set(printed(told))) == len(printed(told))
    assert len({statement.cites for statement in told.statements}) == len(printed(told))


def test_a_story_that_does_not_quote_its_source_is_a_bug() -> None:
    story = the_story(PACT)
    changed = replace(story.headline, text="The Arland-Syldavia defence pact")

    with pytest.raises(AssertionError, match=r"story-pact does not quote \('a1.t',\) word for word"):
        proven(replace(story, headline=changed))


def test_evidence_is_the_whole_article_in_reading_order_with_all_that_is_cited() -> None:
    story = the_story(PACT)

    cited = {each for statement in story.statements for each in statement.cites}
    assert cited <= {each.id for each in story.evidence}
    assert {each.id for each in story.evidence} == set(read_manuscript(PACT).cited())
    numbers = [int(each.id.removeprefix("a1.s")) for each in story.evidence if each.id.startswith("a1.s")]
    assert story.evidence[0].id == "a1.t"
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("rank", "most"), [(0, 380), (1, 280), (2, 150)], ids=["must-read", "useful", "skim"]
)
def test_a_story_keeps_to_the_words_of_its_priority_and_to_most_of_its_source(rank: int, most: int) -> None:
    long = replace(PACT, body="\n\n".join(each.body for each in RELEASES[:12]))

    story = the_story(long, rank=rank)
    words = sum(len(text.split()) for text in printed(story)[1:])
    assert most * 0.6 <= words <= most
    for article in RELEASES:
        body = printed(replace(the_story(article, rank=rank), terms=()))[1:]
        assert sum(len(text.split()) for text in body) <= 0.8 * len(article.body.split())


def test_a_short_source_prints_a_headline_and_why_only() -> None:
    short = replace(
        PACT,
        body="The Union Cabinet approved a railway bridge over the Ganga at Varanasi on 4 March 2026, at a "
        "cost of ₹2,642 crore. The bridge will carry four lines of track and a road of six lanes in all for "
        "the city of temples on the river.",
    )

    story = the_story(short)

    assert [block.kind for block in story.blocks] == [BlockKind.WHY]
    assert story.remember is None
    assert story.facts == ()


@pytest.mark.parametrize(
    "body", ["", "Read more", "WINNERS LIST 2026\n\n1 2 3 4 5 6"], ids=["empty", "teaser", "table"]
)
def test_a_selected_story_without_a_printable_sentence_keeps_headline_and_source(body: str) -> None:
    story = the_story(replace(PACT, body=body))

    assert printed(story) == ["The Arland-Borduria defence pact"]
    assert story.evidence[0].id == "a1.t"
    assert story.sources[0].url == "https://bits.example/pact"


def test_an_article_that_has_left_the_library_is_printed_by_its_title() -> None:
    issue = edited([], a_selection_of(a_story_of(PACT)))

    assert printed(issue.stories[0]) == ["The Arland-Borduria defence pact"]
    assert issue.stories[0].sources[0].publisher == "Example Bits"


def test_a_story_of_two_articles_cites_both_and_says_nothing_twice() -> None:
    second = replace(
        PACT,
        id="pact-2",
        title="Arland ratifies the pact",
        body="President Ada Arling of Arland signed a “full strategic” pact with Bo Durin of Borduria last "
        "week. The upper house of Arland ratified the treaty by 163 votes to nil on 3 March 2026. "
        "Courts of Arland may still be asked whether the pact needs a referendum under its basic law.",
        licence="own",
    )

    issue = edited([PACT, second], a_selection_of(a_story_of(PACT, second)))
    story = issue.stories[0]

    text = " ".join(printed(story))
    assert "163 votes" in text
    assert text.count("signed a “full strategic” pact") == 1
    assert [source.licence for source in story.sources] == ["personal-use", "own"]
    assert any(each.id.startswith("a2.s") for each in story.evidence)
    assert issue.counts.articles_printed == 2


def test_a_hindi_story_has_its_parts_under_hindi_headings() -> None:
    story = the_story(HINDI)

    kinds = {block.heading.text: block.kind for block in story.blocks if block.heading}
    assert kinds == {"पृष्ठभूमि": BlockKind.BACKGROUND, "आगे की राह": BlockKind.WAY_FORWARD}
    assert story.blocks[0].statements[0].text.startswith("केंद्र सरकार ने 4 मार्च")
    assert any("डॉ. सालिम अली ने" in text for text in printed(story)) or story.remember is not None


def test_sentences_in_the_other_script_stay_out_of_print() -> None:
    mixed = replace(
        PACT,
        body=PACT.body + "\n- यह संधि दोनों देशों के इतिहास में पहली बार हुई है और इसका महत्त्व बहुत बड़ा है।",
        language=Language.MIXED,
    )

    assert not any("संधि" in text for text in printed(the_story(mixed)))


def test_the_best_third_of_the_scores_is_to_be_read_first() -> None:
    articles = [replace(PACT, id=f"p{number}") for number in range(6)]
    scores = [10.0, 60.0, 30.0, 60.0, 20.0, 50.0]
    chosen = [a_story_of(each, score=score) for each, score in zip(articles, scores, strict=True)]

    priorities = [story.priority for story in edited(articles, a_selection_of(*chosen)).stories]

    must, useful, skim = Priority.MUST_READ, Priority.USEFUL, Priority.SKIM
    assert priorities == [skim, must, useful, must, skim, useful]


def test_sections_stand_by_letter_and_the_unclassified_last() -> None:
    topics = ["unclassified", "sports", "defence", "judiciary", "no-such-topic", "judiciary"]
    articles = [replace(PACT, id=f"p{number}") for number in range(len(topics))]
    chosen = [a_story_of(each, topic=topic) for each, topic in zip(articles, topics, strict=True)]

    sections = edited(articles, a_selection_of(*chosen)).sections

    assert [(section.letter, section.group) for section in sections] == [
        ("A", "polity-governance"),
        ("F", "security-all"),
        ("J", "quick-facts"),
        ("K", "unclassified"),
    ]
    assert [story.id for story in sections[0].stories] == ["story-p3", "story-p5"]
    assert sections[3].title == "More news"
    assert [story.topic for story in sections[3].stories] == ["unclassified", "unclassified"]


def test_a_user_s_own_groups_and_topics_get_the_letters_after_the_house_s() -> None:
    taxonomy = Taxonomy(
        topics=(
            *TAXONOMY.topics,
            Topic(id="rivers", name="Rivers", name_hi="नदियाँ"),
            Topic(id="stamps", name="Stamps", name_hi="टिकट"),
            Topic(id="birthdays", name="Birthdays", name_hi="जन्मदिन", kind=TopicKind.FEATURE),
        ),
        groups=(*TAXONOMY.groups, Group(id="water", name="Water", name_hi="जल", topics=("rivers",))),
    )
    articles = [replace(PACT, id=topic) for topic in ("rivers", "stamps", "birthdays", "unclassified")]
    chosen = [a_story_of(each, topic=each.id) for each in articles]

    sections = edited(articles, a_selection_of(*chosen), taxonomy=taxonomy).sections

    assert [(section.letter, section.title) for section in sections] == [
        ("J", "In News: Facts"),
        ("K", "Water"),
        ("L", "Stamps"),
        ("N", "More news"),
    ]


def test_a_taxonomy_with_more_sections_than_letters_goes_on_counting() -> None:
    groups = tuple(
        Group(id=f"g{number}", name=f"G{number}", name_hi="", topics=(f"t{number}",)) for number in range(20)
    )
    topics = tuple(Topic(id=f"t{number}", name=f"T{number}", name_hi="") for number in range(20))
    taxonomy = Taxonomy(topics=topics, groups=groups)
    articles = [replace(PACT, id=f"t{number}") for number in (15, 16, 19)]
    chosen = [a_story_of(each, topic=each.id) for each in articles]

    sections = edited(articles, a_selection_of(*chosen), taxonomy=taxonomy).sections

    assert [section.letter for section in sections] == ["Z", "Z2", "Z5"]


@pytest.mark.parametrize(
    ("period", "language", "title"),
    [
        (WEEK, None, "The Week in Review"),
        (WEEK, Language.HINDI, "सप्ताह की समीक्षा"),
        (DateRange(date(2026, 3, 1), date(2026, 3, 31)), Language.ENGLISH, "The Month in Review"),
        (DateRange(date(2026, 2, 1), date(2026, 2, 28)), Language.HINDI, "माह की समीक्षा"),
        (DateRange(date(2026, 3, 4), date(2026, 3, 4)), None, "The Day in Review"),
        (DateRange(date(2026, 3, 4), date(2026, 3, 13)), None, "The News in Review"),
        (DateRange(date(2026, 3, 4), date(2026, 3, 13)), Language.HINDI, "समाचार समीक्षा"),
    ],
)
def test_the_masthead_is_named_after_the_period(
    period: DateRange, language: Language | None, title: str
) -> None:
    article = in_language(PACT, language or Language.ENGLISH)

    issue = edited([article], a_selection_of(a_story_of(article), period=period, language=language))

    assert issue.masthead.title == title
    assert issue.masthead.language is (language or Language.ENGLISH)


def test_a_title_of_one_s_own_stands_on_the_masthead() -> None:
    assert edited([PACT], a_selection_of(a_story_of(PACT)), title="Our Weekly").masthead.title == "Our Weekly"


def test_the_masthead_names_a_whole_group_once_and_single_topics_by_themselves() -> None:
    security = next(group for group in TAXONOMY.groups if group.id == "security-all")

    issue = edited([PACT], a_selection_of(a_story_of(PACT), topics=("judiciary", *security.topics)))

    assert issue.masthead.topics == ("Judiciary & Landmark Judgments", security.name)


def test_a_story_bears_the_most_typical_code_of_its_topic_and_of_each_subject_it_touches() -> None:
    issue = edited([PACT], a_selection_of(replace(a_story_of(PACT), tags=("defence",))))
    story = issue.stories[0]
    topic, tag = TAXONOMY.topic("international-relations"), TAXONOMY.topic("defence")

    assert topic is not None
    assert tag is not None
    assert story.papers == topic.gs
    assert story.syllabus == (topic.syllabus[0], tag.syllabus[0])
    assert {code for code, _ in issue.syllabus} == set(story.syllabus)
    assert all(label for _, label in issue.syllabus)


def test_hindi_furniture_names_topics_and_sections_in_hindi() -> None:
    selection = a_selection_of(a_story_of(HINDI, topic="environment-biodiversity"), language=Language.HINDI)

    issue = edited([HINDI], selection)

    assert issue.sections[0].title == "पर्यावरण, भूगोल एवं आपदा"
    assert not issue.stories[0].topic_name.isascii()
    assert not any(label.isascii() for _, label in issue.syllabus)


def test_the_same_selection_makes_the_same_issue_and_another_rule_another_id() -> None:
    selection = a_selection_of(a_story_of(PACT), a_story_of(HINDI))

    first = edited([PACT, HINDI], selection)
    assert edited([HINDI, PACT], selection) == first
    assert edited([PACT, HINDI], a_selection_of(*selection.stories, topics=("defence",))).id != first.id
    assert edited([PACT, HINDI], a_selection_of(selection.stories[0])).id != first.id


def test_the_counts_add_up() -> None:
    issue = edited([PACT, HINDI], a_selection_of(a_story_of(PACT), a_story_of(HINDI)))

    assert issue.counts.articles_printed == 2
    assert issue.counts.statements == sum(len(printed(story)) for story in issue.stories)
    assert issue.counts.source_words == len(PACT.body.split()) + len(HINDI.body.split())
    assert issue.counts.statements_dropped == 0


def test_the_signature_changes_with_title_and_taxonomy_and_with_nothing_else() -> None:
    plain = ExtractiveEditor(TAXONOMY).signature

    assert ExtractiveEditor(TAXONOMY).signature == plain
    assert ExtractiveEditor(TAXONOMY, title="Ours").signature != plain
    assert ExtractiveEditor(replace(TAXONOMY, digest="other")).signature != plain
    assert plain.startswith("extractive 2 ")


def test_a_huge_article_is_edited_like_any_other() -> None:
    more = [
        f"District {number} had {number} cases of fever in the week, officials said."
        for number in range(4000)
    ]
    huge = replace(PACT, body="\n\n".join([PACT.body, *more]))

    assert sum(len(text.split()) for text in printed(the_story(huge))) <= 400
