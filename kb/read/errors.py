"""What goes wrong while a body is read."""


class ReadError(Exception):
    """A body cannot be read into text; the message names the expected shape and says what to do."""
