"""Loads the presets of tests: an exam's mix of questions, and its words in each language."""

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from magazine.assets import bundled
from magazine.core.article import Language
from magazine.core.errors import ConfigurationError
from magazine.core.question import QuestionKind
from magazine.core.questions.style import Preset, Wording

DEFAULT_PRESET = "upsc-2026"
_WORDING = "wording"
_WRITTEN = (Language.ENGLISH, Language.HINDI)


class PresetFile(BaseModel):
    """A preset as its file has it."""

    model_config = ConfigDict(extra="forbid")

    name: str
    mix: dict[QuestionKind, Annotated[int, Field(ge=1)]] = Field(min_length=1)
    options: Literal[4, 5] = 4
    negative_share: float = Field(default=0.0, ge=0.0, le=0.1)
    numeric_share: float = Field(default=0.15, ge=0.0, le=1.0)
    numbering: Literal["arabic", "roman"] = "arabic"
    pairs_by: Literal["subset", "count"] = "subset"
    wording: dict[Language, dict[str, str]] = Field(default_factory=dict)


def preset_names() -> tuple[str, ...]:
    """Return the names of the bundled presets."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def load_preset(name: str = DEFAULT_PRESET) -> Preset:
    """Return a preset by its name, or by the path of a file of the same form.

    Raises:
        ConfigurationError: There is none of that name, or the file cannot be used.
    """
    path = _folder() / f"{name}.yaml" if name in preset_names() else Path(name)
    if path.suffix not in {".yaml", ".yml"} or not path.is_file():
        raise ConfigurationError(
            f"There is no preset {name!r}.", hint=f"Use one of: {', '.join(preset_names())}; or a YAML file."
        )
    try:
        given = PresetFile.model_validate(_read(path))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "the file"
        raise ConfigurationError(
            f"{path}: {field}: {first['msg'][0].lower()}{first['msg'][1:]}.",
            hint="templates/presets/README.md tells the form.",
        ) from error
    return Preset(
        id=path.stem,
        name=given.name,
        mix=tuple(given.mix.items()),
        options=given.options,
        negative_share=given.negative_share,
        numeric_share=given.numeric_share,
        numbering=given.numbering,
        pairs_by=given.pairs_by,
        wordings={each: _wording(each, given.wording.get(each, {}), path) for each in _WRITTEN},
    )


def _wording(language: Language, own: dict[str, str], path: Path) -> Wording:
    words = {
        str(key): str(phrase) for key, phrase in _read(_folder() / _WORDING / f"{language}.yaml").items()
    }
    unknown = sorted(own.keys() - words.keys())
    if unknown:
        raise ConfigurationError(
            f"{path}: wording.{language}: there is no phrase {unknown[0]!r}.",
            hint=f"The phrases are those of {_WORDING}/{language}.yaml.",
        )
    return Wording(language=language, words=words | own)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"The preset {path} cannot be read ({error.strerror}).") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigurationError(
            f"The preset {path} is not YAML.", hint="Check quotes, colons and indents there."
        ) from error
    if not isinstance(content, dict):
        raise ConfigurationError(
            f"The preset {path} holds no fields.", hint="templates/presets/README.md tells the form."
        )
    return content


def _folder() -> Path:
    return bundled("templates") / "presets"
