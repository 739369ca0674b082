"""A page of the web to a draft: fetched, decoded, read, and what its publisher's pages ask for."""

import re
from dataclasses import replace
from datetime import tzinfo
from urllib.parse import SplitResult, parse_qs, urlsplit

from magazine.core.dates import IST
from magazine.ingest.courier import Courier, Errand, Kind, NotFetchedError
from magazine.ingest.decoding import decoded
from magazine.ingest.draft import Draft
from magazine.ingest.identity import name_of, without_tracking
from magazine.ingest.page_html import read_page

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_RELEASE_HOSTS = frozenset({"pib.gov.in", "www.pib.gov.in"})
_RELEASE = "https://www.pib.gov.in/PressReleasePage.aspx?PRID={number}&reg={region}&lang={language}"
_REGIONS = {"1": "3", "2": "48"}
"""The Press Information Bureau's regional edition of each language: without it a page may come in Hindi."""


def fetch_page(url: str, courier: Courier, zone: tzinfo) -> Draft:
    """Return the article of a page, with its address.

    Args:
        url: Where it is.
        courier: Fetches it.
        zone: The zone of times that name none; pages of Indian hosts are in India's.

    Raises:
        NotFetchedError: It cannot be fetched, or is redirected to its site's front page.
        UnreadableError: It shows no text.
    """
    delivery = courier.fetch(Errand(url=release_address(url), kind=Kind.PAGE))
    if _is_front(delivery.url) and not _is_front(url):
        raise NotFetchedError("It leads to its site's front page: there is no such article.", is_lasting=True)
    charset = _CHARSET.search(delivery.content_type)
    text = decoded(delivery.body, told=charset[1] if charset else "", may_declare=True)
    draft = read_page(text, local_zone(delivery.url, zone))
    found_at = without_tracking(delivery.url)
    # A page may call itself only by an address of its own host.
    address = draft.url if draft.url and _host(draft.url) == _host(found_at) else found_at
    return replace(
        draft, url=address, id=draft.id or name_of(address), source=draft.source or _host(found_at)
    )


def local_zone(url: str, zone: tzinfo) -> tzinfo:
    """Return the zone of times that an address's publisher gives without one.

    Indian ones mean India's, also where no zone is named, as the Reserve Bank's feeds.
    """
    return IST if _host(url).endswith(".in") else zone


def release_address(link: str, feed: str = "") -> str:
    """Return the address of a release's own page for a link of the Press Information Bureau.

    Its feeds link to pages for frames, without the edition; any other link comes back as it is.

    Args:
        link: As the feed has it.
        feed: The feed's address, which tells the language.
    """
    parts = _split(link)
    number = parse_qs(parts.query.lower()).get("prid", [""])[0]
    if parts.hostname not in _RELEASE_HOSTS or not number.isdecimal():
        return link
    asked = parse_qs(parts.query.lower()) | parse_qs(_split(feed).query.lower())
    language = asked.get("lang", ["1"])[0]
    if language not in _REGIONS:
        return link
    return _RELEASE.format(number=number, region=_REGIONS[language], language=language)


def _is_front(url: str) -> bool:
    parts = _split(url)
    return parts.path in ("", "/") and not parts.query


def _host(url: str) -> str:
    return (_split(url).hostname or "").removeprefix("www.")


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
