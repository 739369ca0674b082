"""Weekly issues, edited extractively and proofread as the press does."""

from collections.abc import Sequence
from datetime import date, timedelta

from magazine.core.article import Article
from magazine.core.dates import DateRange
from magazine.core.issue import Issue
from magazine.core.proof import proofread
from magazine.core.ranking import story_id
from magazine.core.selection import SelectedStory, Selection, SelectionCounts
from magazine.edit import ExtractiveEditor
from magazine.edit.examiner import Examiner
from magazine.edit.presets import load_preset
from tests.builders import a_reference, a_rule, a_taxonomy, an_article

FIRST_MONDAY = date(2026, 3, 2)

BLAST = (
    "As many as 12 people were killed in a blast at a fireworks unit in Sivakasi, officials said. "
    "The unit belongs to Standard Fireworks Limited and employs 340 workers in Virudhunagar district. "
    "The Petroleum and Explosives Safety Organisation issued its licence in 2019. "
    "The Chief Minister announced ₹4 lakh for each of the families on Saturday. "
    "Sivakasi makes nine of every ten firecrackers that are sold in India, worth ₹6,000 crore a year. "
    "The Explosives Rules, 2008 allow at most four workers in one shed. "
    "The National Green Tribunal fined eleven units of the district ₹2 crore in 2023. "
    "The Directorate of Industrial Safety and Health inspected 870 units in January 2026."
)
RISEN = (
    "The number of people killed in the blast at the fireworks unit in Sivakasi rose to 15 people. "
    "The Madras High Court took up the matter on its own motion on Monday. "
    "A committee under Justice K. Chandru is to report within 45 days. "
    "The Explosives Act was passed in 1884 and is administered by the Union Government. "
    "The Supreme Court banned barium in firecrackers in 2021. "
    "Tamil Nadu has 1,087 licensed units with 2.5 lakh workers. "
    "The Council of Scientific and Industrial Research has licensed 1,500 makers of green crackers."
)


def blast(name: str = "blast-1", body: str = BLAST, day: str = "2026-03-07") -> Article:
    """Return a report of one event, whose toll the other text of this module raises."""
    return an_article(
        id=name,
        title=f"Blast at a fireworks unit in Sivakasi, report of {day}",
        body=body,
        url=f"https://news.example/{name}",
        published=day,
    )


def satellite(name: str = "sat-1", day: str = "2026-03-04") -> Article:
    """Return a report of something else."""
    body = (
        "The Indian Space Research Organisation launched the satellite EOS-09 from Sriharikota on Monday. "
        "The satellite weighs 1,696 kilograms and carries a C-band radar. "
        "It will watch the monsoon for five years, said the organisation in Bengaluru. "
        "The launch vehicle PSLV-C61 has flown 63 times since 1993."
    )
    return an_article(id=name, body=body, url=f"https://news.example/{name}", published=day)


def weekly(week: int, *stories: Sequence[Article], questions: int = 10) -> Issue:
    """Return the issue of a week, counted from the first of March 2026, of stories by their articles."""
    first = FIRST_MONDAY + timedelta(weeks=week - 1)
    articles = [article for story in stories for article in story]
    selection = Selection(
        rule=a_rule(period=DateRange(first, first + timedelta(days=6))),
        stories=tuple(_selected(story, place) for place, story in enumerate(stories)),
        counts=SelectionCounts(in_period=10, matched=len(articles) + 2, not_matched=8 - len(articles)),
    )
    examiner = Examiner(load_preset(), count=questions)
    draft = ExtractiveEditor(a_taxonomy(), examiner=examiner).edit(selection, articles)
    return proofread(draft.issue, fresh=True).issue


def _selected(articles: Sequence[Article], place: int) -> SelectedStory:
    references = tuple(
        a_reference(id=each.id, url=each.url, title=each.title, published=each.published or "")
        for each in articles
    )
    return SelectedStory(
        id=story_id(each.id for each in articles),
        topic="space",
        tags=(),
        score=10.0 - place,
        reasons=(),
        articles=references,
    )
