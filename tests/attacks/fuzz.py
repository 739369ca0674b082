"""One gate under a fuzzer that watches which branches its bytes reach.

``python -m tests.attacks.fuzz GATE [options of libFuzzer]``. A gate that raises, hangs or
swells ends the run with another status than 0.
"""

import sys

import atheris

_WATCHED = ("magazine", "feedparser", "yaml", "tomlkit")
"""Whose branches count."""


def main(words: list[str]) -> None:
    """Fuzz the gate that the first word names."""
    gate, *options = words
    with atheris.instrument_imports(include=list(_WATCHED)):
        from tests.attacks.seeds import gates  # noqa: PLC0415 - what is imported here is watched

        found = gates()[gate]
        for seed in found.seeds[:2]:
            found.reading(seed)  # for what it imports only when it is used
    atheris.Setup([sys.argv[0], *options], found.reading)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
