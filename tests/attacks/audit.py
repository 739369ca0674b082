"""What pip-audit found, said plainly: ``pip-audit --format json … | python -m tests.attacks.audit``.

pip-audit leaves with 0 and "no known vulnerabilities" also when it could ask nobody. Here
that counts as not run. Exit status: 0 nothing is known, 1 something is, 3 not run.
"""

import json
import sys
from dataclasses import dataclass

CLEAN, FAULTY, NOT_RUN = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """An exit status, and a line."""

    status: int
    line: str


def verdict(report: str) -> Verdict:
    """Return what a report comes to."""
    try:
        packages = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Verdict(NOT_RUN, "audit: NOT RUN: pip-audit gave no report; is its index within reach?")
    unasked = sum("skip_reason" in package for package in packages)
    if unasked or not packages:
        return Verdict(
            NOT_RUN, f"audit: NOT RUN: of {unasked} of {len(packages)} packages the index could not be asked."
        )
    known = [
        f"{package['name']} {package['version']}: {', '.join(fault['id'] for fault in package['vulns'])}"
        for package in packages
        if package["vulns"]
    ]
    if known:
        return Verdict(FAULTY, "\n".join(("audit: known faults:", *known)))
    return Verdict(CLEAN, f"audit: nothing is known against {len(packages)} packages.")


def main() -> int:
    """Read a report from standard input; say what it comes to."""
    found = verdict(sys.stdin.read())
    sys.stdout.write(f"{found.line}\n")
    return found.status


if __name__ == "__main__":
    sys.exit(main())
