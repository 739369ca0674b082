"""The plain summary: an article's own sentences up to a number of words."""

from magazine.core.article import Article
from magazine.core.manuscript import read_manuscript
from magazine.edit.centrality import Weights, choose, weigh

_WEIGHTS = Weights()


def summary(article: Article, max_words: int, weights: Weights = _WEIGHTS) -> tuple[str, ...]:
    """Return the ids of the sentences that best stand for an article, in reading order.

    Args:
        article: What is summed up; its title guides the choice and is not part of it.
        max_words: The most words that the sentences may have together.
        weights: What counts how much.
    """
    weighing = weigh([read_manuscript(article)], weights, spare=True)
    return tuple(line.sentence.id for line in choose(weighing, weighing.lines, max_words))
