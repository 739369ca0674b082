"""Files that were made to do harm, each of a few kilobytes or unpacked to more."""

import functools
import gzip
import io
import json
import zipfile
from collections.abc import Mapping

from tests.attacks.seeds import feeds

_ODD_DATES = (
    "Fri, 30 Feb 2026 10:00:00 GMT",
    "31/04/2026",
    "yesterday",
    "",
    "Mon, 01 Jan 0001 00:00:00 GMT",
    "2026-13-45T99:99:99Z",
    "Wed, 17 Jun 26 22:03 IST",
    "17 JUN 2026 10:03PM",
    "१७ जून २०२६",
    "1781712180",
    "2099-01-01T00:00:00Z",
    "9999-12-31T23:59:59+14:00",
    "0000-00-00",
    "-1",
    "1e400",
    "2026-06-17T22:03:00+99:99",
)


@functools.cache
def hostile_files() -> Mapping[str, bytes]:
    """Return every file by its name; the suffix says as what it is read."""
    return {**_feeds(), **_texts()}


def _feeds() -> dict[str, bytes]:
    rss = feeds()[0]
    title = b"<channel><title>"
    laughs = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    dates = "".join(
        f"<item><title>t{n}</title><pubDate>{day}</pubDate></item>" for n, day in enumerate(_ODD_DATES)
    )
    item = b"<item><title>x</title><link>https://x.example/</link></item>"
    return {
        "empty.xml": b"",
        "nul.xml": rss.replace(b" ", b"\x00"),
        "cut.xml": rss[: len(rss) // 2],
        "bom.xml": b"\xef\xbb\xbf" + rss,
        "leading_space.xml": b"\n\n   " + rss,
        "utf16.xml": rss.decode().encode("utf-16"),
        "says_latin1.xml": rss.replace(b'version="1.0"', b'version="1.0" encoding="ISO-8859-1"'),
        "undefined_entity.xml": rss.replace(title, title + b"&nosuch;&nbsp;"),
        "bare_amp.xml": rss.replace(title, title + b"a & b && <c"),
        "xxe_file.xml": _with_doctype(rss, '<!ENTITY x SYSTEM "file:///proc/self/environ">', "&x;"),
        "xxe_secret.xml": _with_doctype(rss, '<!ENTITY x SYSTEM "{secret}">', "&x;"),
        "xxe_http.xml": _with_doctype(rss, '<!ENTITY % d SYSTEM "{canary}"> %d;', ""),
        "laughs.xml": _with_doctype(rss, '<!ENTITY a "aaaaaaaaaa">' + laughs, "&k;"),
        "quadratic.xml": _with_doctype(rss, f'<!ENTITY a "{"a" * 20_000}">', "&a;" * 5_000),
        "deep.xml": rss.replace(title, title + b"<a>" * 20_000),
        "huge_title.xml": rss.replace(title, title + b"A" * 2_000_000),
        "many_items.xml": b"<rss><channel>" + item * 20_000 + b"</channel></rss>",
        "many_links.xml": b"<rss><channel><item><description>"
        + b"&lt;a&gt;" * 60_000
        + b"</description></item>",
        "gzip.xml": gzip.compress(rss),
        "gzip_bomb.xml": gzip.compress(b"\x00" * 60_000_000),
        "gzip_cut.xml": gzip.compress(rss)[:-20],
        "dates.xml": f"<rss><channel><title>d</title>{dates}</channel></rss>".encode(),
        "same_guid.xml": b"<rss><channel>" + item.replace(b"</title>", b"</title><guid>1</guid>") * 4,
        "js_link.xml": b"<rss><channel>" + item.replace(b"https:", b"javascript:") + b"</channel></rss>",
        "broken_link.xml": b"<rss><channel>" + item.replace(b"x.example", b"[::1") + b"</channel></rss>",
        "open_cdata.xml": b"<rss><channel><item><title><![CDATA[never closed",
        "controls.xml": rss.replace(title, title + bytes(range(1, 32))),
        "not_a_feed.xml": b"<html><body><h1>404</h1></body></html>",
        "right_to_left.xml": rss.replace(title, title + "\u202efdp.live\u2066".encode()),
        "zalgo.xml": rss.replace(title, title + ("Z" + "\u0301\u0337" * 500).encode()),
    }


def _with_doctype(rss: bytes, declared: str, used: str) -> bytes:
    text = rss.decode().replace("<rss", f"<!DOCTYPE rss [{declared}]><rss", 1)
    return text.replace("<title>", f"<title>{used}", 2).encode()


def _texts() -> dict[str, bytes]:
    aliases = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{f'*{chr(97 + n)},' * 9}]\n" for n in range(8))
    slip = io.BytesIO()
    with zipfile.ZipFile(slip, "w") as archive:
        archive.writestr("../../evil.md", "# Out")
    surrogates = '{"items":[{"id":"1","title":"\\ud800 half","content_text":"\\udfff\\ud83d body"}]}'
    return {
        "slip.md": slip.getvalue(),
        "nested.json": b"[" * 100_000,
        "nested_rows.jsonl": b'{"a":' * 50_000,
        "long_number.json": b'{"title":"t","body":' + b"9" * 10_000 + b"}",
        "array.json": b"[]",
        "wrong_types.json": json.dumps(
            {"items": [{"title": 1, "body": ["x"], "published": {}}, 2, None]}
        ).encode(),
        "surrogates.json": surrogates.encode(),
        "surrogates.jsonl": (surrogates + "\n").encode(),
        "tex.md": b'---\ntitle: "\\input{/etc/passwd} $x^2$ \\write18{id}"\n---\n{{ 7*7 }} ${7*7} <%= 7 %>\n',
        "aliases.md": f"---\na: &a [x,x,x]\n{aliases}title: *i\n---\nBody\n".encode(),
        "object.md": b"---\ntitle: !!python/object/apply:os.system ['touch evil']\n---\nBody\n",
        "crlf.md": b"---\r\ntitle: T\r\n---\r\nBody\r\n",
        "path_title.md": b"---\ntitle: ../../../../tmp/evil\n---\nBody.\n",
        "sql.md": b"---\ntitle: Robert'); DROP TABLE article;--\n---\nBody.\n",
        "stars.md": b"*" * 200_000,
        "brackets.md": b"[" * 100_000 + b"](" * 1000,
        "fences.md": b"```\n" * 50_000,
        "nested.html": b"<div>" * 30_000 + b"text",
        "unclosed.html": b"<table><tr><td>" * 10_000 + b"x",
        "attributes.html": b"<p " + b"a=b " * 100_000 + b">x",
        "entities.html": b"<p>" + b"&amp;" * 200_000,
        "comment.html": b"<html><!--" + b"-" * 500_000,
        "saved_from.html": b"<!-- saved from url=(0009)http://[ --><html><body><p>A text of a few words.",
        "canonical.html": b"<html><head><link rel=canonical href='http://[::1'><base href='http://['></head><p>Text.",
        "remote.html": b"<html><body><h1>T</h1><p>Para one has enough words to be kept as text.</p>"
        b'<img src="{canary}"><img src="{secret}"><iframe src="{secret}">',
        "long_line.txt": b"word " * 300_000,
        "long_word.txt": b"x" * 1_000_000,
        "one_letter_lines.txt": b"x\n" * 200_000,
        "nuls.txt": b"\x00" * 100_000,
    }
