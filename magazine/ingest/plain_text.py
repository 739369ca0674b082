"""Plain text: a title, perhaps a byline and a date, and paragraphs."""

from datetime import tzinfo

from magazine.ingest.draft import Draft
from magazine.ingest.markup import without_markup
from magazine.ingest.particulars import take_particulars
from magazine.ingest.prose import is_hard_wrapped

_LONGEST_TITLE = 25


def read_plain_text(text: str, zone: tzinfo) -> Draft:
    """Return the article of a plain text.

    Its first line is the title when it reads like one: short, no sentence, and
    with a text after it.
    """
    text = without_markup(text)
    is_wrapped = is_hard_wrapped(text)
    above = take_particulars(text.splitlines(), zone)
    title, lines = _title(above.rest, needs_gap=is_wrapped)
    below = take_particulars(lines, zone) if title else above
    draft = Draft(title=title, body="\n".join(below.rest), is_wrapped=is_wrapped)
    return below.completing(above.completing(draft))


def _title(lines: list[str], *, needs_gap: bool) -> tuple[str, list[str]]:
    if len(lines) < 2 or (needs_gap and lines[1].strip()):  # noqa: PLR2004 - a title and a text
        return "", lines
    first = lines[0].strip()
    is_title = (
        len(first.split()) <= _LONGEST_TITLE
        and first[-1] not in ".।;,:"
        and not first.startswith(("•", "- "))
    )
    return (first, lines[1:]) if is_title else ("", lines)
