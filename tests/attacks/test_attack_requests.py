"""Bar 8, quickly; and that it fails with the typesetter's own fetcher, and with everything allowed."""

import warnings
from collections.abc import Iterable
from contextlib import suppress

import httpx2
import pytest
import weasyprint

from magazine.ingest.addresses import Place, Resolver
from magazine.ingest.courier import Courier
from magazine.ingest.web import WebCourier
from tests.attacks.bar_requests import BARS, FORMS, ask_with, set_with
from tests.torture.bars import Bar, dice, tried


@pytest.mark.parametrize("bar", BARS, ids=[bar.name for bar in BARS])
def test_nothing_inside_is_asked(bar: Bar) -> None:
    outcome = tried(bar)

    assert outcome.failures == ()
    assert outcome.trials >= bar.quick


def set_by_the_engine_alone(html: str) -> bytes:
    content = b""
    with warnings.catch_warnings(), suppress(Exception):
        warnings.simplefilter("ignore")
        content = weasyprint.HTML(string=html).write_pdf()
    return content


def test_the_engine_with_its_own_fetcher_does_not_pass() -> None:
    failures = set_with(dice(1, "control"), 20, set_by_the_engine_alone).failures

    assert any("the canary heard GET /canary" in each for each in failures)
    assert any("bytes of the disk" in each for each in failures)


def trusting(*, ports: Iterable[int], allowed: Iterable[Place] = (), resolve: Resolver) -> Courier:
    """A courier to which every host of the forms is named as allowed, as by ``--allow-host``."""
    hosts = {host for form in FORMS if (host := _host(form))} | {"turning.example"}
    places = [*allowed, *((host, port) for host in hosts for port in ports)]
    return WebCourier(allowed=places, resolve=resolve)


def _host(form: str) -> str:
    with suppress(httpx2.InvalidURL):
        return httpx2.URL(form.format(port=1, path="/x")).host
    return ""


def test_a_courier_that_trusts_every_place_does_not_pass() -> None:
    failures = ask_with(dice(1, "control"), 60, trusting).failures

    assert "http://127.0.0.1:" in failures[0]
    assert len([each for each in failures if "the canary was asked" in each]) > 15
    assert any("302 to" in each or "301 to" in each for each in failures)
