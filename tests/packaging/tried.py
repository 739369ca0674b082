"""The release as a stranger gets it: sdist, wheel made of it, installed where nothing else is.

    make try-wheel                        # with every Python from 3.11 on that this machine has
    python tests/packaging/tried.py python3.13

Each Python gets an empty environment and an empty home, outside the checkout: the version is asked
for, the man page looked for, the demo made twice, and the second has to have the first one's bytes.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OLDEST = (3, 11)


def pythons() -> Iterator[str]:
    """Yield the newest Python of each minor version that is here, new enough, and runs."""
    places = [sys.executable, *(f"/usr/bin/python3.{minor}" for minor in range(OLDEST[1], 20))]
    places += map(str, sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python3")))
    found: dict[tuple[int, ...], str] = {}
    for place in places:
        asking = [place, "-c", "import sys; print(*sys.version_info[:2])"]
        try:
            said = subprocess.run(asking, capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            continue
        version = tuple(map(int, said.split()))
        if version >= OLDEST:
            found[version] = place
    yield from (found[version] for version in sorted(found))


def run(command: Sequence[str | Path], home: Path) -> str:
    """Run a command with an empty home and no more environment than it needs; return its output.

    Raises:
        SystemExit: It failed.
    """
    ran = subprocess.run(
        [str(word) for word in command], cwd=home, env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(f"{command[0]} left with {ran.returncode}:\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def built(folder: Path) -> Path:
    """Build the sdist, and the wheel from it alone; return the wheel."""
    build = [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def tried(python: str, wheel: Path, home: Path) -> str:
    """Install the wheel for a Python and make the demo; return a line of what came of it."""
    begun = time.monotonic()
    run([python, "-m", "venv", home / "venv"], home)
    pip: list[str | Path] = [
        str(home / "venv" / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    run([*pip, "--upgrade", "pip"], home)
    run([*pip, wheel], home)
    installed = time.monotonic() - begun
    magazine = home / "venv" / "bin" / "magazine"
    versions = ", ".join(run([magazine, "--version"], home).split("\n")[:5])
    if not (home / "venv" / "share" / "man" / "man1" / "magazine.1").is_file():
        raise SystemExit(f"{python}: there is no man page")
    begun = time.monotonic()
    made = [Path(run([magazine, "demo", "-o", home / name], home).split()[0]) for name in ("one", "two")]
    if made[0].read_bytes() != made[1].read_bytes():
        raise SystemExit(f"{python}: the demo has other bytes the second time")
    size = made[0].stat().st_size / 1e6
    return (
        f"{versions}: installed in {installed:.0f} s,"
        f" two demos of {size:.2f} MB alike in {time.monotonic() - begun:.0f} s"
    )


def main(wanted: Sequence[str]) -> None:
    """Print a line for each Python."""
    with tempfile.TemporaryDirectory() as scratch:
        wheel = built(Path(scratch))
        print(wheel.name, f"{wheel.stat().st_size / 1e6:.1f} MB", flush=True)
        for python in wanted or list(pythons()):
            with tempfile.TemporaryDirectory() as home:
                print(tried(python, wheel, Path(home)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
