"""Manifests: what they ask for, and every mistake in them at once, with its line."""

from datetime import date
from pathlib import Path

import pytest

from magazine.core.errors import ConfigurationError
from magazine.manifest import Entry, ManifestError, entries_of, manifest_schema, read_manifest

TODAY = date(2026, 3, 18)


def entries(tmp_path: Path, text: str) -> tuple[Entry, ...]:
    """Return the entries of a manifest that has no mistake."""
    found, mistakes = entries_of(read_manifest(written(tmp_path, text)), TODAY)
    assert not mistakes
    return found


def mistakes(tmp_path: Path, text: str) -> list[tuple[int, str]]:
    """Return the mistakes of a manifest, each with its line and words."""
    try:
        manifest = read_manifest(written(tmp_path, text))
    except ManifestError as error:
        found = error.mistakes
    else:
        found = tuple(sorted(set(entries_of(manifest, TODAY)[1])))
    return [(each.line, f"{each.message} {each.hint}".rstrip()) for each in found]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "weekly.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def names(found: tuple[Entry, ...]) -> list[str]:
    return [entry.name for entry in found]


def test_a_matrix_makes_every_combination_in_the_order_of_its_axes(tmp_path: Path) -> None:
    found = entries(
        tmp_path,
        """
matrix:
  name: "{brand}/{topics}-{language}"
  brand: [delhi/brand.yaml, patna.yaml]
  topics: {money: economy-all, state: [polity, governance]}
  language: [en, hi]
  period: 2026-03
""",
    )

    assert names(found) == [
        f"{brand}/{topics}-{language}"
        for brand in ("delhi", "patna")
        for language in ("en", "hi")
        for topics in ("money", "state")
    ]
    assert found[0].values["topics"] == ["economy-all"]


def test_what_an_issue_says_goes_before_the_defaults(tmp_path: Path) -> None:
    text = """
defaults: {name: "{period}", period: last-week, max_stories: 20, theme: mono}
issues:
  - name: own
    max_stories: 5
  - from: 2026-03-01
    to: 2026-03-02
"""
    own, days = entries(tmp_path, text)

    assert (own.name, own.values["max_stories"], own.values["theme"]) == ("own", 5, "mono")
    assert (own.period.first, own.period.last) == (date(2026, 3, 9), date(2026, 3, 15))
    assert days.name == "2026-03-01-to-2026-03-02"


@pytest.mark.parametrize(
    ("period", "label"),
    [("last-week", "2026-W11"), ("2026-03", "2026-03"), ("yesterday", "2026-03-17"),
     ("2026-03-02..2026-03-05", "2026-03-02-to-2026-03-05"), ("2026-W01", "2026-W01")],
)  # fmt: skip
def test_a_name_shows_its_period_shortly(tmp_path: Path, period: str, label: str) -> None:
    assert names(entries(tmp_path, f'issues: [{{name: "w-{{period}}", period: {period}}}]')) == [f"w-{label}"]


@pytest.mark.parametrize("key", ["title", "brand", "theme", "past_questions", "watermark"])
def test_a_word_that_cannot_be_printed_is_refused_where_it_stands(tmp_path: Path, key: str) -> None:
    found = mistakes(tmp_path, f'issues:\n  - name: a\n    {key}: "a\\0b"\n')

    assert found == [(3, f"{key}: it holds a letter that cannot be printed.")]


def test_files_are_looked_for_beside_the_manifest_or_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/asha")
    manifest = read_manifest(written(tmp_path, "issues: [{name: a}]"))

    assert manifest.beside("brand.yaml") == tmp_path / "brand.yaml"
    assert manifest.beside("~/brand.yaml") == Path("/home/asha/brand.yaml")
    assert manifest.beside("/etc/brand.yaml") == Path("/etc/brand.yaml")
    assert manifest.beside("~nobody-of-that-name/x") == tmp_path / "~nobody-of-that-name/x"


def test_a_hindi_topic_names_its_folder_in_hindi(tmp_path: Path) -> None:
    assert names(entries(tmp_path, 'issues: [{name: "{topics}", topics: अर्थव्यवस्था}]')) == ["अर्थव्यवस्था"]


def test_all_mistakes_of_form_are_shown_at_once_with_line_and_meaning(tmp_path: Path) -> None:
    text = """defaults:
  perid: last-week
  format: pdf, html
issues:
  - name: a
    max_stories: many
  - name: b
    language: de
  - name: b
    name: c
email: {host: x, from: me, to: you@example.org}
isues: []
"""
    assert mistakes(tmp_path, text) == [
        (2, "perid: there is no such key. Did you mean period?"),
        (6, "max_stories: it is no whole number."),
        (8, "language: it can be 'en' or 'hi'."),
        (10, "name stands here again; it is already on line 9."),
        (11, "from: it is no e-mail address. Write it as name@example.org."),
        (12, "isues: there is no such key. Did you mean issues?"),
    ]


def test_the_error_names_the_file_and_every_line(tmp_path: Path) -> None:
    manifest = read_manifest(written(tmp_path, "issues:\n  - nam: x\n"))

    words = str(ManifestError(manifest.path, manifest.mistakes))

    assert words.splitlines()[1] == "  weekly.yaml:2: nam: there is no such key. Did you mean name?"


@pytest.mark.parametrize(
    "name",
    ["../up", "/etc", "a/../../b", "a//b", ".hidden", "C:evil", "a\\\\b", "tab\\tin", "x" * 200, "{brand"],
)
def test_a_name_that_leads_out_of_the_output_or_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert [
        line for line, _ in mistakes(tmp_path, f'issues:\n  - period: 2026-03\n    name: "{name}"\n')
    ] == [3]


def test_a_pattern_reaches_nothing_but_the_axes(tmp_path: Path) -> None:
    found = mistakes(tmp_path, 'issues: [{name: "{brand.__class__}"}]')

    assert found[0][1].startswith("name: there is no {brand.__class__}")


@pytest.mark.parametrize("second", ["weekly", "Weekly", "WEEKLY"])
def test_two_issues_of_one_name_are_refused_whatever_their_case(tmp_path: Path, second: str) -> None:
    found = mistakes(tmp_path, f"issues:\n  - name: weekly\n  - name: {second}\n")

    assert found == [(3, f"Two issues would have the name {second!r}. The other is on line 2.")]


def test_a_matrix_whose_names_do_not_tell_its_issues_apart_is_refused(tmp_path: Path) -> None:
    text = 'matrix:\n  name: "{brand}"\n  brand: [a.yaml]\n  language: [en, hi]\n'

    assert mistakes(tmp_path, text) == [(2, "Two issues would have the name 'a'. Name more of the axes.")]


def test_a_period_that_is_none_is_shown_where_it_stands(tmp_path: Path) -> None:
    text = "defaults:\n  period: last-weak\nissues:\n  - name: a\n  - name: b\n"

    found = mistakes(tmp_path, text)

    assert [line for line, _ in found] == [2]
    assert found[0][1].startswith("'last-weak' is not a period.")


@pytest.mark.parametrize(
    "text",
    ["issues: [", "a: b: c", "\t- x", "issues: {name: 'x}", "%YAML 9\n---\n}"],
    ids=["open list", "two colons", "tab", "open quote", "directive"],
)
def test_broken_yaml_is_said_to_be_so_with_its_line(tmp_path: Path, text: str) -> None:
    [(line, words)] = mistakes(tmp_path, text)

    assert line >= 1
    assert words.startswith("This is not YAML: ")


def test_a_bomb_of_aliases_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12)]

    found = mistakes(tmp_path, "\n".join(["l0: &l0 [x, x, x]", *levels]))

    assert found[0] == (2, "YAML aliases are not taken. Put what issues share under defaults.")


def test_a_cycle_is_refused(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "issues: &all\n  - *all\n")[0][0] == 2


def test_a_pit_of_brackets_is_refused(tmp_path: Path) -> None:
    assert mistakes(tmp_path, "[" * 100_000) == [(1, "The nesting is too deep for a manifest.")]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words", "issues: []", "42"])
def test_a_manifest_that_asks_for_nothing_is_refused(tmp_path: Path, text: str) -> None:
    assert mistakes(tmp_path, text)


def test_a_matrix_of_millions_is_refused(tmp_path: Path) -> None:
    axis = ", ".join(f"b{number}.yaml" for number in range(900))
    days = ", ".join(f"2026-W{number:02}" for number in range(1, 53))

    found = mistakes(tmp_path, f"matrix:\n  brand: [{axis}]\n  period: [{days}]\n  language: [en, hi]\n")

    assert found[0] == (1, "The matrix makes 93,600 issues. 20,000 are the most.")


def test_five_thousand_issues_are_read(tmp_path: Path) -> None:
    rows = "".join(f"  - {{name: n{number}, topics: economy-all}}\n" for number in range(5000))

    assert len(entries(tmp_path, f"issues:\n{rows}")) == 5000


def test_mistakes_beyond_fifty_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"  - {{name: n{number}, topic: economy-all}}\n" for number in range(60))
    manifest = read_manifest(written(tmp_path, f"issues:\n{rows}"))

    assert str(ManifestError(manifest.path, manifest.mistakes)).endswith("… and 10 more.")


def test_a_manifest_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(b"\xff\xfe\x00issues")

    with pytest.raises(ConfigurationError, match="UTF-8"):
        read_manifest(path)
    with pytest.raises(ConfigurationError, match="Cannot read"):
        read_manifest(tmp_path / "none.yaml")


def test_the_schema_knows_the_keys_as_a_manifest_spells_them() -> None:
    schema = manifest_schema()

    assert {"defaults", "issues", "matrix", "email", "output", "model"} == set(schema["properties"])
    assert {"from", "to", "min_stories"} <= set(schema["$defs"]["IssueForm"]["properties"])
