"""A manifest's file to its form, with the line of every value.

A stranger's or a hasty hand's YAML: too large, too deep, full of aliases, with keys given
twice. Nothing is built before it is known to be small; every scalar is taken as the text
that stands there, and the form decides what it means.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from magazine.core.errors import ConfigurationError
from magazine.manifest.forms import EmailForm, IssueForm, ManifestForm, MatrixForm, ModelForm
from magazine.manifest.mistakes import ManifestError, Mistake, nearest

MOST_BYTES, MOST_DEPTH = 8_000_000, 12
Loc = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's is many times quicker, where PyYAML was built with it."""
_ROUNDS = 3
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest that has the right form; whether its words mean anything is seen later."""

    path: Path
    form: ManifestForm
    """What it says, without the values that were found to be mistakes."""
    lines: Mapping[Loc, int]
    mistakes: tuple[Mistake, ...] = ()
    """Of form; those of meaning are found by whoever knows topics, themes and brands."""

    def beside(self, name: str) -> Path:
        """Return the path of a file that it names: beside it, unless ``~`` or a slash says otherwise."""
        # By os.path, which leaves the name of a user that there is not as it is.
        return self.path.parent / os.path.expanduser(name)  # noqa: PTH111

    def line(self, *loc: str | int) -> int:
        """Return the line where a value stands, or what it would stand in."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_manifest(path: Path) -> Manifest:
    """Return the manifest of a file, with its mistakes of form.

    Raises:
        ConfigurationError: It cannot be read.
        ManifestError: It is no YAML, or none that is taken.
    """
    text = _text(path)
    try:
        _refuse_bombs(path, text)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ManifestError(path, [_broken(error)]) from error
    lines: dict[Loc, int] = {(): 1}
    mistakes: list[Mistake] = []
    value = _value(node, (), lines, mistakes) if node else {}
    form = _form(value, lines, mistakes)
    return Manifest(path=path, form=form, lines=lines, mistakes=tuple(mistakes))


def manifest_schema() -> dict[str, Any]:
    """Return the JSON Schema of a manifest, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ManifestForm.model_json_schema()}


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        if len(content) > MOST_BYTES:
            raise ConfigurationError(f"{path} is larger than 8 MB.", hint="Part it into several manifests.")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(
            f"Cannot read the manifest {path}: {error.strerror}.", hint="Give a YAML file that is there."
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is no text in UTF-8.", hint="Save it as UTF-8.") from error


def _refuse_bombs(path: Path, text: str) -> None:
    depth, mistakes = 0, []
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = _line(event.start_mark)
        if depth > MOST_DEPTH:
            raise ManifestError(path, [Mistake(line, "The nesting is too deep for a manifest.")])
        # A few lines that each repeat the last ten times are a billion; a cycle has no end.
        if isinstance(event, yaml.AliasEvent):
            mistakes.append(
                Mistake(line, "YAML aliases are not taken.", "Put what issues share under defaults.")
            )
    if mistakes:
        raise ManifestError(path, mistakes)


def _value(node: yaml.Node, loc: Loc, lines: dict[Loc, int], mistakes: list[Mistake]) -> Any:  # noqa: ANN401
    """Return what a node says, in plain lists, dicts and texts; note the line of each."""
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            lines[(*loc, index)] = _line(child.start_mark)
        return [_value(child, (*loc, index), lines, mistakes) for index, child in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return None if node.tag == _NULL else str(node.value)
    found: dict[str, Any] = {}
    for key_node, child in node.value:
        line, key = _line(key_node.start_mark), key_node.value
        if not isinstance(key, str):
            mistakes.append(Mistake(line, "A key must be a word."))
            continue
        if key in found:
            mistakes.append(
                Mistake(line, f"{key} stands here again; it is already on line {lines[(*loc, key)]}.")
            )
        lines[(*loc, key)] = line
        found[key] = _value(child, (*loc, key), lines, mistakes)
    return found


def _form(value: Any, lines: Mapping[Loc, int], mistakes: list[Mistake]) -> ManifestForm:  # noqa: ANN401
    """Return the form of what can be used, so that one mistake does not hide another."""
    for attempt in range(_ROUNDS):
        try:
            return ManifestForm.model_validate(value)
        except ValidationError as error:
            # Later rounds only take away what an earlier mistake has left incomplete.
            mistakes += _mistakes(error, lines) if attempt == 0 else ()
            for each in error.errors(include_url=False, include_input=False):
                # What lacks something is of no use as a whole.
                loc = each["loc"][:-1] if each["type"] == "missing" else each["loc"]
                value = _without(value, _standing(loc, lines))
    return ManifestForm()


def _standing(loc: Loc, lines: Mapping[Loc, int]) -> Loc:
    """Return the nearest place that is in the file: below it stand names of alternatives, not of keys."""
    while loc and loc not in lines:
        loc = loc[:-1]
    return loc


def _without(value: Any, loc: Loc) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return a value without what stands at a place; an item of a list becomes an empty one."""
    if not loc:
        return {}
    if isinstance(value, dict) and loc[0] in value:
        rest = {key: each for key, each in value.items() if key != loc[0]}
        return rest if len(loc) == 1 else rest | {loc[0]: _without(value[loc[0]], loc[1:])}
    if isinstance(value, list) and isinstance(loc[0], int) and loc[0] < len(value):
        value = [*value]
        value[loc[0]] = _without(value[loc[0]], loc[1:])
    return value


def _line(mark: Any) -> int:  # noqa: ANN401 - PyYAML's or libyaml's
    return int(mark.line) + 1 if mark else 1


def _broken(error: yaml.YAMLError) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    return Mistake(
        mark.line + 1 if mark else 1, f"This is not YAML: {problem}.", "Check indents, colons, quotes."
    )


def _mistakes(error: ValidationError, lines: Mapping[Loc, int]) -> Iterator[Mistake]:
    told: set[Loc] = set()
    for each in error.errors(include_url=False, include_input=False):
        loc = _standing(each["loc"], lines)
        if loc in told:  # another of the forms that the same value could have
            continue
        told.add(loc)
        message, hint = _words(each["type"], each["msg"], loc, each.get("ctx", {}))
        yield Mistake(lines.get(loc, 1), message, hint)


_SENTENCES = {
    "int_parsing": "it is no whole number",
    "float_parsing": "it is no number",
    "bool_parsing": "it is neither true nor false",
    "list_type": "it is no list",
    "value_error": "it holds a letter that cannot be printed",
    "missing": "it says too little: host, from and to must be there",
}


def _words(kind: str, message: str, loc: Loc, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong and what was meant, in a user's words."""
    keys = [part for part in loc if isinstance(part, str)]
    place = keys[-1] if keys else "the manifest"
    if kind == "extra_forbidden":
        return f"{place}: there is no such key.", nearest(place, _known(loc[:-1]))
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return f"{place}: it holds no keys.", "Write them below it, as key: value."
    if kind == "string_pattern_mismatch":
        return f"{place}: it is no e-mail address.", "Write it as name@example.org."
    if "expected" in context:
        return f"{place}: it can be {context['expected']}.", ""
    return f"{place}: {_SENTENCES.get(kind) or message[:1].lower() + message[1:]}.", ""


def _known(loc: Loc) -> list[str]:
    """Return the keys that the mapping at a place may have."""
    forms: dict[str | int, type[BaseModel]] = {
        "defaults": IssueForm,
        "issues": IssueForm,
        "matrix": MatrixForm,
        "model": ModelForm,
        "email": EmailForm,
    }
    form = forms[loc[0]] if loc else ManifestForm
    return [field.alias or name for name, field in form.model_fields.items()]
