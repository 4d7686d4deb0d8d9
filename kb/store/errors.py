"""What can go wrong with the database."""


class StoreError(Exception):
    """The database cannot be opened, is newer than this program, or lacks what was asked for."""
