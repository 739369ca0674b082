"""Bar 6, quickly; and that it fails at gates without protection."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attacks import readings
from tests.attacks.bar_parsers import BARS, read_at
from tests.attacks.bench import Bench, Reading
from tests.attacks.seeds import Gate, gates, replies
from tests.torture.bars import Bar, dice, tried


@pytest.mark.parametrize("bar", BARS, ids=[bar.name for bar in BARS])
def test_bytes_of_strangers_are_read_or_refused(bar: Bar) -> None:
    outcome = tried(bar)

    assert outcome.failures == ()
    assert outcome.trials >= bar.quick


def without_gate(content: bytes) -> None:
    json.loads(content)


def without_end(_content: bytes) -> None:
    time.sleep(60)


def without_limit(_content: bytes) -> None:
    b"x" * 300_000_000  # noqa: B018 - held, and let go


@pytest.mark.parametrize(
    ("reading", "fault", "patience"),
    [
        (without_gate, "crashes: JSONDecodeError", 60.0),
        (without_end, "hangs", 0.5),
        (without_limit, "it needed", 60.0),
    ],
)
def test_a_gate_without_protection_does_not_pass(reading: Reading, fault: str, patience: float) -> None:
    gate = {"reply": Gate(reading=reading, seeds=replies()[:1])}

    trials = 12 if reading is without_gate else 1
    outcome = read_at(
        dice(1, "control"), trials, gate, lambda: Bench(patience=patience, most_memory=250_000_000)
    )

    assert not outcome.held
    assert fault in outcome.failures[0]


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(
    [
        "headline",
        "text",
        "cites",
        "why",
        "points",
        "statements",
        "facts",
        "kind",
        "label",
        "terms",
        "choices",
        "message",
        "content",
        "usage",
        "prompt_tokens",
        "error",
        "code",
        "mended",
        "number",
        "last_id",
    ]
)
REPLIES = st.recursive(
    ANY_JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
YAML = st.recursive(
    st.sampled_from(["x", "2026-03", "[a, b]", "~", "{}", "'", "&a", "*a", "!!int 1", "{period}", "../x"]),
    lambda inner: (
        st.builds(
            lambda key, value: f"{{{key}: {value}}}",
            st.sampled_from(
                ["defaults", "issues", "matrix", "name", "period", "topics", "brand", "from", "to", "<<", "?"]
            ),
            inner,
        )
        | st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
    ),
    max_leaves=12,
)
PLAIN = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def trouble(reading: Reading, content: bytes) -> str:
    """Name what a gate neither answers nor refuses in our own words; empty when there is nothing."""
    try:
        reading(content)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test looks for
        return repr(error)
    return ""


@PLAIN
@given(value=REPLIES)
def test_any_json_is_a_reply_or_none(value: object) -> None:
    assert trouble(readings.read_reply, json.dumps(value).encode()) == ""


@PLAIN
@given(text=YAML | st.text(max_size=60))
def test_any_yaml_is_a_manifest_or_its_mistakes(text: str) -> None:
    assert trouble(readings.read_manifest_file, text.encode("utf-8", "surrogatepass")) == ""


@PLAIN
@given(content=st.binary(max_size=200), name=st.sampled_from(sorted(gates())))
def test_any_bytes_have_an_answer_at_every_gate(content: bytes, name: str) -> None:
    assert trouble(gates()[name].reading, content) == ""
