"""The schema a reply must have, in the words that every server's strict mode understands."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

_KEPT = frozenset({"type", "enum", "description"})
"""Limits, patterns and defaults are left out: servers refuse them, and the reply's own model holds them."""


def strict_schema(reply: type[BaseModel]) -> dict[str, Any]:
    """Return a reply's JSON schema: every key required and no other, nothing shared, no limits.

    Raises:
        ValueError: The reply holds itself.
    """
    whole = reply.model_json_schema()
    return _strict(whole, whole.get("$defs", {}), ())


def _strict(node: Mapping[str, Any], shared: Mapping[str, Any], within: tuple[str, ...]) -> dict[str, Any]:
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        if name in within:
            raise ValueError(f"the reply's {name} holds itself")
        rest = {key: value for key, value in node.items() if key != "$ref"}
        return _strict({**shared[name], **rest}, shared, (*within, name))
    strict = {key: node[key] for key in node if key in _KEPT}
    if "const" in node:
        strict["enum"] = [node["const"]]
    if "anyOf" in node:
        strict["anyOf"] = [_strict(each, shared, within) for each in node["anyOf"]]
    if "items" in node:
        strict["items"] = _strict(node["items"], shared, within)
    if node.get("type") == "object":
        fields = node.get("properties", {})
        strict["properties"] = {name: _strict(each, shared, within) for name, each in fields.items()}
        strict |= {"required": list(fields), "additionalProperties": False}
    return strict
