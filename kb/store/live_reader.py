"""Questions about marks given here and now."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from kb.model import Language
from kb.model.live import LiveComment, LiveCount, LiveMark, LiveSubject
from kb.store.practice_tables import LiveCommentRow, LiveCountRow, LiveGiverRow, LiveSaltRow
from kb.store.search_reader import moment_text


class LiveReader:
    """The counts of live marks and what people wrote beside them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def live_years(self) -> dict[int, int]:
        """How many marks each year has."""
        query = select(LiveCountRow.year, func.sum(LiveCountRow.count)).group_by(LiveCountRow.year)
        return {year: int(count) for year, count in self._connection.execute(query)}

    def live_counts(self, year: int) -> tuple[LiveCount, ...]:
        """The marks of a year by subject, service, channel and mark."""
        row = LiveCountRow
        people = row.count.label("people")  # a row of a result has a method of the name count
        query = select(row.__table__, people).where(row.year == year)
        return tuple(
            _count(one)
            for one in self._connection.execute(query.order_by(row.subject, row.service, row.channel, row.mark))
        )

    def live_comments(self, *, since: datetime, service: str | None = None, limit: int = 50) -> tuple[LiveComment, ...]:
        """What was written since a moment, the newest first."""
        query = select(LiveCommentRow.__table__).where(LiveCommentRow.made_at >= moment_text(since))
        if service is not None:
            query = query.where(LiveCommentRow.service == service)
        rows = self._connection.execute(
            query.order_by(LiveCommentRow.made_at.desc(), LiveCommentRow.id.desc()).limit(limit)
        )
        return tuple(_comment(row) for row in rows)

    def live_salt(self, day: date) -> str | None:
        """The secret of a day."""
        query = select(LiveSaltRow.salt).where(LiveSaltRow.day == day.isoformat())
        salt: str | None = self._connection.execute(query).scalar()
        return salt

    def live_comments_before(self, moment: datetime) -> bool:
        """Whether there are words that were written before a moment."""
        query = select(LiveCommentRow.id).where(LiveCommentRow.made_at < moment_text(moment)).limit(1)
        return self._connection.execute(query).first() is not None

    def live_salts_before(self, day: date) -> bool:
        """Whether there are secrets of other days than this one."""
        query = select(LiveSaltRow.day).where(LiveSaltRow.day != day.isoformat())
        return self._connection.execute(query).first() is not None

    def live_giver(self, day: date, digest: str) -> bool:
        """Whether the address of this digest gave its mark on that day."""
        row = LiveGiverRow
        query = select(row.digest).where(row.day == day.isoformat(), row.digest == digest)
        return self._connection.execute(query).first() is not None


def _count(row: Row[Any]) -> LiveCount:
    return LiveCount(
        year=row.year,
        subject=LiveSubject(row.subject),
        service=row.service,
        channel=row.channel or None,
        mark=row.mark,
        count=row.people,
        since=date.fromisoformat(row.since),
        until=date.fromisoformat(row.until),
    )


def _comment(row: Row[Any]) -> LiveComment:
    return LiveComment(
        id=row.id,
        made_at=datetime.fromisoformat(row.made_at),
        mark=LiveMark(
            subject=LiveSubject(row.subject),
            service=row.service,
            mark=row.mark,
            language=Language(row.language),
            channel=row.channel or None,
            words=row.words,
        ),
    )
