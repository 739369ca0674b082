"""What can be wrong with a machine, looked at before a night's run finds it.

    check     what a look came to: a value, never an exception
    machine   Python, disk, rights, clock and zone
    setting   fonts and their Devanagari, the system's libraries, a page set
    holdings  library, ledger, sources
    serving   the model's server: there, key taken, model known, how it answers

Each look is a function of what it looks at, so that each can be shown what is broken.
"""

from magazine.doctor.check import Check, checked

__all__ = ["Check", "checked"]
