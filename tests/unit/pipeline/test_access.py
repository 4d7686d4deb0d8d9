"""Keys and sessions, and what the trail tells of the changes of people."""

import hashlib
import hmac
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from kb.model.access import LOCAL, Actor, Role
from kb.pipeline import BadCursor, BadKey, Home, Registry, UnknownName, remove_source
from kb.pipeline.access import SESSION_LIFE, Access
from kb.pipeline.audit_trail import audit_entry_to_json
from kb.pipeline.curation import Curation
from kb.pipeline.query_log import QueryLog
from kb.store import Store

NOW = datetime(2026, 3, 4, 18, 59, tzinfo=UTC)  # one minute to midnight in Kazakhstan
TODAY = date(2026, 3, 4)


class Clock:
    """The time, which goes on when it is told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = home.store()
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def access(store: Store, clock: Clock) -> Access:
    return Access(store, clock=clock)


def test_a_key_tells_who_it_is_and_only_its_digest_is_kept(access: Access, store: Store) -> None:
    made = access.add_key(" Гүлнар  А. ", Role.LAWYER, actor=LOCAL)
    assert access.who(made.secret) == Actor("Гүлнар А.", Role.LAWYER, made.key.id)
    with store.read() as base:
        assert base.access_key(made.key.id) == (made.key, hashlib.sha256(made.secret.encode()).hexdigest())
    told = audit_entry_to_json(next(iter(access.trail.all())))
    assert made.secret.rpartition("_")[2] not in str(told)


def test_a_key_has_32_random_bytes_and_no_two_are_alike(access: Access, store: Store) -> None:
    drawn: list[int] = []

    def draw(count: int) -> str:
        drawn.append(count)
        return "A" * 43

    assert Access(store, draw=draw).add_key("a", Role.READER, actor=LOCAL).secret.endswith("_" + "A" * 43)
    assert drawn == [32]
    secrets = {access.add_key(f"k{number}", Role.READER, actor=LOCAL).secret for number in range(20)}
    assert len({secret[18:] for secret in secrets}) == 20
    assert {len(secret) for secret in secrets} == {61}


def test_keys_are_compared_in_constant_time_also_where_there_is_none(
    access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL)
    compared: list[tuple[str, str]] = []
    true = hmac.compare_digest

    def compare(a: str, b: str) -> bool:
        compared.append((a, b))
        return true(a, b)

    monkeypatch.setattr("kb.pipeline.access.hmac.compare_digest", compare)
    for given in (made.secret, made.secret[:-1] + "!", "nonsense", f"anyq_{'0' * 12}_{'A' * 43}"):
        access.who(given)
    assert len(compared) == 4
    assert all(len(a) == len(b) == 64 for a, b in compared)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "needed"), ("  ", "needed"), ("a" * 101, "at most 100"), ("a\x1b[2J", "cannot be shown"),
        ("Local", "another name"), ("ГҮЛНАР", "made before"),
    ],
)  # fmt: skip
def test_a_name_that_no_key_may_have(access: Access, name: str, message: str) -> None:
    access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL)
    with pytest.raises(BadKey, match=message):
        access.add_key(name, Role.READER, actor=LOCAL)
    assert len(access.keys()) == 1
    assert access.trail.check().entries == 1


def test_the_name_of_a_withdrawn_key_is_given_to_nobody_else(access: Access) -> None:
    access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL)
    access.withdraw_key("Гүлнар", actor=LOCAL)
    with pytest.raises(BadKey, match="made before"):
        access.add_key("Гүлнар", Role.ADMINISTRATOR, actor=LOCAL)


def test_a_name_with_sql_is_a_name(access: Access) -> None:
    name = "x'); DROP TABLE access_keys; --"
    made = access.add_key(name, Role.READER, actor=LOCAL)
    found = access.who(made.secret)
    assert found
    assert found.name == name
    with pytest.raises(UnknownName):
        access.withdraw_key("' OR '1'='1", actor=LOCAL)
    access.withdraw_key(name, actor=LOCAL)
    assert access.who(made.secret) is None


def test_a_key_holds_through_its_last_day_in_kazakhstan(access: Access, clock: Clock) -> None:
    made = access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL, last_day=TODAY)
    session = access.sign_in(made.secret)
    assert session
    assert access.who(made.secret)
    clock.go_on(minutes=1)
    assert access.who(made.secret) is None
    assert access.sign_in(made.secret) is None
    assert access.session(session.secret) is None
    with pytest.raises(BadKey, match="is over"):
        access.add_key("Ерлан", Role.LAWYER, actor=LOCAL, last_day=TODAY)


def test_a_session_is_new_each_time_and_lasts_twelve_hours(access: Access, clock: Clock) -> None:
    key = access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL).secret
    first, second = access.sign_in(key), access.sign_in(key)
    assert first
    assert second
    assert first.secret != second.secret
    assert first.form_token != second.form_token
    assert access.session(first.secret) == first
    clock.go_on(seconds=SESSION_LIFE.total_seconds() - 1)
    assert access.session(first.secret) == first
    clock.go_on(seconds=1)
    assert access.session(first.secret) is None


def test_signing_out_ends_one_session_and_withdrawing_the_key_all(access: Access) -> None:
    key = access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL).secret
    sessions = [access.sign_in(key) for _ in range(3)]
    first, second, third = [one for one in sessions if one]
    access.sign_out(first)
    assert access.session(first.secret) is None
    assert access.session(second.secret) == second
    access.withdraw_key("Гүлнар", actor=LOCAL)
    assert (access.session(second.secret), access.session(third.secret), access.sign_in(key)) == (None, None, None)
    with pytest.raises(UnknownName):
        access.withdraw_key("Гүлнар", actor=LOCAL)


def test_the_base_keeps_neither_cookies_nor_tokens(access: Access, home: Home) -> None:
    session = access.sign_in(access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL).secret)
    assert session
    kept = b"".join(path.read_bytes() for path in home.folder.iterdir() if path.is_file())
    assert hashlib.sha256(session.secret.encode()).hexdigest().encode() in kept
    assert session.secret.encode() not in kept
    assert session.form_token.encode() not in kept


@pytest.mark.parametrize("given", ["", "x", "A" * 43, "A" * 100_000, "' OR 1=1 --", "ә" * 43, "\x00", "\ud800"])
def test_nonsense_is_nobody(access: Access, given: str) -> None:
    access.add_key("Гүлнар", Role.LAWYER, actor=LOCAL)
    assert (access.who(given), access.session(given), access.sign_in(given)) == (None, None, None)


def test_a_cursor_that_is_none_is_told(access: Access) -> None:
    for cursor in ("", "-1", "1 OR 1=1", "９", "1" * 40):
        with pytest.raises(BadCursor):
            access.trail.listed(after=cursor)


def test_every_change_of_people_is_in_the_trail(built: Home) -> None:
    registry = Registry(built)
    lawyer = Actor("Гүлнар", Role.LAWYER, "0a")
    service = next(registry.all_services()).id
    synonym = registry.curation.add_synonym(["оқубақ"], term="мектеп", actor=lawyer)
    bet = registry.curation.add_best_bet("құс үйі", service, actor=LOCAL.signing(" Ерлан "))
    registry.curation.withdraw_synonym(synonym.id, actor=lawyer)
    registry.curation.withdraw_best_bet(bet.id, actor=lawyer)
    registry.queries.forget(actor=lawyer, older_than=0)
    registry.close()
    remove_source(built, "lawgit", actor=LOCAL.signing("Сәуле"))
    registry = Registry(built)
    told = [(one.action, one.target, one.actor.name) for one in registry.access.trail.all()]
    check = registry.access.trail.check()
    registry.close()
    assert told == [
        ("source.remove", "lawgit", "Сәуле"), ("queries.forget", "queries", "Гүлнар"),
        ("best_bet.withdraw", str(bet.id), "Гүлнар"), ("synonym.withdraw", str(synonym.id), "Гүлнар"),
        ("best_bet.add", str(bet.id), "Ерлан"), ("synonym.add", str(synonym.id), "Гүлнар"),
    ]  # fmt: skip
    assert (check.entries, check.broken) == (6, None)


def test_a_change_that_was_refused_leaves_no_trace(store: Store) -> None:
    curation = Curation(store)
    for change in (curation.withdraw_synonym, curation.withdraw_best_bet):
        with pytest.raises(UnknownName):
            change(7, actor=LOCAL)
    assert Access(store).trail.check().entries == 0


def test_what_the_program_forgets_by_itself_is_no_change_of_a_person(store: Store) -> None:
    log = QueryLog(store, Curation(store), days=1)
    log.begin()
    log.flush()
    log.close()
    assert Access(store).trail.check().entries == 0
