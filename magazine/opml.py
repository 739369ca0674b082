"""Subscriptions as other readers of feeds exchange them: OPML 2.0."""

import re
from collections.abc import Iterable
from typing import Any

from magazine.core.errors import UnreadableError, UsageError
from magazine.ingest.cleaning import clean_line
from magazine.sources import Source, new_source

_OURS = "https://pypi.org/project/custom-magazine/sources"
"""The namespace of the fields that OPML itself does not have."""
_LARGEST = 5_000_000
_LONGEST_NAME = 120
_BARE_AMPERSAND = re.compile(rb"&(?!#?\w{1,31};)")
_NO_OPML = "It is no OPML: export the subscriptions of your reader as OPML."


def read_opml(content: bytes) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Return the sources of an OPML file, each address once, and the entries that cannot be sources.

    Raises:
        UnreadableError: It is no OPML, holds a document type, or is larger than 5 MB.
    """
    found: dict[str, Source] = {}
    refused: list[str] = []
    for outline in _tree(content).iter("outline"):
        url = (outline.get("xmlUrl") or "").strip()
        if not url:
            continue
        try:
            found.setdefault(url, _source(outline, url))
        except UsageError as error:
            refused.append(error.message)
    return tuple(found.values()), tuple(refused)


def write_opml(sources: Iterable[Source]) -> bytes:
    """Return sources as an OPML file, from which ``read_opml`` makes the same ones."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.Element("opml", version="2.0", nsmap={"magazine": _OURS})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Magazine sources"
    body = etree.SubElement(root, "body")
    for source in sources:
        outline = etree.SubElement(
            body, "outline", type="rss", text=source.name, title=source.name, xmlUrl=source.url
        )
        outline.set("category", ",".join(source.topics))
        outline.set("language", source.language)
        for name, value in (("licence", source.licence.value), ("tier", str(source.tier))):
            outline.set(f"{{{_OURS}}}{name}", value)
        for name, flag in (("on", source.on), ("verified", source.verified)):
            outline.set(f"{{{_OURS}}}{name}", "yes" if flag else "no")
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _tree(content: bytes) -> Any:  # noqa: ANN401 - lxml is not typed
    from lxml import etree  # noqa: PLC0415 - slow to import

    if len(content) > _LARGEST:
        raise UnreadableError(f"The OPML file is larger than {_LARGEST // 1_000_000} MB.")
    # Readers write bare ampersands into titles: such slips are forgiven, document types are not.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(_BARE_AMPERSAND.sub(b"&amp;", content), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(_NO_OPML) from error
    if root is None or root.tag != "opml":
        raise UnreadableError(_NO_OPML)
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("The OPML file holds a document type, which no reader of feeds writes.")
    return root


def _source(outline: Any, url: str) -> Source:  # noqa: ANN401 - lxml is not typed
    name = clean_line(outline.get("title") or outline.get("text") or "")[:_LONGEST_NAME].rstrip()
    ours = {key: outline.get(f"{{{_OURS}}}{key}") for key in ("licence", "tier", "on", "verified")}
    told = {key: value for key, value in ours.items() if value}
    if not told:
        return new_source(url, name=name)
    topics = tuple(filter(None, (topic.strip() for topic in (outline.get("category") or "").split(","))))
    return new_source(url, name=name, topics=topics, language=outline.get("language") or "", **told)
