from datetime import timedelta, timezone

import pytest

from magazine.core.dates import IST
from magazine.ingest.dates import published_from, published_from_file_name, published_within


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2026-03-09", "2026-03-09"),
        ("2026-03-09T10:00:00.123Z", "2026-03-09T10:00:00+00:00"),
        ("2026-03-09 10:00", "2026-03-09T10:00:00+05:30"),
        ("2026/03/09", "2026-03-09"),
        ("2026-03-09 10:00 IST", "2026-03-09T10:00:00+05:30"),
        ("22/06/24 07:16 AM IST", "2024-06-22T07:16:00+05:30"),
        ("04/12/24", "2024-12-04"),
        ("22.06.2024", "2024-06-22"),
        ("9-3-26", "2026-03-09"),
        ("12/06/69", "2069-06-12"),
        ("12/06/70", "1970-06-12"),
        ("June 22, 2024", "2024-06-22"),
        ("22nd June 2024", "2024-06-22"),
        ("Friday, January 4, 2019", "2019-01-04"),
        ("June 22, 2024 7.16 p.m. IST", "2024-06-22T19:16:00+05:30"),
        ("Wed, 17 Jun 2026 22:03:00 +0530", "2026-06-17T22:03:00+05:30"),
        ("Wed, 17 Jun 26 22:03 IST", "2026-06-17T22:03:00+05:30"),
        ("Tue, 10 Mar 2026 01:00:00 GMT", "2026-03-10T01:00:00+00:00"),
        ("Tue, 10 Mar 2026 01:00:00 CDT", "2026-03-10T01:00:00-05:00"),
        ("Posted On: 09 MAR 2026 10:23AM by PIB Delhi", "2026-03-09T10:23:00+05:30"),
        ("१७ जून २०२६", "2026-06-17"),
        ("9 फ़रवरी 2026, 10:30", "2026-02-09T10:30:00+05:30"),
        (1781712180, "2026-06-17T21:33:00+05:30"),
        (1781712180000, "2026-06-17T21:33:00+05:30"),
        (20260309, "2026-03-09"),
    ],
)
def test_a_time_is_read_day_first_and_iso_as_iso(written: object, published: str) -> None:
    assert published_from(written, IST) == published


@pytest.mark.parametrize(
    "nonsense",
    [
        "", "yesterday", "Monday", "10pm", "04 Dec", "March 2026", "2026", "31/04/2026", "5/13/2026",
        "Fri, 30 Feb 2026 10:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "2026-13-45T99:99:99Z",
        "1781712180", "0001-01-01", "2026-03-09 " * 20, 5, 2024, True, None, 10**30, 10**400, 3.5,
        [2026, 3, 9],
    ],
)  # fmt: skip
def test_what_names_no_day_with_its_year_is_undated(nonsense: object) -> None:
    assert published_from(nonsense, IST) is None


def test_a_time_without_zone_is_in_the_zone_given() -> None:
    nepal = timezone(timedelta(hours=5, minutes=45))

    assert published_from("9 March 2026 10:00", nepal) == "2026-03-09T10:00:00+05:45"


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("2026-03-09-tides.md", "2026-03-09"),
        ("09-03-2026_tides.txt", "2026-03-09"),
        ("capsule-2026_03_09.txt", "2026-03-09"),
        ("pib-2234502.html", None),
        ("12026-03-09.txt", None),
        ("2026-13-09.txt", None),
    ],
)
def test_a_file_name_may_hold_the_day(name: str, published: str | None) -> None:
    assert published_from_file_name(name, IST) == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("By A. Sen | Updated: March 9, 2026 10:30 IST", "2026-03-09T10:30:00+05:30"),
        ("New Delhi, 09/03/2026", "2026-03-09"),
        ("Copyright 2026, all rights reserved", None),
        ("Version 1.2.3 of the page", None),
    ],
)
def test_a_dateline_may_hold_the_day_among_other_words(line: str, published: str | None) -> None:
    assert published_within(line, IST) == published
