"""The command, run in this process."""

from tests.command import kb

__all__ = ["kb"]
