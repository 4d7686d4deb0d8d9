"""Marks of 1 to 5 given here and now: counted by service and channel, words beside them kept for some days.

Who gave a mark is kept nowhere. That an address gave one today is told by a digest with a secret of the day; it stands
apart from the mark, and the secret goes with the day (docs/practice.md).
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kb.model.live import LiveComment, LiveMark
from kb.norms import codes
from kb.pipeline.address_rate import AddressRate, network_of
from kb.pipeline.errors import BadFeedback, MarkedToday, TooManyMarks
from kb.pipeline.feedback import KEPT_DAYS, LONGEST_NAME, LONGEST_WORDS, MARKS_A_MINUTE, typed_text
from kb.pipeline.today import KAZAKHSTAN
from kb.store import Store, Writer
from kb.text import Masked, mask_personal

MARKS = range(1, 6)
_DAY = timedelta(days=1)


class LiveMarks:
    """The live marks of a base; `days` is how long words are kept, 0 keeps no marks. Threads may share it."""

    def __init__(
        self,
        store: Store,
        *,
        days: int = KEPT_DAYS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        mask: Callable[[str], Masked] = mask_personal,
        rate: AddressRate | None = None,
    ) -> None:
        self.days = days
        self._store = store
        self._clock = clock
        self._mask = mask
        self._rate = rate or AddressRate(most=MARKS_A_MINUTE)

    def note(self, mark: LiveMark, *, address: str) -> int:
        """Counts a mark and keeps its words masked; the year in whose wave it is counted.

        Raises BadFeedback for what cannot be kept, TooManyMarks for an address that goes on without end, MarkedToday
        where the address gave this service its mark of the day, StoreBusy.
        """
        if wait := self._rate.wait_s(address):
            raise TooManyMarks(wait)
        self._rate.note(address)
        if not self.days:
            raise BadFeedback("this base keeps no marks: KB_QUERY_LOG_DAYS is 0")
        checked = self._checked(mark)
        now = self._clock()
        day = now.astimezone(KAZAKHSTAN).date()
        with self._store.write() as base:
            found = base.service(checked.service)
            if found is None:
                raise BadFeedback("no service goes by this id; take one of the base")
            checked = replace(checked, service=found.id)
            self._note_giver(base, checked, day, address)
            base.count_live_mark(checked, day)
            if checked.words:
                base.add_live_comment(LiveComment(id=secrets.token_hex(8), made_at=now, mark=checked))
            base.forget_live_comments(now - self.days * _DAY)
        return day.year

    def comments(self, *, service: str | None = None, limit: int = 50) -> tuple[LiveComment, ...]:
        """What people wrote beside marks, the newest first; nothing that should be forgotten."""
        since = self._clock() - self.days * _DAY
        with self._store.read() as base:
            return base.live_comments(since=since, service=service, limit=limit)

    def forget_old(self) -> None:
        """Forgets the secrets of days that are over and words that were kept long enough; raises StoreBusy."""
        now = self._clock()
        day, kept = now.astimezone(KAZAKHSTAN).date(), now - self.days * _DAY
        with self._store.read() as base:
            if not (base.live_salts_before(day) or base.live_comments_before(kept)):
                return
        with self._store.write() as base:
            base.forget_live_days(day)
            base.forget_live_comments(kept)

    def _checked(self, mark: LiveMark) -> LiveMark:
        if mark.mark not in MARKS:
            raise BadFeedback("a mark is a whole number from 1 to 5")
        if mark.channel is not None and mark.channel not in codes("channel"):
            raise BadFeedback(f"no channel of this code; the channels are {', '.join(codes('channel'))}")
        if len(mark.service) > LONGEST_NAME:
            raise BadFeedback("no service goes by this id; take one of the base")
        words = typed_text(mark.words, "what you write", longest=LONGEST_WORDS)
        return replace(mark, words=self._mask(words).text)

    def _note_giver(self, base: Writer, mark: LiveMark, day: date, address: str) -> None:
        salt = base.live_salt(day)
        if salt is None:
            salt = secrets.token_hex(32)
            base.add_live_salt(day, salt)
        told = f"{network_of(address)}\n{mark.subject}\n{mark.service}".encode("utf-8", "replace")
        digest = hmac.new(salt.encode(), told, hashlib.sha256).hexdigest()
        if base.live_giver(day, digest):
            raise MarkedToday
        base.add_live_giver(day, digest)
