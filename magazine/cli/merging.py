"""What ``merge`` does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from magazine.artefacts import IssueFolder
from magazine.cli.making import record, show
from magazine.cli.options import Setting
from magazine.cli.running import Running
from magazine.cli.wiring import Desk, open_desk, part_versions
from magazine.core.ports import EmptyArchive
from magazine.merging import Merger


@dataclass(frozen=True, slots=True)
class _Events:
    """Asks the library which articles tell of one event, if there is a library."""

    desk: Desk

    def __call__(self, articles: Iterable[str]) -> Mapping[str, str]:
        if not self.desk.settings.library.exists():
            return {}
        with self.desk.library() as library:
            return library.events_of(articles)


def merge(running: Running, setting: Setting, out: Path, folders: Sequence[Path], title: str | None) -> None:
    """Merge issues into a folder and set them; print the magazine's path."""
    desk = open_desk(running)
    renderers, folder = desk.renderers(setting), IssueFolder(out)
    merger = Merger(
        taxonomy=desk.taxonomy, versions=part_versions(), events_of=_Events(desk), watcher=desk.talk
    )
    with desk.making(out) as journal:
        whole = merger.merge(folders, folder, title)
        outcomes = [whole, *desk.press(EmptyArchive()).render(folder, *renderers)]
        record(journal, folder, outcomes)
    show(desk, outcomes, as_json=running.json)
