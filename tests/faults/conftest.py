"""One theatre for all tests of the faults: opening one takes longer than a play."""

from collections.abc import Iterator

import pytest

from tests.faults.scenes import Theatre, a_theatre


@pytest.fixture(scope="session")
def theatre() -> Iterator[Theatre]:
    with a_theatre() as opened:
        yield opened
