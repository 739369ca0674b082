"""The one tree of errors a user can meet.

    MagazineError
    ├── UsageError                  wrong option, topic or period
    │   └── ConfigurationError      wrong configuration or topics file
    ├── UnreadableError             a library, issue or input that cannot be read
    ├── NothingToPrintError         no article matched
    ├── OutputError                 a folder or file that cannot be created
    ├── DiskError                   the disk failed or is full
    ├── BusyError                   somebody else holds the library or the folder
    ├── RendererError               the page could not be made
    ├── UnreachableError            a model's server or a feed does not answer
    └── KeyRefusedError             a model's server refuses the key, or its account is empty

Each says what is wrong (its message) and what to do (its hint). Anything else
that escapes is a bug and keeps its traceback.
"""


class MagazineError(Exception):
    """Something a user can put right.

    Args:
        message: One sentence: what is wrong. Never an article's text or a key.
        hint: One sentence: what to do about it; empty when the message says it.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class UsageError(MagazineError):
    """An option, a topic or a period that cannot be understood."""


class ConfigurationError(UsageError):
    """A configuration, manifest or topics file that cannot be used."""


class UnreadableError(MagazineError):
    """A library, issue or input that cannot be read."""


class NothingToPrintError(MagazineError):
    """No article matched the rule."""


class OutputError(MagazineError):
    """A folder or file that cannot be created."""


class DiskError(MagazineError):
    """The disk failed or is full."""


class BusyError(MagazineError):
    """Another run holds the library or the issue's folder."""


class RendererError(MagazineError):
    """The renderer could not make the page, or its system libraries are missing."""


class UnreachableError(MagazineError):
    """A model's server or all feeds do not answer, and nothing may stand in for them."""


class KeyRefusedError(MagazineError):
    """A model's server refuses the key, or the account behind it has nothing left."""
