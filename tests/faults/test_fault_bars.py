"""The bars of the faults: held in a few trials, and broken when their protection is taken away."""

from pathlib import Path

from tests.faults.bar_damage import damage, migration
from tests.faults.bar_disk import disk
from tests.faults.bar_kill import kill
from tests.faults.bar_long import long
from tests.faults.bar_torture import torture
from tests.faults.bar_twins import network, twins
from tests.faults.scenes import Theatre
from tests.torture.bars import Outcome, dice


def told(outcome: Outcome) -> str:
    return "\n".join(outcome.failures)


def test_a_killed_run_is_completed_by_the_next_as_if_nothing_had_been(theatre: Theatre) -> None:
    outcome = kill(dice(1, "kill"), 4, names=("make", "add", "model", "fetch"), shared=theatre)

    assert outcome.held, told(outcome)
    assert outcome.trials >= 4


def test_a_killed_run_leaves_its_litter_when_nobody_sweeps(theatre: Theatre) -> None:
    moved = "os.rename .magazine.html"
    outcome = kill(dice(1, "k"), 1, names=("make",), sabotage=("never_sweep",), only=moved, shared=theatre)

    assert "left behind" in told(outcome)


def test_a_killed_run_pays_again_when_answers_are_not_kept(theatre: Theatre) -> None:
    moved = "os.rename .issue.json"
    outcome = kill(
        dice(1, "k"), 1, names=("model",), sabotage=("forget_answers",), only=moved, shared=theatre
    )

    assert "more was paid" in told(outcome)


def test_every_failure_is_said_in_a_sentence_and_mended_by_the_next_run(theatre: Theatre) -> None:
    outcome = torture(dice(1, "torture"), 5, names=("make", "add", "model"), shared=theatre)

    assert outcome.held, told(outcome)


def test_a_failed_write_leaves_half_a_file_where_files_are_written_in_place(theatre: Theatre) -> None:
    outcome = torture(
        dice(1, "t"), 1, names=("make",), sabotage=("write_in_place",), only="write magazine", shared=theatre
    )

    assert "partial under its name" in told(outcome)


def test_a_full_disk_is_found_before_the_first_paid_call(theatre: Theatre) -> None:
    outcome = disk(dice(1, "disk"), 5, shared=theatre)

    assert outcome.held, told(outcome)


def test_a_full_disk_costs_calls_when_nobody_looks_for_room(theatre: Theatre) -> None:
    outcome = disk(dice(1, "disk"), 3, sabotage=("expect_room",), shared=theatre)

    assert "were paid for" in told(outcome)


def test_damaged_libraries_are_refused_and_left_alone(theatre: Theatre) -> None:
    outcome = damage(dice(1, "damage"), 12, shared=theatre)

    assert outcome.held, told(outcome)


def test_a_damaged_library_is_a_bug_when_nobody_looks_for_damage(theatre: Theatre) -> None:
    outcome = damage(dice(1, "damage"), 6, sabotage=("believe_anything",), shared=theatre)

    assert "left with 1" in told(outcome)


def test_an_earlier_library_is_copied_first_and_its_change_can_be_interrupted(theatre: Theatre) -> None:
    outcome = migration(dice(1, "migration"), 3, shared=theatre)

    assert outcome.held, told(outcome)


def test_a_change_without_a_copy_is_noticed(theatre: Theatre) -> None:
    outcome = migration(dice(1, "migration"), 1, sabotage=("copy_nothing",), shared=theatre)

    assert "no copy of the earlier library" in told(outcome)


def test_of_several_starts_at_once_one_works_and_nothing_is_paid_twice(theatre: Theatre) -> None:
    outcome = twins(dice(1, "twins"), 1, copies=4, shared=theatre)

    assert outcome.held, told(outcome)


def test_runs_at_once_pay_twice_when_nobody_holds_anything(theatre: Theatre) -> None:
    outcome = twins(dice(1, "twins"), 1, copies=4, sabotage=("trust_everybody",), shared=theatre)

    assert "calls instead of" in told(outcome)


def test_libraries_on_network_disks_are_refused_untouched() -> None:
    outcome = network(dice(1, "network"), 12)

    assert outcome.held, told(outcome)


def test_a_network_disk_is_taken_when_nobody_asks_the_kernel(tmp_path: Path) -> None:
    outcome = network(dice(1, "network"), 2, mounts=tmp_path / "none")

    assert "nfs: taken" in told(outcome)


def test_memory_and_open_files_stay_flat_over_many_issues(theatre: Theatre) -> None:
    outcome = long(dice(1, "long"), 14, shared=theatre)

    assert outcome.held, told(outcome)


def test_memory_that_grows_with_every_issue_is_noticed(theatre: Theatre) -> None:
    outcome = long(dice(1, "long"), 14, sabotage=("hoard",), shared=theatre)

    assert "memory of the process grew" in told(outcome)
