"""Errors of this room."""

from collections.abc import Sequence


class MonitoringError(Exception):
    """Something that cannot be imported, rated or recomputed; its text is one line that says what to do."""


class BadMarks(MonitoringError):  # noqa: N818 - it is a state of the file, told to the person who brought it
    """A file that is not taken in; `problems` has a line for each fault, with file, row and column."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class UnknownWave(MonitoringError):  # noqa: N818 - as UnknownName of kb.pipeline
    """A wave that the base does not hold."""


class WaveExists(MonitoringError):  # noqa: N818
    """A wave that the base holds already."""


class NotComparable(MonitoringError):  # noqa: N818
    """Two waves that asked about different services."""


class NothingPrinted(MonitoringError):  # noqa: N818
    """A document without figures that others of it decide on."""


class NothingAnswered(MonitoringError):  # noqa: N818
    """A question that nobody answered, or that cannot be measured so."""
