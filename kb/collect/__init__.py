"""The archive, the import of local files and collection from hosts; see docs/rooms.md."""

from kb.collect.archive import Archive
from kb.collect.archive_capture import Capture, Entry
from kb.collect.archive_export import export_warc
from kb.collect.body import MAX_BODY, check_body, load_body, unmarked_utf16
from kb.collect.collector import Collector
from kb.collect.distinct_names import clashes, tell_apart
from kb.collect.errors import CollectError, NotOffered
from kb.collect.fetch import Fetcher, FetchError, FetchSettings
from kb.collect.files import Found, find_files
from kb.collect.git import RepositoryReport, collect_repository
from kb.collect.run_report import RunReport
from kb.collect.warc_import import Captured, read_captures

__all__ = [
    "MAX_BODY", "Archive", "Capture", "Captured", "CollectError", "Collector", "Entry", "FetchError", "FetchSettings",
    "Fetcher", "Found", "NotOffered", "RepositoryReport", "RunReport", "check_body", "clashes",
    "collect_repository", "export_warc", "find_files", "load_body", "read_captures", "tell_apart", "unmarked_utf16",
]  # fmt: skip
