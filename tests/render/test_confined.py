"""The child process: what it gives back, and where it is stopped."""

import importlib
import os
import re
import sys
import tempfile
import time
from pathlib import Path

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

    assert stopped.value.cause == "it died with status 9"


def test_an_exception_is_named_without_its_text() -> None:
    with pytest.raises(OverrunError) as stopped:
        confined(int, "a headline that is no number", limits=ROOMY)

    assert re.fullmatch(r"it failed with ValueError \(render/confined\.py, line \d+\)", stopped.value.cause)
    assert "headline" not in "".join(stopped.value.__notes__)
    assert "task(*matter)" in stopped.value.__notes__[0]


def test_a_task_that_cannot_be_imported_is_named() -> None:
    class Gone:
        def __reduce__(self) -> tuple[object, ...]:
            return importlib.import_module, ("no_such_module",)

    with pytest.raises(OverrunError) as stopped:
        confined(len, Gone(), limits=ROOMY)

    assert stopped.value.cause.startswith("it failed with ModuleNotFoundError")


def test_the_child_is_told_no_key_and_reads_no_module_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('a stranger')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")

    assert "sk-secret" not in confined(told, limits=ROOMY)


def test_a_stopped_child_leaves_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(OverrunError):
        confined(litter, limits=Limits(seconds=5))

    assert list(tmp_path.iterdir()) == []


def test_an_error_of_ours_comes_back_as_it_was() -> None:
    with pytest.raises(RendererError) as raised:
        confined(refuse, limits=ROOMY)

    assert (raised.value.message, raised.value.hint) == ("No fonts.", "Install them.")


def test_what_a_task_prints_does_not_mix_with_its_outcome() -> None:
    assert confined(chatter, "a headline " * 10_000, limits=ROOMY) == "done"


def chatter(text: str) -> str:
    sys.stdout.write(text)
    os.write(1, text.encode())
    return "done"


def told() -> list[str]:
    return list(os.environ.values())


def litter() -> None:
    tempfile.mkstemp()
    time.sleep(3600)


def refuse() -> None:
    raise RendererError("No fonts.", hint="Install them.")
