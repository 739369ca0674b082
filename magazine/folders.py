"""Where a user's files lie, found without HOME too: cron and systemd may give none."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from magazine.core.errors import ConfigurationError


@dataclass(frozen=True, slots=True, kw_only=True)
class UserFolders:
    """A user's folders of this program. None of them need be there."""

    config: Path
    data: Path
    """What must not be lost: the library, and the answers that were paid for."""
    state: Path
    """What a run leaves for the next: locks, and when each issue was last made."""
    log: Path


def user_folders() -> UserFolders:
    """Return the folders of the user who runs this: by XDG's variables, HOME or the password file.

    Raises:
        ConfigurationError: None of these tells where the user is at home.
    """
    found = PlatformDirs("magazine", appauthor=False)
    try:
        folders = UserFolders(
            config=found.user_config_path,
            data=found.user_data_path,
            state=found.user_state_path,
            log=found.user_log_path,
        )
    except RuntimeError as error:
        raise ConfigurationError(
            "This user has no home folder, so there is no place for library and configuration.",
            hint="Set HOME, or XDG_CONFIG_HOME, XDG_DATA_HOME and XDG_STATE_HOME, to folders of its own.",
        ) from error
    return folders
