from pathlib import Path

import pytest

from magazine.core.article import Article
from magazine.core.dates import IST
from magazine.core.errors import UnreadableError
from magazine.ingest.draft import article_from
from magazine.ingest.markdown import read_markdown

TIDES = Article(
    id="a-3bedb36e29f4",
    title="Spring tides: what the ports expect",
    body="""\
Spring tides come twice a lunar month, when the Sun and the Moon pull along one line, says the port's almanac.

## Why it matters

- Deep ships enter at high water.
- Locks are opened an hour earlier.
- Pilots are doubled.

A tide table is a promise kept by the Moon.

| Port | Range |
| Kandla | 6.7 m |

range = high - low

Raw HTML is text""",
    url="https://harbour.example/tides",
    published="2026-03-09",
    category="Geography",
    source="Harbour Daily",
    author="Meera Nair, R. Pillai",
    licence="CC BY 4.0",
)


def article(text: str) -> Article:
    return article_from(read_markdown(text, IST), IST)


def test_markdown_with_front_matter_becomes_plain_paragraphs_headings_and_points() -> None:
    assert article((Path(__file__).parent / "fixtures/tides.md").read_text("utf-8")) == TIDES


def test_the_first_heading_is_the_title_when_no_front_matter_tells_one() -> None:
    read = article(
        "# Tides rise\n\nPublished: 9 March 2026\nBy Meera Nair\n\nThey fall.\n\nSource: Harbour Daily"
    )

    assert (read.title, read.published, read.author, read.source) == (
        "Tides rise", "2026-03-09", "Meera Nair", "Harbour Daily",
    )  # fmt: skip
    assert read.body == "They fall."


def test_a_heading_within_the_text_is_no_title() -> None:
    read = article("The tide rose twice.\n\n## At noon\n\nIt fell.\n")

    assert (read.title, read.body) == (
        "The tide rose twice.",
        "The tide rose twice.\n\n## At noon\n\nIt fell.",
    )


def test_windows_line_ends_make_no_difference() -> None:
    text = "---\ntitle: Tides\ndate: 2026-03-09\n---\n\nLine one.\nLine two.\n"

    assert article(text.replace("\n", "\r\n")) == article(text)
    assert article(text).body == "Line one. Line two."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**bold** and __bold__ and ***both***", "bold and bold and both"),
        ("*one* _two_ ~~three~~ `four`", "one two three four"),
        ("[a port](https://x.example/a_(b) 'title') and [another][1]", "a port and another"),
        ("a picture: ![alt](x.png) gone", "a picture: gone"),
        ("see <https://x.example/a>", "see https://x.example/a"),
        ("a note[^1] here", "a note here"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("snake_case_name and 2*3*4 and 2 ** 3 ** 4", "snake_case_name and 2*3*4 and 2 ** 3 ** 4"),
        ("AT&amp;T &lt; 5", "AT&T < 5"),
        ("if a < b and c > d", "if a < b and c > d"),
        ("**भारत**ने कहा", "भारतने कहा"),
        ("the tag `<div>` in <b>code</b>", "the tag <div> in code"),
        ("a <span style='display: none'>secret</span>b", "a b"),
    ],
)
def test_inline_marks_go_and_their_words_stay(marked: str, plain: str) -> None:
    assert article(f"# Title\n\n{marked}\n").body == plain


def test_template_and_tex_commands_are_only_text() -> None:
    hostile = "\\include{/etc/passwd} {{ 7*7 }} ${7*7} <%= 7*7 %> {% raw %} #{7*7}"
    read = article(f'---\ntitle: "\\input{{/etc/passwd}} $x^2$"\ndate: 2026-06-01\n---\n{hostile}\n')

    assert read.title == "\\input{/etc/passwd} $x^2$"
    assert read.body == hostile


def test_front_matter_that_is_no_yaml_is_read_as_people_meant_it() -> None:
    read = article("---\ntitle: Tides: what the ports expect\ndate: 2026-03-09\n---\nThey rise.\n")

    assert (read.title, read.published) == ("Tides: what the ports expect", "2026-03-09")


def test_front_matter_makes_texts_and_nothing_else() -> None:
    read = article(
        "---\ntitle: 2026\ndate: 2026-13-45\nsource: !!python/name:os.system\nlanguage: no\n---\nThey rise.\n"
    )

    assert (read.title, read.published, read.source) == ("2026", None, "")


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("a: &a [x, x]\nb: [*a, *a]", "aliases"),
        ("a: " + "[" * 30 + "]" * 30, "nested too deep"),
        ("- a\n- b", "not a list of fields"),
        ("title: [unclosed\nsecond line", "not YAML"),
        ("title: x\n" + "a: b\n" * 20_000, "64 kB"),
        ("title: !!python/object/apply:os.system ['true']", "title is not a text"),
    ],
    ids=["alias bomb", "depth", "a list", "no YAML", "huge", "object tag"],
)
def test_front_matter_that_cannot_be_used_is_refused_in_words(block: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        article(f"---\n{block}\n---\nThey rise.\n")


def test_a_rule_without_an_end_is_no_front_matter() -> None:
    assert article("---\n\nThe tide rises and falls.\n").body == "The tide rises and falls."


def test_front_matter_read_line_by_line_loses_no_text_to_a_hash() -> None:
    lines = ("# mine", "title: Sagar: port #3 opens", "source: C#: a paper", "date: 2026-03-09 # the day")
    read = article("\n".join(("---", *lines, "---", "It opened.\n")))

    assert (read.title, read.source, read.published) == ("Sagar: port #3 opens", "C#: a paper", "2026-03-09")


def test_who_speaks_in_brackets_is_text_and_a_links_address_is_none() -> None:
    spoken = "[Reporter]: Why did the Bank raise its rate?"

    assert article(f"# Talk\n\nHe was asked.\n\n{spoken}\n").body == f"He was asked.\n\n{spoken}"
    assert article("# Talk\n\nSee [it][1].\n\n[1]: https://x.example/a 'A page'\n").body == "See it."
    assert article("# Talk\n\nSee [it][1].\n\n[1]: <https://x.example/a>\n").body == "See it."
