"""The options that every command has: which library, and how it talks."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from magazine.cli.panels import RUNNING, option


class LogFormat(StrEnum):
    """How talk on stderr looks."""

    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """How a command runs and talks."""

    library: Annotated[
        Path | None,
        option(
            "--library", metavar="FILE", envvar="MAGAZINE_LIBRARY", panel=RUNNING,
            help_="The library. Default: in your data folder.",
        ),
    ] = None  # fmt: skip
    config: Annotated[
        Path | None,
        option(
            "--config", metavar="FILE", panel=RUNNING,
            help_="The configuration. Default: magazine.toml in your configuration folder.",
        ),
    ] = None  # fmt: skip
    json: Annotated[bool, option("--json", panel=RUNNING, help_="The result as JSON on stdout.")] = False
    quiet: Annotated[bool, option("--quiet", "-q", panel=RUNNING, help_="Say nothing when all is well.")] = (
        False
    )
    verbose: Annotated[
        bool, option("--verbose", "-v", panel=RUNNING, help_="Say more, such as why each story was picked.")
    ] = False
    log_format: Annotated[
        LogFormat, option("--log-format", panel=RUNNING, help_="How talk on stderr looks. Default: text.")
    ] = LogFormat.TEXT
    wait_lock: Annotated[
        float | None,
        option(
            "--wait-lock", metavar="SECONDS", panel=RUNNING,
            help_="Wait so long for another run that writes. Default: 10 for add, fetch and library, else 0.",
        ),
    ] = None  # fmt: skip
