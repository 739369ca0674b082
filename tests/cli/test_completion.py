"""What the shell completes when the tabulator is pressed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("magazine")
PRESSED = """
eval "$(_MAGAZINE_COMPLETE=source_bash magazine)"
COMP_WORDS=({words}) COMP_CWORD={place}
"$(complete -p magazine | sed 's/.*-F \\([^ ]*\\).*/\\1/')" magazine
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def shell(script: str, home: Path, **more: str) -> str:
    """Run lines in bash, whose PATH has the program."""
    environment = {"PATH": f"{PROGRAM.parent}:/usr/bin:/bin", "HOME": str(home), **more}
    bash = [shutil.which("bash") or "bash", "--norc", "-c", script]
    return subprocess.run(bash, env=environment, check=True, capture_output=True, text=True).stdout


def completed(line: str, home: Path) -> set[str]:
    """Return what bash offers for the last word of a line, which may be empty."""
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    return set(shell(PRESSED.format(words=quoted, place=len(words) - 1), home).split())


@pytest.mark.parametrize(
    ("shell_name", "marks"),
    [
        ("bash", ["complete -o default -F", "magazine"]),
        ("zsh", ["#compdef magazine", "compdef"]),
        ("fish", ["complete --command magazine"]),
    ],
)
def test_each_shell_gets_its_script(shell_name: str, marks: list[str], tmp_path: Path) -> None:
    script = shell("magazine", tmp_path, _MAGAZINE_COMPLETE=f"source_{shell_name}")

    assert all(mark in script for mark in marks)
    assert "_MAGAZINE_COMPLETE=complete_" in script


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("magazine sum", {"summarise"}),
        ("magazine library s", {"show", "search", "stats"}),
        ("magazine themes ", {"list", "show", "copy"}),
        ("magazine make --max-", {"--max-stories", "--max-pages", "--max-cost", "--max-calls"}),
        ("magazine make --language ", {"en", "hi"}),
        ("magazine schema m", {"manifest"}),
    ],
)
def test_bash_completes_commands_options_and_choices(line: str, offered: set[str], tmp_path: Path) -> None:
    assert completed(line, tmp_path) == offered


def test_completion_is_installed_for_the_shell_that_asks(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").write_text("# mine\n", encoding="utf-8")

    shell("magazine --install-completion; true", tmp_path)

    assert "# mine" in (tmp_path / ".bashrc").read_text(encoding="utf-8")
    [script] = (tmp_path / ".bash_completions").iterdir()
    assert script.name in (tmp_path / ".bashrc").read_text(encoding="utf-8")
    assert "complete -o default -F" in script.read_text(encoding="utf-8")
