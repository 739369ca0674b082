from pathlib import Path

import pytest

from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.ingest.draft import article_from
from magazine.ingest.page_text import is_page_text, read_page_text

PAGE = (Path(__file__).parent / "fixtures/coconut_page.txt").read_text("utf-8")

COCONUTS = Article(
    id="a-6e6e1c48ef8a",
    title="Coconut promotion scheme in the Union Budget",
    body="""\
## Why in News

- The Ministry of Agriculture told the Lok Sabha that a Coconut Promotion Scheme was announced in the Union \
Budget 2026-27.

## India and the coconut

- India is the world’s largest producer of coconuts, with 30.37% of the global production.
- The crop covers about 2165.20 thousand hectares of the country, of nearly 12390 thousand hectares in \
the world.
- About 30 million people, including nearly 10 million farmers, depend on coconuts for their livelihood.

## The scheme

- It is to replace old and non-productive trees with new saplings, plants and varieties.
- It is part of a ₹350 crore allocation for high-value agriculture, which includes cashew and cocoa.""",
    published="2026-03-18T18:45:00+05:30",
    category="Agriculture",
    source="Press Information Bureau",
    author="Kavitha",
)
SAGARMALA = Article(
    id="a-ead90d3c9c72",
    title="Sagarmala: 78 of 129 projects completed",
    body="'The Ministry of Ports, Shipping and Waterways has sanctioned 129 projects worth ₹9,053.56 crore.'"
    " Of these, 78 projects have been succ",
    is_stub=True,
)


def articles(text: str) -> list[Article]:
    return [article_from(draft, IST) for draft in read_page_text(text)]


def test_a_copied_page_is_its_article_and_its_teasers_without_the_banner() -> None:
    first, second, third = articles(PAGE)

    assert first == COCONUTS
    assert second == SAGARMALA
    assert (third.title, third.is_stub, third.published) == (
        "Foreign investment in food processing",
        True,
        None,
    )
    assert not any("3 easy steps" in article.body for article in (first, second, third))


@pytest.mark.parametrize("sign", ["- ", "* ", "•", "● "])
def test_points_may_have_any_sign(sign: str) -> None:
    assert articles(PAGE.replace("  • ", sign))[0] == COCONUTS


def test_a_source_may_be_credited_with_a_colon() -> None:
    assert articles(PAGE.replace("Source- ", "Source: "))[0] == COCONUTS


def test_a_page_without_teasers_or_source_is_its_article() -> None:
    head = PAGE.split("Source-")[0]

    (only,) = articles(head)

    assert (only.title, only.body, only.source) == (COCONUTS.title, COCONUTS.body, "")


def test_a_page_that_ends_at_its_teasers_has_no_more_of_them() -> None:
    assert len(articles(PAGE.split("13 Mar")[0])) == 2


def test_many_teasers_have_as_many_ids() -> None:
    teasers = "".join(
        f"{day} Dec\n\nTitle {day}\n\nText of {day} that is cu\n\nRead More\n\n" for day in range(1, 31)
    )

    found = articles(PAGE.split("25 Mar")[0] + teasers)

    assert len(found) == 31
    assert len({article.id for article in found}) == 31
    assert all(article.published is None for article in found[1:])


def test_the_last_teaser_does_not_swallow_the_banner_when_its_link_is_missing() -> None:
    last = articles(PAGE[: PAGE.rindex("Read More")] + "A Magazine of Your Own\n\nBuild it in 3 easy steps")[
        -1
    ]

    assert last.body.endswith("The funds for infras")


def test_a_page_with_a_category_alone_has_no_author() -> None:
    (only,) = articles("World\n22/06/24 07:16 AM IST\nA pact\nIn News\n• It was signed.\n")

    assert (only.category, only.author) == ("World", "")


@pytest.mark.parametrize(
    "text",
    [
        "Tides rise\n\nThey fall.\n",
        "Tides rise\nBy Meera Nair\n22/06/24 07:16 AM IST\nThe tide would rise twice today.\n",
        "22/06/24 07:16 AM IST\n",
    ],
    ids=["no stamp", "a title above the stamp", "nothing but a stamp"],
)
def test_other_texts_are_no_such_page(text: str) -> None:
    assert not is_page_text(text)
