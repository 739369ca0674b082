"""Issues that an older version wrote: sealed, when their report shows that nobody has changed them since.

Before there were seals (``core.proof.seal_of``), nothing in an ``issue.json`` told an editor's words from a
person's. Its report does: it holds the hash of the file as step 2 left it. A file that was changed
stays as it is, and the last reader marks what it cannot vouch for.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from magazine.artefacts import IssueFolder, sha256
from magazine.core.issue import Issue
from magazine.steps import as_written

if TYPE_CHECKING:
    from magazine.core.proof import Proof

_WRITER = "summarise"
"""The step that writes the issue, as its report calls it."""


def issue_of(folder: IssueFolder) -> Issue:
    """Return a folder's issue in the form of today; the folder stays as it is.

    Raises:
        UnreadableError: It is missing or not an issue.
    """
    issue = folder.read_issue()
    proof = _sealed(folder, issue)
    return proof.issue if proof else issue


def bring_up(folder: IssueFolder) -> None:
    """Write a folder's issue in the form of today, so that an edit of it is known from now on.

    Raises:
        UnreadableError: It is missing or not an issue.
        OutputError: The folder cannot be written to.
    """
    proof = _sealed(folder, folder.read_issue())
    if proof is None:
        return
    report = folder.read_report()
    last = report.steps[_WRITER]
    content = folder.write_issue(proof.issue)
    taken = replace(
        last,
        outputs={folder.issue_path.name: sha256(content)},
        notes=(*last.notes, *proof.notes),
        remarks=(*last.remarks, *proof.remarks),
    )
    folder.write_report(report.with_step(_WRITER, taken, tool=report.tool))


def _sealed(folder: IssueFolder, issue: Issue) -> "Proof | None":
    """Return the issue sealed; None when it has seals, or when a person may have changed it."""
    last = folder.read_report().steps.get(_WRITER)
    has_seals = any(evidence.seal for story in issue.stories for evidence in story.evidence)
    if has_seals or last is None or not as_written(folder.issue_path, last):
        return None
    # The guard's tables take a while to load, and most issues need nothing done.
    from magazine.core.proof import proofread  # noqa: PLC0415

    return proofread(issue, fresh=True)
