"""Who may write: keys, and sessions of the pages."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from kb.model.access import LOCAL_NAME, AccessKey, Actor, Role, Session
from kb.pipeline.audit_trail import AuditTrail
from kb.pipeline.errors import BadKey, UnknownName
from kb.pipeline.today import KAZAKHSTAN
from kb.pipeline.typed_words import typed_words
from kb.store import Store

SECRET_BYTES = 32
SESSION_LIFE = timedelta(hours=12)
LONGEST_NAME = 100
# anyq_, twelve hexadecimal digits that find the key and are no secret, 32 random bytes.
_KEY = re.compile(r"anyq_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")
_SESSION = re.compile(r"[A-Za-z0-9_-]{43}")
_NO_DIGEST = "0" * 64


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new key, and what opens with it: it is told this once and kept nowhere."""

    key: AccessKey
    secret: str = field(repr=False)


class Access:
    """The keys of a base. Safe to use from several threads."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        draw: Callable[[int], str] = secrets.token_urlsafe,
        draw_id: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self.trail = AuditTrail(store)
        self._store = store
        self._clock = clock
        self._draw = draw
        self._draw_id = draw_id
        self._asks_key = False

    @property
    def asks_key(self) -> bool:
        """Whether a key was ever made: from then on nobody writes without one."""
        if not self._asks_key:  # keys are never deleted, so that it stays true once it is
            with self._store.read() as base:
                self._asks_key = base.has_keys()
        return self._asks_key

    def keys(self) -> tuple[AccessKey, ...]:
        """All keys that were ever made, the first made first."""
        with self._store.read() as base:
            return base.access_keys()

    def add_key(self, name: str, role: Role, *, actor: Actor, last_day: date | None = None) -> MadeKey:
        """Makes a key that holds through `last_day` (None = until it is withdrawn).

        Raises BadKey for a name that a key has or had, and for a day that is over.
        """
        name = typed_words(name, "the name of a key", longest=LONGEST_NAME, wrong=BadKey)
        now = self._clock()
        if name.casefold() == LOCAL_NAME:
            raise BadKey(f"{LOCAL_NAME} is the person at this machine; give the key another name")
        if last_day is not None and last_day < _day_of(now):
            raise BadKey(f"{last_day} is over; give a day to come")
        key = AccessKey(id=self._draw_id(6), name=name, role=role, made_at=now, last_day=last_day)
        secret = f"anyq_{key.id}_{self._draw(SECRET_BYTES)}"
        with self._store.write() as base:
            if any(one.name.casefold() == name.casefold() for one in base.access_keys()):
                raise BadKey(f"a key named {name} was made before; give another name, the audit trail tells keys by it")
            base.add_access_key(key, digest=_digest(secret))
            told = {"key": key.id, "role": role.value, "last_day": last_day.isoformat() if last_day else None}
            base.note_audit(actor=actor, action="key.add", target=name, after=told, at=now)
        return MadeKey(key, secret)

    def withdraw_key(self, name: str, *, actor: Actor) -> AccessKey:
        """Takes a key out of use and ends its sessions; raises UnknownName where no such key is in use."""
        now = self._clock()
        with self._store.write() as base:
            found = next((one for one in base.access_keys() if one.name == " ".join(name.split())), None)
            if found is None or not base.withdraw_access_key(found.id, when=now):
                raise UnknownName(f"no key named {name!r} is in use")
            base.note_audit(actor=actor, action="key.withdraw", target=found.name, before={"key": found.id}, at=now)
        return found

    def who(self, given: str) -> Actor | None:
        """Who shows this key; None for what is no key, or one that holds no more."""
        form = _KEY.fullmatch(given)
        with self._store.read() as base:
            found = base.access_key(form[1] if form else "")
        key, digest = found or (None, _NO_DIGEST)
        # Compared also where there is no such key, so that the time tells nothing.
        fits = hmac.compare_digest(_digest(given), digest)
        return key.actor if key and fits and key.holds(_day_of(self._clock())) else None

    def sign_in(self, given: str) -> Session | None:
        """A new session for who shows this key; None for what opens nothing."""
        actor = self.who(given)
        if actor is None or actor.key is None:
            return None
        secret, now = self._draw(SECRET_BYTES), self._clock()
        ends_at = now + SESSION_LIFE
        with self._store.write() as base:
            base.add_session(_digest(secret), key=actor.key, now=now, ends_at=ends_at)
            base.note_audit(actor=actor, action="session.begin", target=actor.name, at=now)
        return _session(secret, actor, ends_at)

    def session(self, secret: str) -> Session | None:
        """The session of a cookie; None where it ended, or its key holds no more."""
        if not _SESSION.fullmatch(secret):
            return None
        with self._store.read() as base:
            found = base.session(_digest(secret))
        now = self._clock()
        if found is None or found[1] <= now or not found[0].holds(_day_of(now)):
            return None
        return _session(secret, found[0].actor, found[1])

    def sign_out(self, session: Session) -> None:
        """Ends a session."""
        with self._store.write() as base:
            base.end_session(_digest(session.secret))
            base.note_audit(
                actor=session.actor, action="session.end", target=session.actor.name, at=self._clock()
            )  # fmt: skip


def _session(secret: str, actor: Actor, ends_at: datetime) -> Session:
    # The token of the forms is made from the secret, which it does not give away: nothing more has to be kept.
    token = hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()
    return Session(actor=actor, ends_at=ends_at, secret=secret, form_token=token)


def _digest(secret: str) -> str:
    # Of 256 random bits; a slow digest as for passwords would add nothing.
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _day_of(moment: datetime) -> date:
    return moment.astimezone(KAZAKHSTAN).date()
