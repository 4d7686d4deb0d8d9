"""Mentions → services: which texts speak of the same service."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.model import (
    Attribute,
    Channel,
    ChannelCode,
    Fee,
    FeeKind,
    Mention,
    Service,
    SourceKind,
    Statement,
    Text,
)
from kb.resolve.names import is_same_name, plain_name

NORMATIVE = (SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD)
LONGEST_ID = 200  # bytes of UTF-8; an engine holds 512, a page's address shows every one as three letters
PREFIX_LETTERS = 3  # two prints of one name begin alike; comparing only those keeps the work linear


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """`services` ordered by id; `service_of` gives the service id of every mention key."""

    services: tuple[Service, ...]
    service_of: dict[str, str]


def resolve_services(mentions: Sequence[Mention], statements: Iterable[Statement]) -> Resolution:
    """Joins mentions with one key, one registry code or one name.

    Two mentions of one document with different keys are never joined: a text that lists two services means two. A
    registry code is the id of the one service that holds it; where several do, their keys are their ids.
    """
    groups = _group(mentions)
    holders = Counter(code for group in groups for code in {one.codes.get("registry") for one in group})
    stated: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        stated[statement.service].append(statement)
    services, service_of = [], {}
    for group in groups:
        keys = sorted({mention.key for mention in group})
        codes = sorted({code for one in group if (code := one.codes.get("registry")) and holders[code] == 1})
        known = [*codes, *sorted(keys, key=_rank)]
        ids = tuple(dict.fromkeys([short_id(known[0]), *known]))
        service = _build_service(group, ids, [item for key in keys for item in stated[key]])
        services.append(service)
        service_of.update(dict.fromkeys(keys, service.id))
    return Resolution(services=tuple(sorted(services, key=lambda service: service.id)), service_of=service_of)


def _group(mentions: Sequence[Mention]) -> list[list[Mention]]:
    parent = {mention.key: mention.key for mention in mentions}
    documents: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for mention in mentions:
        documents[mention.key].add((mention.evidence.document, mention.key))

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    def join(left: str, right: str) -> None:
        first, second = sorted((root(left), root(right)))
        if first == second or _share_document(documents[first], documents[second]):
            return
        parent[second] = first
        documents[first] |= documents[second]

    for left, right in _pairs(mentions):
        join(left, right)
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[root(mention.key)].append(mention)
    return [groups[key] for key in sorted(groups)]


def _share_document(left: set[tuple[str, str]], right: set[tuple[str, str]]) -> bool:
    return bool({document for document, _ in left} & {document for document, _ in right})


def _pairs(mentions: Sequence[Mention]) -> Iterable[tuple[str, str]]:
    """Pairs of keys that mean one service, the surest first: registry codes, then names of one language."""
    codes: dict[tuple[str, str], str] = {}
    for mention in mentions:
        for scheme, code in mention.codes.items():
            first = codes.setdefault((scheme, code), mention.key)
            if first != mention.key:
                yield first, mention.key
    yield from _name_pairs([(mention.key, mention.name_kk) for mention in mentions])
    yield from _name_pairs([(mention.key, mention.name_ru) for mention in mentions])


def _name_pairs(names: list[tuple[str, str | None]]) -> Iterable[tuple[str, str]]:
    buckets: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, name in names:
        if name:
            plain = plain_name(name)
            buckets[plain[:PREFIX_LETTERS]].append((key, plain))
    for bucket in buckets.values():
        for place, (key, name) in enumerate(bucket):
            for other, other_name in bucket[:place]:
                if other != key and is_same_name(name, other_name):
                    yield other, key


def short_id(key: str) -> str:
    """The key, or its beginning with a digest of the whole where it is too long for an id."""
    letters = key.encode()
    if len(letters) <= LONGEST_ID:
        return key
    tail = "~" + hashlib.sha256(letters).hexdigest()[:16]
    return letters[: LONGEST_ID - len(tail)].decode(errors="ignore") + tail


def _build_service(group: list[Mention], ids: tuple[str, ...], statements: list[Statement]) -> Service:
    codes = {scheme: code for mention in group for scheme, code in sorted(mention.codes.items())}
    norms = [statement for statement in statements if statement.source_kind in NORMATIVE]
    return Service(
        id=ids[0],
        ids=ids,
        name_kk=_best_name(mention.name_kk for mention in group),
        name_ru=_best_name(mention.name_ru for mention in group),
        owner=next((mention.owner for mention in group if mention.owner), None)
        or _first_text(norms, Attribute.PROVIDER),
        codes=codes,
        channels=_channels(norms),
        paid=_paid(norms),
        forms=_codes(norms, Attribute.FORM),
        recipients=_codes(norms, Attribute.RECIPIENT),
        sources=tuple(sorted({mention.source for mention in group})),
        sample=any(mention.sample for mention in group),
    )


def _rank(key: str) -> tuple[int, str]:
    """Keys of acts before those of portals and reports: an act's key outlives a report's number."""
    return (2 if key.startswith("mon") else 0 if ":" in key or "/" in key else 1), key


def _best_name(names: Iterable[str | None]) -> str | None:
    known = [name for name in names if name]
    return max(known, key=lambda name: (known.count(name), -len(name)), default=None)


def _first_text(statements: list[Statement], attribute: Attribute) -> str | None:
    return next(
        (item.value.text for item in statements if item.attribute is attribute and isinstance(item.value, Text)), None
    )


def _channels(statements: list[Statement]) -> tuple[ChannelCode, ...]:
    offered = {item.value.code for item in statements if isinstance(item.value, Channel) and item.value.offered}
    return tuple(sorted(offered))


def _paid(statements: list[Statement]) -> bool | None:
    kinds = {item.value.kind for item in statements if isinstance(item.value, Fee)}
    if not kinds:
        return None
    return kinds != {FeeKind.FREE}


def _codes(statements: list[Statement], attribute: Attribute) -> tuple[str, ...]:
    found = {
        item.value.code
        for item in statements
        if item.attribute is attribute and isinstance(item.value, Text) and item.value.code
    }
    return tuple(sorted(found))
