"""What can go wrong with the database."""


class StoreError(Exception):
    """The database cannot be opened, is newer than this program, or lacks what was asked for."""


class UnfitReading(StoreError):  # noqa: N818 - says what is unfit
    """One reading holds something that no database can keep; the others are not touched by it."""


class StoreBusy(StoreError):  # noqa: N818 - a state of the database, no fault of it
    """Another program is writing and goes on doing so; nothing is wrong with the database."""
