"""The error family of this room."""


class TextError(ValueError):
    """A text, an offset or a data file of this room that cannot be worked with; the message says which."""
