"""The instructions a model gets: Markdown files with front matter, a user's copy first.

A prompt's text is sent as it stands: nothing of an article ever becomes part of it.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from magazine.artefacts import write_whole
from magazine.assets import bundled
from magazine.core.errors import ConfigurationError, OutputError, UsageError
from magazine.edit.model.replies import MendReply, StoryReply

_REPLIES: Mapping[str, type[BaseModel]] = {"story": StoryReply, "mend": MendReply}
"""What each prompt must ask for."""

_FRAMED = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<text>.*)\Z", re.DOTALL)
_MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The instructions for one kind of request."""

    name: str
    purpose: str
    inputs: Mapping[str, str]
    """What the user's message holds: its JSON keys and what they mean."""
    reply: str
    """The name of the reply that it asks for."""
    text: str
    digest: str
    """Its version: 12 hex digits of the text's sha256."""
    path: Path
    """The file it was read from."""


class _Head(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    purpose: Annotated[str, StringConstraints(min_length=1)]
    inputs: dict[str, str]
    reply: str


@dataclass(frozen=True, slots=True)
class PromptShelf:
    """The prompts: a user's copies, and the bundled ones behind them."""

    own: Path | None = None
    """The user's folder; None or a folder that is not there: only the bundled ones."""

    def names(self) -> tuple[str, ...]:
        """Return the names of all prompts, by the alphabet."""
        return tuple(sorted(_REPLIES))

    def load(self, name: str) -> Prompt:
        """Return a prompt.

        Raises:
            UsageError: There is none of that name.
            ConfigurationError: The user's copy cannot be used; the message says why.
        """
        if name not in self.names():
            raise UsageError(f"There is no prompt {name!r}.", hint=f"There are: {', '.join(self.names())}.")
        own = self.own / f"{name}.md" if self.own else None
        return _read(own if own is not None and own.is_file() else bundled("prompts") / f"{name}.md", name)

    def copy(self, name: str) -> Path:
        """Copy a bundled prompt into the user's folder, to be changed there; return the copy.

        Raises:
            UsageError: There is none of that name, no folder, or a copy already.
            OutputError: The folder cannot be written.
        """
        if self.own is None:
            raise UsageError(
                "There is no folder for prompts of your own.", hint="Give a configuration folder."
            )
        content = PromptShelf().load(name).path.read_bytes()
        target = self.own / f"{name}.md"
        if target.exists():
            raise UsageError(f"{target} is there already.", hint="Edit it, or move it away.")
        try:
            self.own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{target} cannot be written: {error.strerror}.") from error
        write_whole(target, content)
        return target


def _read(path: Path, name: str) -> Prompt:
    try:
        content = path.read_bytes()
        framed = _FRAMED.match(content.decode("utf-8").replace("\r\n", "\n"))
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(path, "it cannot be read as UTF-8 text") from error
    if framed is None or not framed["text"].strip() or len(content) > _MOST_BYTES:
        raise _unusable(path, "it is no text under front matter between two lines of ---")
    head = _head(framed["head"], path)
    expected = _REPLIES[name].__name__
    if head.reply != expected:
        raise _unusable(path, f"its reply must be {expected}")
    text = framed["text"].strip() + "\n"
    return Prompt(
        name=name,
        purpose=head.purpose,
        inputs=head.inputs,
        reply=head.reply,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest()[:12],
        path=path,
    )


def _head(text: str, path: Path) -> _Head:
    import yaml  # noqa: PLC0415 - an issue without a model needs none

    try:
        return _Head.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) or "all of it"
        raise _unusable(path, f"its front matter must have purpose, inputs and reply: see {where}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # of a day that is none: a ValueError
        raise _unusable(path, "its front matter is no YAML") from error


def _unusable(path: Path, why: str) -> ConfigurationError:
    return ConfigurationError(
        f"The prompt {path} cannot be used: {why}.", hint="Mend it, or move it away to use the bundled one."
    )
