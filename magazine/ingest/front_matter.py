"""The YAML block at the head of a Markdown file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from magazine.core.errors import UnreadableError

if TYPE_CHECKING:
    import yaml

_BLOCK = re.compile(r"\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
# "#3" is text, "# a remark" is none.
_PLAIN_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*([\"']?)(.*?)\2(?:[ \t]+#(?:[ \t].*)?)?[ \t]*")
_GUESSED = (
    "Its front matter is not YAML, so each of its lines was taken as it stands:"
    ' put a value with a colon in quotation marks, as title: "Sagar: a tide".'
)
_LARGEST = 65_536
_DEEPEST = 8
_PLAIN_TAGS = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The block at the head of a text."""

    fields: Mapping[str, object] = field(default_factory=dict)
    guessed: str = ""
    """What had to be guessed, for its owner; empty when it is good YAML."""


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return a text's front matter, which is empty when there is none, and the text after it.

    Every value is a text, a list or a mapping of such: nothing is made of what the
    text merely looks like, so ``date: 2026-13-45`` stays a text and a tag makes no object.

    Raises:
        UnreadableError: The block is neither YAML nor lines of fields, or is built to swell.
    """
    match = _BLOCK.match(text)
    if match is None:
        return FrontMatter(), text
    return _read(match[1]), text[match.end() :]


def _read(block: str) -> FrontMatter:
    import yaml  # noqa: PLC0415 - only Markdown needs it

    if len(block) > _LARGEST:
        raise UnreadableError("Its front matter is longer than 64 kB: keep title, date and the like there.")
    try:
        _refuse_swelling(yaml.parse(block, Loader=yaml.SafeLoader))
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return _line_by_line(block, error)
    if node is None:
        return FrontMatter()
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError("Its front matter is not a list of fields: write lines such as title: Tides.")
    return FrontMatter(fields={str(key.value): _value(value) for key, value in node.value})


def _line_by_line(block: str, error: "yaml.YAMLError") -> FrontMatter:
    """Read what is no YAML as people meant it: ``title: Sagar: a tide`` has all after the first colon."""
    fields: dict[str, object] = {}
    for number, line in enumerate(block.split("\n"), start=2):
        if not line.strip() or line.startswith("#"):
            continue
        match = _PLAIN_FIELD.fullmatch(line)
        if match is None:
            raise UnreadableError(
                f"Its front matter is not YAML (line {number}): write lines such as title: Tides."
            ) from error
        fields[match[1]] = match[3]
    return FrontMatter(fields=fields, guessed=_GUESSED)


def _refuse_swelling(events: "Iterable[yaml.Event]") -> None:
    import yaml  # noqa: PLC0415 - only Markdown needs it

    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableError("Its front matter uses YAML aliases: write each value out.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise UnreadableError("Its front matter is nested too deep: write lines such as title: Tides.")


def _value(node: "yaml.Node") -> object:
    import yaml  # noqa: PLC0415 - only Markdown needs it

    if isinstance(node, yaml.SequenceNode):
        return [_value(part) for part in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    is_null = isinstance(node, yaml.ScalarNode) and node.tag == f"{_PLAIN_TAGS}null"
    return None if is_null else getattr(node, "value", None)
