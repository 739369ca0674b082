import shutil
from pathlib import Path

import pytest

from magazine.core.errors import OutputError, RendererError
from magazine.render.compose import compose
from magazine.render.page import issue_html
from magazine.render.themes import copy_theme, load_theme, theme_names
from tests.render.sample import an_issue


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


@pytest.mark.parametrize(
    ("given", "instead"),
    [
        ("[paper]", "[press]\nx = 1\n[[paper]]"),
        ("width = 210 ", "width = 0 "),
        ("width = 210 ", "width = inf "),
        ("height = 297", "height = 40"),
    ],
    ids=["a list for a table", "no width", "endless", "no room"],
)
def test_a_theme_file_that_no_page_can_be_made_of_is_refused(
    tmp_path: Path, given: str, instead: str
) -> None:
    whole = (load_theme("classic").folder / "theme.toml").read_text(encoding="utf-8")
    assert given in whole
    (tmp_path / "theme.toml").write_text(whole.replace(given, instead), encoding="utf-8")

    with pytest.raises(RendererError, match="cannot be used"):
        load_theme(f"{tmp_path}/")


def test_the_bundled_themes_are_these() -> None:
    assert theme_names() == ("classic", "journal", "mono", "pocket")


def test_a_users_theme_is_found_before_a_bundled_one_of_that_name(tmp_path: Path) -> None:
    copy_theme("mono", tmp_path / "classic")
    copy_theme("pocket", tmp_path / "tiny")

    assert load_theme("classic", tmp_path).folder == (tmp_path / "classic").resolve()
    assert load_theme("tiny", tmp_path).page.width == 105
    assert load_theme("journal", tmp_path).folder == load_theme("journal").folder
    assert theme_names(tmp_path) == ("classic", "journal", "mono", "pocket", "tiny")


def test_a_theme_brings_only_what_is_its_own() -> None:
    for name in theme_names():
        own = {path.name for path in load_theme(name).folder.iterdir()}
        assert {"theme.toml", "style.css"} <= own
        assert own <= {"theme.toml", "style.css", "_story.html"}


def test_a_template_in_a_themes_own_folder_is_used_in_place_of_the_shared_one(tmp_path: Path) -> None:
    folder = copy_theme("classic", tmp_path / "mine")
    (folder / "_made.html").write_text("<p>made by hand</p>")
    theme = load_theme(str(folder))

    assert "made by hand" in issue_html(compose(an_issue(), theme), theme)


def test_a_copy_with_templates_stands_alone(tmp_path: Path) -> None:
    folder = copy_theme("journal", tmp_path / "mine", with_templates=True)

    assert (folder / "issue.html").is_file()
    assert (folder / "_story.html").read_text() == (load_theme("journal").folder / "_story.html").read_text()
    assert load_theme(str(folder)).style() == load_theme("journal").style()


def test_a_theme_is_never_copied_over_a_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()

    with pytest.raises(OutputError, match="there already"):
        copy_theme("classic", tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir()) == []


def test_the_page_of_a_theme_file_is_the_page_of_its_style(tmp_path: Path) -> None:
    folder = copy_theme("pocket", tmp_path / "mine")
    table = folder / "theme.toml"
    table.write_text(table.read_text().replace("width = 105", "width = 110"))

    assert "size: 110mm 186mm" in load_theme(str(folder)).style()
