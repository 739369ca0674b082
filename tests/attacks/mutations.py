"""Bytes made worse, as bit rot, broken programs and attackers make them."""

import random
from collections.abc import Callable, Sequence

from tests.attacks.payloads import markup_payloads, naughty_strings

TOKENS: tuple[bytes, ...] = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\x1b[2J",
    b"\r",
    b"\n\n",
    b"\t",
    b"<",
    b">",
    b"&",
    b'"',
    b"'",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"-->",
    b"<?xml version='1.0'?>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"&#0;",
    b"&#x110000;",
    b"&#xD800;",
    b"&nosuch;",
    b"</item>",
    b"<item>",
    b"<entry>",
    b"</rss>",
    b"<title>",
    b"<link>http://[",
    b"<link href='http://[::1'/>",
    b"<base href='http://['>",
    b"<pubDate>",
    b"<p>",
    b"<div>",
    b"<table><tr><td colspan=1000000>",
    b"<svg>",
    b"<math>",
    b"<template>",
    b"<noscript>",
    b"<plaintext>",
    b"<script>",
    b"<style>",
    b"<select>",
    b"<frameset>",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"null",
    b"true",
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"9" * 400,
    b"\\u0000",
    b"\\ud800",
    b"- ",
    b"---\n",
    b"...",
    b"*a",
    b"&a ",
    b"!!python/object:os.system ",
    b"<<: ",
    b"? ",
    b"|",
    b"%",
    b"# ",
    b"> ",
    b"``",
    b"\\",
    b"$$",
    b"http://",
    b"http://[::1]",
    b"http://a:b@c/",
    b"javascript:",
    b"data:",
    b"0000-00-00",
    b"9999-12-31",
    b"30 Feb 2026",
    b"2026-W54",
    b"+9999",
    b"31/02/26",
    "१२ मार्च २०२६".encode(),
    "₹1,23,456.78 करोड़".encode(),
    "क्ष्म्य\u200d".encode(),
    "\u202e".encode(),
    "\u0301".encode() * 60,
    "ﷺ".encode(),
    "𝟗".encode(),
    "½".encode(),
    "İ".encode(),
    "\u2028".encode(),
    "\ufffe".encode(),
    b"x" * 5000,
    b" " * 5000,
)
"""What formats stumble over."""


def mutated(dice: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Return one of the seeds after one to twelve changes."""
    content = bytearray(dice.choice(seeds))
    for _ in range(min(dice.randint(1, 6), dice.randint(1, 12))):
        dice.choice(_CHANGES)(content, dice, seeds)
    return bytes(content)


def _place(content: bytearray, dice: random.Random) -> int:
    return dice.randrange(len(content) + 1)


def _span(content: bytearray, dice: random.Random) -> slice:
    start = _place(content, dice)
    return slice(start, start + min(dice.randint(1, 40), dice.randint(1, 4000)))


def _flip(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    for _ in range(dice.randint(1, 8)):
        if content:
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _cut_out(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    del content[_span(content, dice)]


def _cut_off(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    del content[_place(content, dice) :]


def _repeat(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    piece = bytes(content[_span(content, dice)])
    place = _place(content, dice)
    content[place:place] = piece * min(dice.randint(1, 200), max(1, 20_000 // max(len(piece), 1)))


def _insert(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    place = _place(content, dice)
    content[place:place] = dice.choice(TOKENS) * (dice.randint(2, 300) if dice.random() < 0.1 else 1)


def _attack(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    text = dice.choice(dice.choice((markup_payloads(), naughty_strings())))
    place = _place(content, dice)
    content[place:place] = text.encode("utf-8", "surrogatepass")


def _splice(content: bytearray, dice: random.Random, seeds: Sequence[bytes]) -> None:
    other = dice.choice(seeds)
    content[_place(content, dice) :] = other[dice.randrange(len(other) + 1) :]


def _swap(content: bytearray, dice: random.Random, _seeds: Sequence[bytes]) -> None:
    one, other = _span(content, dice), _span(content, dice)
    content[one], content[other] = bytes(content[other]), bytes(content[one])


_CHANGES: tuple[Callable[[bytearray, random.Random, Sequence[bytes]], None], ...] = (
    _flip,
    _cut_out,
    _cut_off,
    _repeat,
    _insert,
    _insert,
    _attack,
    _splice,
    _swap,
)
