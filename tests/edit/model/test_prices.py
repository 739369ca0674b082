"""What tokens cost: the bundled table, the user's own, and what nobody has said."""

from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError
from magazine.edit.model.asking import Usage
from magazine.edit.model.correspondence import price_for
from magazine.edit.model.prices import FREE, Price
from magazine.server import OPENAI_MODEL, Server, addressed

REMOTE = Server(base_url="https://models.example.org/v1", name="new")


def own(folder: Path, text: str) -> Path:
    (folder / "prices.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_cached_token_costs_less_and_is_not_counted_twice() -> None:
    price = Price(prompt=10, cached=1, completion=100)

    assert price.cost(Usage(prompt=1_000_000, cached=400_000, completion=10_000)) == pytest.approx(7.4)


def test_the_model_that_is_asked_by_default_has_a_price() -> None:
    assert price_for(addressed(Server(), {}), None) is not None


def test_the_users_own_price_goes_before_the_bundled_one(tmp_path: Path) -> None:
    own(tmp_path, f'[host."api.openai.com"]\n"{OPENAI_MODEL}" = {{ input = 1, output = 2 }}')

    assert price_for(addressed(Server(), {}), tmp_path) == Price(prompt=1, cached=1, completion=2)


def test_a_price_holds_for_its_host_only(tmp_path: Path) -> None:
    own(tmp_path, '[host."models.example.org"]\nnew = { input = 1, cached = 0.1, output = 2 }')

    assert price_for(REMOTE, tmp_path) == Price(prompt=1, cached=0.1, completion=2)
    assert price_for(Server(base_url="https://other.example/v1", name="new"), tmp_path) is None
    assert price_for(REMOTE, None) is None


def test_this_machine_costs_nothing() -> None:
    assert price_for(Server(base_url="http://localhost:11434/v1", name="any"), None) == FREE


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("host = 3", "at host"),
        ("hosts = {}", "at hosts"),
        ('[host."h"]\nm = { input = -1, output = 1 }', "at host.h.m.input"),
        ('[host."h"]\nm = { input = nan, output = 1 }', "at host.h.m.input"),
        ('[host."h"]\nm = { input = 1 }', "at host.h.m.output"),
        ("= 1", "no TOML"),
    ],
)
def test_a_table_that_cannot_be_understood_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        price_for(REMOTE, own(tmp_path, text))

    assert says in str(refusal.value)
    assert "prices.toml" in str(refusal.value)
