"""Loads the bundled taxonomy, and joins the user's topics to it."""

import difflib
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from magazine.core.errors import ConfigurationError
from magazine.core.topics import UNCLASSIFIED, Group, Taxonomy, Topic
from magazine.taxonomy.entries import GroupEntry, SyllabusFile, TopicEntry, TopicsFile

_BUNDLED = Path(__file__).resolve().parent
# libyaml reads the 190 kB of topics eight times as fast; not every build of PyYAML has it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_File = TypeVar("_File", TopicsFile, SyllabusFile)


def load_taxonomy(user_file: Path | None = None) -> Taxonomy:
    """Return the bundled taxonomy with the user's topics joined to it.

    Args:
        user_file: A topics.yaml. Its topics and groups are added, or replace those of
            the same id. A new topic goes into the group it names, else into the one
            that lists it, else into one of its own.

    Raises:
        ConfigurationError: The file cannot be read or used; the message names file and field.
    """
    bundled = _read(_BUNDLED / "topics.yaml", TopicsFile)
    syllabus = _read(_BUNDLED / "syllabus.yaml", SyllabusFile)
    topics = {entry.id: entry.topic() for entry in bundled.topics}
    groups = {entry.id: entry.group() for entry in bundled.groups}
    if user_file is not None:
        own = _read(user_file, TopicsFile)
        _refuse_mistakes(own, user_file, topics, groups)
        topics |= {entry.id: entry.topic() for entry in own.topics}
        groups = _joined_groups(groups, own)
    ordered = tuple(sorted(topics.values(), key=lambda topic: topic.order))
    labels = tuple(syllabus.codes.items())
    return Taxonomy(
        topics=ordered,
        groups=tuple(groups.values()),
        syllabus=labels,
        syllabus_hi=tuple(syllabus.codes_hi.items()),
        digest=_digest(ordered, groups.values(), (*labels, *syllabus.codes_hi.items())),
    )


def _joined_groups(groups: Mapping[str, Group], own: TopicsFile) -> dict[str, Group]:
    joined = dict(groups) | {entry.id: entry.group() for entry in own.groups}
    for entry in own.topics:
        if entry.group is not None:
            joined = {key: _without(group, entry.id) for key, group in joined.items()}
            named = joined[entry.group]
            joined[entry.group] = replace(named, topics=(*named.topics, entry.id))
        elif not any(entry.id in group.topics for group in joined.values()):
            joined[entry.id] = GroupEntry(
                id=entry.id, name=entry.name, name_hi=entry.name_hi, topics=(entry.id,)
            ).group()
    return {key: group for key, group in joined.items() if group.topics}


def _without(group: Group, topic_id: str) -> Group:
    return replace(group, topics=tuple(topic for topic in group.topics if topic != topic_id))


def _read(path: Path, kind: type[_File]) -> _File:
    try:
        content = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader, in C
    except OSError as error:
        raise ConfigurationError(
            f"The topics file {path} cannot be read ({error.strerror}).",
            hint="Check the path and its rights.",
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise ConfigurationError(
            f"The topics file {path} is not YAML{_place(error)}.",
            hint="Check quotes, colons and indents there.",
        ) from error
    except RecursionError as error:
        raise ConfigurationError(f"The topics file {path} is nested too deeply.") from error
    try:
        return kind.model_validate({} if content is None else content)
    except ValidationError as error:
        raise _mistake(path, error) from error


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""


def _mistake(path: Path, error: ValidationError) -> ConfigurationError:
    # A misspelt field explains the missing one beside it.
    mistakes = error.errors(include_url=False, include_input=False)
    first = min(mistakes, key=lambda mistake: mistake["type"] != "extra_forbidden")
    others = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
    field = _field(first["loc"])
    message = f"{path}: {field}: {_trouble(first)}{others}."
    return ConfigurationError(message, hint=_advice(first))


def _field(location: tuple[int | str, ...]) -> str:
    """Return a field's place as people count: ``topics[2].keywords`` is of the second topic."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(parts).lstrip(".") or "the file"


def _trouble(error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        return "there is no such field"
    if error["type"] == "missing":
        return "is missing"
    if error["type"] == "string_pattern_mismatch" and error["loc"][-1] in ("id", "group"):
        return "is not an id such as coastal-security"
    words = error["msg"]
    return words[0].lower() + words[1:]


def _advice(error: ErrorDetails) -> str:
    if error["type"] == "string_type":
        return "Put it into quotes: YAML reads a bare number, date, yes or no as something else."
    if error["type"] != "extra_forbidden":
        return "The bundled topics show the form: magazine library topics"
    *parents, field = error["loc"]
    fields = {"topics": TopicEntry.model_fields, "groups": GroupEntry.model_fields}
    return _did_you_mean(str(field), fields[str(parents[0])] if parents else TopicsFile.model_fields)


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = difflib.get_close_matches(word, names, n=2, cutoff=0.5)
    return f"Did you mean {' or '.join(close)}?" if close else f"It is one of: {', '.join(names)}."


def _refuse_mistakes(
    own: TopicsFile, path: Path, topics: Mapping[str, Topic], groups: Mapping[str, Group]
) -> None:
    _refuse_ids("topic", [entry.id for entry in own.topics], path)
    _refuse_ids("group", [entry.id for entry in own.groups], path)
    known_topics = [*topics, *(entry.id for entry in own.topics)]
    known_groups = [*groups, *(entry.id for entry in own.groups)]
    for entry in own.topics:
        if entry.group is not None and entry.group not in known_groups:
            raise _unknown(path, f"topic {entry.id!r}", "group", entry.group, known_groups)
    for group in own.groups:
        for name in group.topics:
            if name not in known_topics:
                raise _unknown(path, f"group {group.id!r}", "topic", name, known_topics)


def _refuse_ids(kind: str, ids: list[str], path: Path) -> None:
    for entry_id in ids:
        if ids.count(entry_id) > 1:
            raise ConfigurationError(
                f"{path}: there are two {kind}s {entry_id!r}.", hint="Give one of them another id."
            )
        if entry_id == UNCLASSIFIED:
            raise ConfigurationError(
                f"{path}: {UNCLASSIFIED!r} names the articles without a topic.", hint="Choose another id."
            )


def _unknown(path: Path, owner: str, kind: str, name: str, known: list[str]) -> ConfigurationError:
    return ConfigurationError(
        f"{path}: {owner} names the {kind} {name!r}, which there is not.", hint=_did_you_mean(name, known)
    )


def _digest(topics: Iterable[Topic], groups: Iterable[Group], syllabus: Iterable[tuple[str, str]]) -> str:
    content = [[asdict(topic) for topic in topics], [asdict(group) for group in groups], list(syllabus)]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
