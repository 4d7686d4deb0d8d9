"""Public bodies as dated entities: their names, parents and followers over the years."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, get_args

from kb.model import Language
from kb.norms.errors import NormsError
from kb.norms.tables import read_table

BodyKind = Literal[
    "government", "ministry", "agency", "office", "court", "committee", "department", "service",
    "local_body", "local_department", "organisation", "organisation_class",
]  # fmt: skip
_TABLES = ("ministries", "committees", "organisations")


class UnknownBodyError(NormsError):
    """A code that the tables of bodies do not hold."""


class BodyDayError(NormsError):
    """A day on which the body did not exist, or that the tables do not speak for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """A name in both languages, without the words of the country.

    `until` is exclusive; `citation` is the act that gave the name, None where the tables do not tell it.
    """

    kk: str
    ru: str
    since: date
    until: date | None
    parent: str | None
    citation: str | None

    def in_language(self, language: Language) -> str:
        """The name in Kazakh or Russian; the Kazakh one for any other language."""
        return self.ru if language is Language.RU else self.kk

    def holds_on(self, day: date) -> bool:
        """Whether the name was in use on `day`."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """That `code` followed a body on `day`; `verified` is whether the text of the act was read."""

    code: str
    day: date
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body, or all bodies of a kind; `names` in order of days, `parents` all that it ever belonged to.

    `territorial` are the names of its regional bodies. `absorbed` where the only follower took more than this body
    over, and so is not the same body under another name.
    """

    code: str
    kind: BodyKind
    names: tuple[BodyName, ...]
    parents: tuple[str, ...]
    abbreviations: Mapping[Language, tuple[str, ...]]
    aliases: Mapping[Language, tuple[str, ...]]
    territorial: Mapping[Language, tuple[str, ...]]
    became: tuple[Succession, ...]
    absorbed: bool


@cache
def bodies() -> Mapping[str, Body]:
    """Every body by its code, in the order of the tables."""
    found: dict[str, Body] = {}
    for table in _TABLES:
        for code, entry in read_table(f"bodies/{table}").items():
            if code in found:
                raise NormsError(f"kb/norms/data/bodies/{table}.yaml: {code} stands twice; keep one entry")
            found[code] = _body(code, entry)
    for body in found.values():
        for named in (*body.parents, *(item.code for item in body.became)):
            if named not in found:
                raise NormsError(f"kb/norms/data/bodies: {body.code} names {named!r}, which has no entry; add it")
    return found


def bodies_period() -> tuple[date, date]:
    """First and last day that the tables speak for."""
    table = read_table("bodies/acts")
    return table["valid_from"], table["valid_until"]


def body(code: str) -> Body:
    """The body of a code; raises UnknownBodyError."""
    if code not in bodies():
        raise UnknownBodyError(f"no body {code!r}; the bodies are the entries of kb/norms/data/bodies")
    return bodies()[code]


def body_on(code: str, day: date) -> BodyName:
    """The name and parent of the body on `day`; raises UnknownBodyError, or BodyDayError for a day without the body."""
    asked = body(code)
    first, last = bodies_period()
    if not first <= day <= last:
        raise BodyDayError(f"bodies of {day} are not known: the tables run from {first} to {last}; extend them first")
    for name in asked.names:
        if name.holds_on(day):
            return name
    spans = ", ".join(f"{name.since} to {name.until or last}" for name in asked.names)
    raise BodyDayError(f"there was no {code} on {day}; it was there from {spans}")


def names_of(code: str, day: date, language: Language) -> tuple[str, ...]:
    """The official name of `day` first, then aliases and abbreviations; raises like `body_on`."""
    asked = body(code)
    return (
        body_on(code, day).in_language(language),
        *asked.aliases.get(language, ()),
        *asked.abbreviations.get(language, ()),
    )


def successor_of(code: str) -> tuple[Succession, ...]:
    """The bodies that followed, none where the body goes on, several after a split; raises UnknownBodyError."""
    return body(code).became


def same_body(one: str, other: str) -> bool:
    """Whether one is the other under a later name: by a line of sole followers, never over a split or a merger."""
    return one in _line(other) or other in _line(one)


def ancestors(code: str) -> frozenset[str]:
    """Every body that stood above this one at any time; raises UnknownBodyError."""
    found: set[str] = set()
    waiting = deque(body(code).parents)
    while waiting:
        parent = waiting.popleft()
        if parent not in found:
            found.add(parent)
            waiting.extend(body(parent).parents)
    return frozenset(found)


def _line(code: str) -> Iterator[str]:
    """The body and its sole followers."""
    while True:
        yield code
        followers = body(code).became
        if len(followers) != 1 or body(code).absorbed:
            return
        code = followers[0].code


def _body(code: str, entry: dict[str, Any]) -> Body:
    if entry["kind"] not in get_args(BodyKind):
        raise NormsError(f"kb/norms/data/bodies: {code} is of an unknown kind {entry['kind']!r}")
    parent = entry.get("parent")
    names = tuple(_name(row, parent) for row in entry["names"])
    days = [name.since for name in names]
    ends = [name.until or date.max for name in names]
    if days != sorted(days) or any(end > start for end, start in zip(ends, days[1:], strict=False)):
        raise NormsError(f"kb/norms/data/bodies: the names of {code} must stand in order of days and not overlap")
    own = [name.parent for name in names]
    return Body(
        code=code,
        kind=entry["kind"],
        names=names,
        parents=tuple(dict.fromkeys(item for item in (*entry.get("parents", ()), parent, *own) if item)),
        abbreviations=_words(entry.get("abbr", {})),
        aliases=_words(entry.get("alias", {})),
        territorial=_words(entry.get("territorial", {})),
        became=tuple(_succession(row) for row in entry.get("became", ())),
        absorbed=entry.get("absorbed", False),
    )


def _name(row: dict[str, Any], parent: str | None) -> BodyName:
    since = row.get("from", bodies_period()[0])
    return BodyName(
        kk=row["kk"],
        ru=row["ru"],
        since=since,
        until=row.get("until"),
        parent=row.get("parent", parent),
        citation=_act(row["act"])["citation"] if "act" in row else None,
    )


def _words(entry: dict[str, list[str]]) -> dict[Language, tuple[str, ...]]:
    return {Language(code): tuple(words) for code, words in entry.items()}


def _succession(row: dict[str, Any]) -> Succession:
    act = _act(row["act"])
    return Succession(code=row["code"], day=row["day"], citation=act["citation"], verified=act["verified"])


def _act(name: str) -> dict[str, Any]:
    acts: dict[str, dict[str, Any]] = read_table("bodies/acts")["acts"]
    if name not in acts:
        raise NormsError(f"kb/norms/data/bodies/acts.yaml has no act {name!r}; add its citation")
    return acts[name]
