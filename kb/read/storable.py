"""Text that a file, a database and a search engine can hold."""

import re
from typing import Any

# A lone half of a surrogate pair is no character of UTF-8, and PostgreSQL stores no NUL.
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")


def storable(text: str) -> str:
    """The text with U+FFFD, one for one, in the place of lone surrogates and NUL."""
    return _UNSTORABLE.sub("\ufffd", text)


def storable_tree(value: Any) -> Any:
    """The same for all texts and keys of a JSON value; raises RecursionError when it is nested too deeply."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [storable_tree(inner) for inner in value]
    if isinstance(value, dict):
        return {storable(key): storable_tree(inner) for key, inner in value.items()}
    return value
