"""Who runs a command: whoever may, has the database itself and therefore may do everything."""

import getpass
import os

from kb.cli.failures import WrongCall
from kb.model.access import Actor, Role


def command_actor(name: str | None = None) -> Actor:
    """The person of this name, or of the login; raises WrongCall for a login without a name."""
    return Actor(name or _login(), Role.ADMINISTRATOR)


def work_actor() -> Actor:
    """The login for the audit trail of imports, collections and builds, by its number where it has no name: such work
    also runs where nobody is, in a container, say."""
    try:
        return command_actor()
    except WrongCall:
        return Actor(f"uid {os.getuid()}", Role.ADMINISTRATOR)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise WrongCall("this login has no name; set LOGNAME to yours") from None
