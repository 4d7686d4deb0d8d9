"""What can go wrong in a search: one family, each with its remedy in the message."""


class SearchError(Exception):
    """Base of the family; also raised itself for an engine's failure that has no closer name."""


class EngineDown(SearchError):  # noqa: N818  named by what is the matter
    """The search engine does not answer."""


class WrongVersion(SearchError):  # noqa: N818  named by what is the matter
    """What answers is not an Elasticsearch of a supported version."""


class IndexMissing(SearchError):  # noqa: N818  named by what is the matter
    """No index is live under this name, or it was removed."""


class IndexOutdated(SearchError):  # noqa: N818  named by what is the matter
    """The live index was built with another schema or text analysis than this program's."""


class IndexBusy(SearchError):  # noqa: N818  named by what is the matter
    """Another process is writing to the index."""


class BadQuery(SearchError):  # noqa: N818  named by what is the matter
    """The query cannot be run as it was given."""


class StaleCursor(BadQuery):
    """The page cursor is damaged, or belongs to another query or to an index that is gone."""
