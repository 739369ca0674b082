import shutil
from pathlib import Path

import pytest

from magazine.core.errors import RendererError
from magazine.render.themes import load_theme, theme_names


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", theme_names())
def test_every_accent_of_a_theme_stands_at_least_7_to_1_on_white(name: str) -> None:
    theme = load_theme(name)

    assert set("ABCDEFGHIJK") <= theme.accents.keys()
    for each in theme.accents.values():
        assert 1.05 / (_luminance(each.accent) + 0.05) >= 7


def test_a_copied_theme_is_found_by_its_path_and_changes_the_digest(tmp_path: Path) -> None:
    bundled = load_theme("classic")
    shutil.copytree(bundled.folder, tmp_path / "mine")
    style = tmp_path / "mine" / "style.css"
    style.write_text(style.read_text() + "\nh1 { color: red }\n")

    assert load_theme(str(tmp_path / "mine")).digest() != bundled.digest()


def test_a_name_is_never_looked_for_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(load_theme("classic").folder, tmp_path / "mine")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(RendererError, match="no theme 'mine'") as refusal:
        load_theme("mine")

    assert "classic" in refusal.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name = ",
        "[paper]\nground = '#ffffff'",
        "name='x'\ntitle='x'\nabout='x'\n[paper]\nground='red'\nink='#000000'",
    ],
)
def test_a_broken_theme_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "theme.toml").write_text(text)

    with pytest.raises(RendererError, match="cannot be used"):
        load_theme(f"{tmp_path}/")
