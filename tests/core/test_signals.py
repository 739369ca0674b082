"""Signals for and against an article."""

import pytest

from magazine.core.signal_tables import EXCLUDES, INCLUDES
from magazine.core.signals import signals_of


@pytest.mark.parametrize(
    ("title", "signal"),
    [
        ("Cabinet approves four railway lines", "cabinet decision"),
        ("मंत्रिमंडल ने नई योजना को मंजूरी दी", "cabinet decision"),
        ("Lok Sabha passes the Jan Vishwas Bill", "law made or changed"),
        ("Supreme Court sets rules for bail", "court ruling"),
        ("Minister launches portal for gig workers", "scheme launched or changed"),
        ("NITI Aayog releases report on cities", "index or report"),
        ("India and Oman sign MoU on ports", "treaty or summit outcome"),
        ("Country’s first-ever hydrogen train runs", "first or record"),
        ("Two wetlands join the Ramsar list", "species, site or heritage"),
        ("RBI keeps the rate unchanged", "RBI or SEBI rule"),
        ("इसरो ने उपग्रह छोड़ा", "space or defence milestone"),
        ("Landslide cuts off Joshimath", "disaster"),
        ("India and France agree on reactors", "India and the world"),
    ],
)
def test_news_that_is_asked_for_is_recognised_by_its_title(title: str, signal: str) -> None:
    assert signals_of(title, "")[0] == (signal,)


@pytest.mark.parametrize(
    ("title", "signal"),
    [
        ("Prime Minister greets the nation on Holi", "greetings"),
        ("PM condoles the passing away of a singer", "condolence"),
        ("Tributes: PM pays homage to Birsa Munda", "anniversary tribute"),
        ("PM shares Sanskrit Subhashitam", "devotional post"),
        ("PM shares glimpses of his day", "shared post"),
        ("Text of PM’s address in Varanasi", "speech in full"),
        ("PM to visit Assam on 13th March", "event announced"),
        ("Governor of Kerala meets Prime Minister", "routine meeting"),
        ("IIM Ranchi holds its convocation", "routine event"),
        ("Ministry invites bids for a canteen", "tender or photo feature"),
        ("Opposition hits out at the minister", "party statement"),
        ("Leader holds election rally in Patna", "electioneering"),
        ("Three arrested in Pune", "crime brief"),
        ("Bollywood stars at a premiere", "celebrity"),
        ("Sensex falls 300 points", "stock moves"),
        ("सड़क हादसा: तीन घायल", "local accident"),
        ("Opinion | Why rivers matter", "opinion"),
        ("विपक्ष ने मंत्री पर साधा निशाना", "party statement"),
        ("पटना में चुनावी सभा में भीड़", "electioneering"),
        ("लूट के बाद फरार दो युवक दबोचे गए", "crime brief"),
        ("बिग बॉस के घर में नया मेहमान", "celebrity"),
        ("सोने के दाम फिर बढ़े", "stock moves"),
        ("बस पलटी, बारह यात्री घायल", "local accident"),
    ],
)
def test_news_that_nobody_is_examined_on_is_recognised(title: str, signal: str) -> None:
    assert signals_of(title, "")[1] == (signal,)


@pytest.mark.parametrize(
    "title",
    [
        "Cashless treatment scheme for road accident victims",
        "सड़क दुर्घटना पीड़ितों के लिए कैशलेस योजना",
        "NCRB: cases of theft fell, robbery too",
        "Election Commission sets rules for roadshow permits",
        "फिल्म महोत्सव में अभिनेता की शुरुआत",
    ],
)
def test_a_rule_about_such_news_is_not_such_news(title: str) -> None:
    assert signals_of(title, "")[1] == ()


def test_only_the_lead_counts_beside_the_title() -> None:
    assert signals_of("News", "The Constitution Bench ruled.")[0] == ("court ruling",)
    assert signals_of("News", "word " * 80 + "The Constitution Bench ruled.")[0] == ()
    assert signals_of("News", "It was inaugurated by those who were arrested.") == ((), ())


def test_an_ordinary_title_shows_no_signal() -> None:
    assert signals_of("Groundwater in twelve districts", "Levels fell again.") == ((), ())


def test_the_names_of_signals_are_unlike_one_another() -> None:
    names = [signal.name for signal in INCLUDES + EXCLUDES]

    assert len(set(names)) == len(names)
