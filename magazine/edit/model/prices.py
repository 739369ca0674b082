"""What a model's tokens cost: a table that the user can add to."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from magazine.core.errors import ConfigurationError
from magazine.edit.model.asking import Usage
from magazine.server import Server

_MILLION = 1_000_000
PRICES_FILE = "prices.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars for a million tokens."""

    prompt: float
    cached: float
    """Of a prompt's tokens that the server still had from an earlier request."""
    completion: float

    def cost(self, usage: Usage) -> float:
        """Return the dollars for an answer."""
        fresh = usage.prompt - usage.cached
        return (
            fresh * self.prompt + usage.cached * self.cached + usage.completion * self.completion
        ) / _MILLION


FREE = Price(prompt=0, cached=0, completion=0)
"""What a server on the user's own machine costs."""

_Dollars = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    input: _Dollars
    cached: _Dollars | None = None
    output: _Dollars


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")

    host: dict[str, dict[str, _Row]] = {}


def read_prices(*files: Path) -> Mapping[tuple[str, str], Price]:
    """Return prices by host and model; a later file goes before an earlier one, a missing one says nothing.

    Raises:
        ConfigurationError: A file is none, or a row of it has no prices.
    """
    prices: dict[tuple[str, str], Price] = {}
    for path in files:
        for host, models in _table(path).host.items():
            for model, row in models.items():
                cached = row.input if row.cached is None else row.cached
                prices[host, model] = Price(prompt=row.input, cached=cached, completion=row.output)
    return prices


def price_of(server: Server, prices: Mapping[tuple[str, str], Price]) -> Price | None:
    """Return what a model costs where it is asked; None: nobody has said."""
    return FREE if server.is_local else prices.get((server.host, server.name or ""))


def _table(path: Path) -> _Table:
    try:
        return _Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return _Table()
    except OSError as error:
        raise ConfigurationError(f"Cannot read the prices in {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"The prices in {path} are no TOML.") from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConfigurationError(
            f"The prices in {path} cannot be understood at {where}.",
            hint='Under [host."NAME"] they stand as "MODEL" = { input = 0.75, cached = 0.1, output = 4.5 }.',
        ) from error
