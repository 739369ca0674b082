"""``make quality``: runs tests/quality/table.py from the root of the repository."""

import runpy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
runpy.run_module("tests.quality.table", run_name="__main__")
