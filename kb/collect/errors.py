"""What goes wrong while documents are collected."""


class CollectError(Exception):
    """A file or an archive cannot be used; the message names it and says what to do."""


class NotOffered(CollectError):  # noqa: N818 - it is a state of the call
    """A source has nothing by a name that was asked for; the call is wrong, the source is not broken."""
