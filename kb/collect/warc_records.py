"""The records of a WARC file that somebody else wrote, one at a time, none of them larger than it may be."""

from collections.abc import Iterator
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from kb.collect.body import MAX_BODY
from kb.collect.errors import CollectError

# Heads of records and of answers take some kilobytes; a packed file may hold one without end.
HEAD_LIMIT = 1024 * 1024
# The library quotes what it cannot read, however long that is.
_LONGEST_WORDS = 300


class _Reader(DecompressingBufferedReader):  # type: ignore[misc]  # the library has no types
    """Lines of a head up to a limit: the library reads each whole, and as many as come."""

    _head = 0

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or HEAD_LIMIT, HEAD_LIMIT))
        self._head = self._head + len(line) if line.strip() else 0
        if self._head >= HEAD_LIMIT:
            raise ArchiveLoadFailed(f"a head of more than {HEAD_LIMIT // 1024} KB")
        return line


class WarcRecords:
    """An iterator over records with the place of the last one; what is left of a record is skipped at the next.

    Raises CollectError naming the file and the number of the record where it cannot be read on.
    """

    def __init__(self, body: bytes, name: str) -> None:
        self._body = body
        self._name = name
        self._records = _open(BytesIO(body))
        self.number = 0

    def __iter__(self) -> Iterator[ArcWarcRecord]:
        return self

    def __next__(self) -> ArcWarcRecord:
        last, self.number = self.number, self.number + 1
        try:
            record = next(self._records, None)
        except (ArchiveLoadFailed, EOFError, OSError) as error:
            raise self.damaged(" ".join(str(error).split())[:_LONGEST_WORDS] or type(error).__name__) from error
        except AttributeError as error:  # the library asks the missing address of a response how it starts
            raise self.nameless() from error
        if self._records.err_count:  # it tells nobody but the terminal, and goes on
            self.number = last
            raise self.damaged("it is longer or shorter than its Content-Length says")
        if record is None:
            raise StopIteration
        return record

    def offset(self) -> int:
        """Where the last record begins; what is left of it is skipped."""
        return int(self._records.get_record_offset())

    def again(self, offset: int) -> ArcWarcRecord:
        """The record at an offset, once more."""
        file = BytesIO(self._body)
        file.seek(offset)
        try:
            return next(_open(file))
        except (ArchiveLoadFailed, StopIteration, OSError) as error:
            raise CollectError(
                f"{self._name}: the record at byte {offset} cannot be read again ({error}); get the file anew"
            ) from error

    def content(self, record: ArcWarcRecord) -> bytes:
        """The bytes behind the heads of a record; of one above the limit of a body only as much as shows that."""
        content: bytes = record.raw_stream.read(MAX_BODY + 1)
        if len(content) <= MAX_BODY and getattr(record.raw_stream, "limit", None):
            raise self.damaged("its content breaks off")
        return content

    def damaged(self, what: str) -> CollectError:
        """The error for the last record."""
        return CollectError(f"{self._name}: record {self.number} is damaged ({what}); get the file anew")

    def nameless(self) -> CollectError:
        """The error for the last record when it has no address."""
        return CollectError(
            f"{self._name}: record {self.number} has no WARC-Target-URI, so its document has no name; "
            "take the record out"
        )


def _open(file: BytesIO) -> ArchiveIterator:
    records = ArchiveIterator(file)
    records.reader = _Reader(file)
    return records
