"""The commands for many issues: ``batch``, and ``schema`` for the editors of its manifests."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from magazine.cli.grouping import in_groups
from magazine.cli.options import Asking
from magazine.cli.panels import BATCH, option
from magazine.cli.running import Running


@dataclass(frozen=True, slots=True, kw_only=True)
class Batching:
    """Which issues of a manifest are made, and by whom."""

    only: Annotated[
        list[str],
        option(
            "--only", metavar="NAME", panel=BATCH,
            help_="Only issues of this name; * stands for any letters. Repeat for more.",
        ),
    ] = field(default_factory=list)  # fmt: skip
    dry_run: Annotated[
        bool,
        option("--dry-run", panel=BATCH, help_="Say what would be printed; write, ask and spend nothing."),
    ] = False
    fail_fast: Annotated[
        bool, option("--fail-fast", panel=BATCH, help_="Start nothing more after an issue has failed.")
    ] = False
    workers: Annotated[
        int | None,
        option(
            "--workers", metavar="N", panel=BATCH, help_="Processes that set pages. Default: one a processor."
        ),
    ] = None
    cluster: Annotated[
        str | None,
        option(
            "--cluster",
            metavar="ADDRESS",
            panel=BATCH,
            help_="Set them on a Dask cluster instead: tcp://HOST:8786.",
        ),
    ] = None
    as_of: Annotated[
        str | None, option("--as-of", metavar="DAY", panel=BATCH, help_="Take this day for today.")
    ] = None
    output: Annotated[
        Path | None,
        option(
            "--output", "-o", metavar="DIR", panel=BATCH,
            help_="The folder of all issues. Default: as the manifest says, else named after it.",
        ),
    ] = None  # fmt: skip


class Schema(StrEnum):
    """What has a schema."""

    MANIFEST = "manifest"
    ISSUE = "issue"


@in_groups
def batch(
    batching: Batching,
    asking: Asking,
    running: Running,
    manifest: Annotated[
        Path, typer.Argument(metavar="MANIFEST", help="A YAML file of issues.", show_default=False)
    ],
) -> None:
    """Make many issues from one manifest.

    What issues share is selected, edited and paid for once. Leaves with 3 when some failed.

    Example: magazine batch weekly.yaml --workers 4
    """
    from magazine.cli.wiring import open_desk, writing_desk  # noqa: PLC0415

    if batching.dry_run:
        from magazine.cli import rehearsing  # noqa: PLC0415

        rehearsing.rehearse(open_desk(running), manifest, batching, asking, as_json=running.json)
        return
    with writing_desk(running) as desk:
        # Loaded when the library is ours: a run that has to leave leaves at once.
        from magazine.cli import batching as floor  # noqa: PLC0415

        floor.batch(desk, manifest, batching, asking, as_json=running.json)


def schema(what: Annotated[Schema, typer.Argument(metavar="manifest|issue", show_default=False)]) -> None:
    """Print the JSON Schema of a manifest or of issue.json, for editors.

    Example: magazine schema manifest > manifest.schema.json
    """
    from magazine.artefacts import issue_schema  # noqa: PLC0415
    from magazine.cli.talk import result_json  # noqa: PLC0415
    from magazine.manifest import manifest_schema  # noqa: PLC0415

    result_json(manifest_schema() if what is Schema.MANIFEST else issue_schema())
