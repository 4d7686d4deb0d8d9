"""What can go wrong in measuring: one family, each with its remedy in the message."""


class RelevanceError(Exception):
    """Something cannot be measured."""


class BadData(RelevanceError):  # noqa: N818 - named by what is the matter
    """A file of queries, judgements, floors or experiments is not as it must be."""


class NothingAsked(RelevanceError):  # noqa: N818 - named by what is the matter
    """The base holds none of the services that the queries ask for."""
