"""The archive and the import of local files; see docs/rooms.md."""

from kb.collect.archive import Archive
from kb.collect.body import MAX_BODY, check_body, load_body, unmarked_utf16
from kb.collect.distinct_names import clashes, tell_apart
from kb.collect.errors import CollectError
from kb.collect.files import Found, find_files
from kb.collect.warc_import import Captured, read_captures

__all__ = [
    "MAX_BODY", "Archive", "Captured", "CollectError", "Found", "check_body", "clashes", "find_files", "load_body",
    "read_captures", "tell_apart", "unmarked_utf16",
]  # fmt: skip
