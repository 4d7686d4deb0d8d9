"""Counting live marks, and forgetting what was written beside them."""

from datetime import date, datetime

from sqlalchemy import delete, insert, update

from kb.model.live import LiveComment, LiveMark
from kb.store.live_reader import LiveReader
from kb.store.practice_tables import LiveCommentRow, LiveCountRow, LiveGiverRow, LiveSaltRow
from kb.store.search_reader import moment_text


class LiveWriter(LiveReader):
    """Changes the live marks. Writers come one after the other, so a count is never lost."""

    def count_live_mark(self, mark: LiveMark, day: date) -> None:
        """Adds one to the count of the mark in the year of the day."""
        row = LiveCountRow
        key = {
            "year": day.year,
            "subject": mark.subject.value,
            "service": mark.service,
            "channel": mark.channel or "",
            "mark": mark.mark,
        }
        here = update(row).where(*(getattr(row, name) == value for name, value in key.items()))
        changed = self._connection.execute(here.values(count=row.count + 1, until=day.isoformat())).rowcount
        if not changed:
            first = {**key, "count": 1, "since": day.isoformat(), "until": day.isoformat()}
            self._connection.execute(insert(row), first)

    def add_live_comment(self, comment: LiveComment) -> None:
        """Keeps what was written beside a mark."""
        mark = comment.mark
        row = {
            "id": comment.id,
            "made_at": moment_text(comment.made_at),
            "subject": mark.subject.value,
            "service": mark.service,
            "channel": mark.channel or "",
            "mark": mark.mark,
            "language": mark.language.value,
            "words": mark.words,
        }
        self._connection.execute(insert(LiveCommentRow), row)

    def forget_live_comments(self, before: datetime | None) -> int:
        """Deletes what was written before a moment (None = all); how much that was. Counts stay."""
        query = delete(LiveCommentRow)
        if before is not None:
            query = query.where(LiveCommentRow.made_at < moment_text(before))
        return self._connection.execute(query).rowcount

    def add_live_salt(self, day: date, salt: str) -> None:
        """Keeps the secret of a day in the place of those of other days."""
        self.forget_live_days(day)
        self._connection.execute(insert(LiveSaltRow), {"day": day.isoformat(), "salt": salt})

    def forget_live_days(self, day: date) -> None:
        """Forgets the secrets of all days but this one, with the digests that were made with them."""
        here = day.isoformat()
        self._connection.execute(delete(LiveGiverRow).where(LiveGiverRow.day != here))
        self._connection.execute(delete(LiveSaltRow).where(LiveSaltRow.day != here))

    def add_live_giver(self, day: date, digest: str) -> None:
        """Notes that the address of this digest gave its mark on that day."""
        self._connection.execute(insert(LiveGiverRow), {"day": day.isoformat(), "digest": digest})
