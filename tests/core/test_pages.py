from magazine.core.pages import BackMatter, PageEstimate


def of_stories(count: int, words: int = 700, **back: int) -> float:
    estimate = PageEstimate(back=BackMatter(**back))
    for number in range(count):
        estimate = estimate.with_story("ABCDEFGHIJ"[number % 10], words)
    return estimate.pages


def test_more_stories_are_more_pages_and_a_long_source_prints_no_more_than_a_story_holds() -> None:
    assert of_stories(1) < of_stories(2) < of_stories(20)
    assert of_stories(20, words=100) < of_stories(20, words=700) == of_stories(20, words=9000)


def test_test_glossary_and_tables_take_pages_of_their_own() -> None:
    plain = of_stories(16)

    assert 6 <= of_stories(16, questions=20) - plain <= 8
    assert 1 <= of_stories(16, mains=6) - plain <= 3
    assert 0.5 <= of_stories(16, terms=18) - plain <= 1.5
    assert 0.5 <= of_stories(16, rows=30) - plain <= 1.5
    assert of_stories(16, questions=0, mains=0) == plain


def test_an_estimate_fits_whole_pages_to_the_nearest() -> None:
    pages = of_stories(10)
    estimate = PageEstimate()
    for number in range(10):
        estimate = estimate.with_story("ABCDEFGHIJ"[number % 10], 700)

    assert estimate.pages == pages
    assert estimate.fits(int(pages) + 1)
    assert not estimate.fits(int(pages) - 1)
