"""The YAML block at the head of a Markdown file."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from magazine.core.errors import UnreadableError

if TYPE_CHECKING:
    import yaml

_BLOCK = re.compile(r"\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_PLAIN_FIELD = re.compile(r"(?:([A-Za-z][\w -]{0,40}):[ \t]*([\"']?)(.*?)\2)?[ \t]*(?:#.*)?")
_LARGEST = 65_536
_DEEPEST = 8
_PLAIN_TAGS = "tag:yaml.org,2002:"


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Return the fields of a text's front matter and the text after it; no fields without one.

    Every value is a text, a list or a mapping of such: nothing is made of what the
    text merely looks like, so ``date: 2026-13-45`` stays a text and a tag makes no object.

    Raises:
        UnreadableError: The block is not YAML, is no mapping, or is built to swell.
    """
    match = _BLOCK.match(text)
    if match is None:
        return {}, text
    return _fields(match[1]), text[match.end() :]


def _fields(block: str) -> dict[str, object]:
    import yaml  # noqa: PLC0415 - only Markdown needs it

    if len(block) > _LARGEST:
        raise UnreadableError("Its front matter is longer than 64 kB: keep title, date and the like there.")
    try:
        _refuse_swelling(yaml.parse(block, Loader=yaml.SafeLoader))
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return _plain_fields(block, error)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError("Its front matter is not a list of fields: write lines such as title: Tides.")
    return {str(key.value): _value(value) for key, value in node.value}


def _plain_fields(block: str, error: "yaml.YAMLError") -> dict[str, object]:
    """Read what is no YAML as people meant it: ``title: Sagar: a tide`` has all after the first colon."""
    fields: dict[str, object] = {}
    for number, line in enumerate(block.split("\n"), start=2):
        match = _PLAIN_FIELD.fullmatch(line)
        if match is None:
            raise UnreadableError(
                f"Its front matter is not YAML (line {number}): write lines such as title: Tides."
            ) from error
        if match[1]:
            fields[match[1]] = match[3]
    return fields


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
