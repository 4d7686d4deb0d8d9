"""The error family of answers."""


class AnswerError(Exception):
    """An answer that cannot be given: an empty question, or wording data that do not fit."""
