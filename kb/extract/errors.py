"""Errors of reading statements."""


class ExtractError(Exception):
    """A wording file or a document cannot be used for extraction; the message names it and says what to do."""
