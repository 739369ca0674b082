"""Bar 6, guided by coverage: a fuzzer that keeps the bytes which reach a new branch.

It needs atheris, of the group ``torture``; where that is not installed, the bar has not held.
"""

import importlib.util
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.attacks.bench import LONGEST, MOST_MEMORY
from tests.attacks.seeds import gates
from tests.torture.bars import Bar, Outcome

_ROOT = Path(__file__).resolve().parents[2]
_GATES = ("feed", "page", "file.md", "facts", "manifest", "reply")
_SECONDS = 25
"""Of each gate at most, and then the next."""
_LONGEST_INPUT = 4096
_DONE = re.compile(r"stat::number_of_executed_units:\s+(\d+)")
_FAULT = re.compile(r"(?:=== Uncaught Python exception: ===\n(\w+)|ERROR: libFuzzer: ([\w -]+))")


def fuzz_gates(dice: random.Random, trials: int) -> Outcome:
    """Fuzz the gates, two at a time, each for its seconds or its share of the trials."""
    if importlib.util.find_spec("atheris") is None:
        return Outcome(0, note="not run: atheris is not installed (pip install --group torture)")
    seeds = {gate: dice.randint(1, 2**31 - 1) for gate in _GATES}
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda gate: fuzzed(gate, seeds[gate], trials // len(_GATES)), _GATES))
    faults = tuple(fault for _, fault in done if fault)
    return Outcome(sum(runs for runs, _ in done), faults, f"{', '.join(_GATES)} guided by coverage")


def fuzzed(gate: str, seed: int, runs: int, module: str = "tests.attacks.fuzz") -> tuple[int, str]:
    """Fuzz a gate; return how often it was run, and what it broke."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, content in enumerate(gates()[gate].seeds):
            (corpus / str(number)).write_bytes(content[:_LONGEST_INPUT])
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                module,
                gate,
                *_options(seed, runs),
                f"-artifact_prefix={folder}/",
                str(corpus),
            ],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS * 8,
            check=False,
        )
    said = done.stdout + done.stderr
    made = _DONE.search(said)
    if done.returncode == 0 and made:
        return int(made[1]), ""
    fault = _FAULT.search(said)
    return int(
        made[1]
    ) if made else 0, f"{gate}: {next(filter(None, fault.groups())) if fault else said[-300:]}"


def _options(seed: int, runs: int) -> Sequence[str]:
    return (
        f"-seed={seed}",
        f"-runs={runs}",
        f"-max_total_time={_SECONDS}",
        f"-max_len={_LONGEST_INPUT}",
        f"-timeout={LONGEST:.0f}",
        f"-rss_limit_mb={MOST_MEMORY // 1_000_000}",
        "-print_final_stats=1",
        "-verbosity=1",
    )


BARS = (Bar(number=6, name="parsers-fuzzed", trials=60_000, quick=600, run=fuzz_gates),)
