"""What goes wrong while documents are collected."""


class CollectError(Exception):
    """A file or an archive cannot be used; the message names it and says what to do."""
