"""The child process: what it gives back, and where it is stopped."""

import os
import time

import pytest

from magazine.core.errors import RendererError
from magazine.render.confined import GIB, Limits, OverrunError, confined

ROOMY = Limits(seconds=60)


def test_a_task_is_done_in_a_process_of_its_own() -> None:
    assert confined(os.getpid, limits=ROOMY) != os.getpid()


def test_its_matter_and_result_travel_whole() -> None:
    assert confined(sorted, ["ख", "क" * 100_000], limits=ROOMY) == ["क" * 100_000, "ख"]


def test_a_task_that_does_not_end_is_stopped() -> None:
    with pytest.raises(OverrunError) as stopped:
        confined(time.sleep, 3600, limits=Limits(seconds=1))

    assert stopped.value.cause == "it took longer than 1 s"


def test_a_task_that_fills_the_memory_is_stopped() -> None:
    with pytest.raises(OverrunError) as stopped:
        confined(bytearray, 2 * GIB, limits=Limits(seconds=60, memory=GIB))

    assert stopped.value.cause == "it needed more than 1 GiB of memory"


def test_a_child_that_dies_is_noticed() -> None:
    with pytest.raises(OverrunError) as stopped:
        confined(os._exit, 9, limits=ROOMY)

    assert stopped.value.cause == "it died"


def test_an_exception_is_named_without_its_text() -> None:
    with pytest.raises(OverrunError) as stopped:
        confined(int, "a headline that is no number", limits=ROOMY)

    assert stopped.value.cause == "it failed with ValueError"


def test_an_error_of_ours_comes_back_as_it_was() -> None:
    with pytest.raises(RendererError) as raised:
        confined(refuse, limits=ROOMY)

    assert (raised.value.message, raised.value.hint) == ("No fonts.", "Install them.")


def refuse() -> None:
    raise RendererError("No fonts.", hint="Install them.")
