"""Reads an article once, for the figures that the library keeps beside it."""

import hashlib

from magazine.core.appraisal import Appraisal
from magazine.core.article import Article
from magazine.core.classify import Classifier
from magazine.core.signals import signals_of

APPRAISAL_VERSION = 2
"""Grows when the same article and taxonomy would get other figures."""

_MARKS = frozenset(("##", "-"))


def appraise(article: Article, classifier: Classifier) -> Appraisal:
    """Return the article's topics, signals and length."""
    includes, excludes = signals_of(article.title, article.body)
    return Appraisal(
        topics=classifier.topics_of(article.title, article.body, article.category),
        includes=includes,
        excludes=excludes,
        words=sum(word not in _MARKS for word in article.body.split()),
        text_hash=text_hash(article),
    )


def text_hash(article: Article) -> str:
    """Return the SHA-256 of title and body, case and spacing aside, in hexadecimal."""
    text = " ".join(f"{article.title} {article.body}".casefold().split())
    return hashlib.sha256(text.encode()).hexdigest()
