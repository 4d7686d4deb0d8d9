"""Mentions → services: which texts speak of the same service."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

from kb.model import (
    Attribute,
    Channel,
    ChannelCode,
    Fee,
    FeeKind,
    Language,
    LifeSituation,
    Mention,
    Service,
    SourceKind,
    Statement,
    Text,
)
from kb.resolve.bodies import BodyMatch, Doubt, normal_name, resolve_body
from kb.resolve.names import SAME_NAME, is_same_name, plain_name
from kb.resolve.providers import owner_code, resolve_providers

NORMATIVE = (SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD)
LONGEST_ID = 200  # bytes of UTF-8; an engine holds 512, a page's address shows every one as three letters
PREFIX_LETTERS = 3  # two prints of one name begin alike; comparing only those keeps the work small
# A code of the register has eight digits: three of the section, two of the life situation, three of the service.
REGISTER_CODE, LIFE_SITUATION = 8, 5
ONE_APPLICATION = "one_application"
AUTOMATION = ("electronic_full", "electronic_partial", "electronic", "paper")  # the highest first

KeyPair = tuple[str, str]
_Names = dict[str, list[tuple[str, str]]]  # keys and plain names by the letters that these begin with


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The mention keys of one service, sorted, and the ids that it goes by, the first of them its own."""

    keys: tuple[str, ...]
    ids: tuple[str, ...]


def group_mentions(
    mentions: Iterable[Mention], *, joined: Iterable[KeyPair] = (), apart: Iterable[KeyPair] = ()
) -> tuple[Group, ...]:
    """Joins mentions with one key, one registry code or one name; groups by their ids. Each mention is looked at once.

    Two mentions of one document with different keys are never joined: a text that lists two services means two. A
    registry code is the id of the one service that holds it; where several do, their keys are their ids. What people
    decided comes before all of that: the two keys of a pair in `joined` are one service, those in `apart` are two.
    """
    seen = _Seen(joined, apart)
    for mention in mentions:
        seen.add(mention)
    roots: dict[str, list[str]] = defaultdict(list)
    for key, root in seen.roots():
        roots[root].append(key)
    codes = {root: {code for key in keys for code in seen.registry.get(key, ())} for root, keys in roots.items()}
    holders = Counter(code for held in codes.values() for code in held)
    groups = []
    for root, keys in roots.items():
        own = sorted(code for code in codes[root] if holders[code] == 1)
        known = [*own, *sorted(keys, key=_rank)]
        groups.append(Group(keys=tuple(sorted(keys)), ids=tuple(dict.fromkeys([short_id(known[0]), *known]))))
    return tuple(sorted(groups, key=lambda group: group.ids))


class _Seen:
    """What joins mentions, without the mentions: keys, codes, plain names, documents."""

    def __init__(self, joined: Iterable[KeyPair], apart: Iterable[KeyPair]) -> None:
        self.registry: dict[str, tuple[str, ...]] = {}
        self._joined, self._apart = tuple(joined), tuple(apart)
        self._parent: dict[str, str] = {}
        self._documents: dict[str, tuple[str, ...]] = {}
        self._codes: dict[tuple[str, str], str] = {}
        self._same_code: list[tuple[str, str]] = []
        self._names_kk: _Names = defaultdict(list)
        self._names_ru: _Names = defaultdict(list)

    def add(self, mention: Mention) -> None:
        key = self._parent.setdefault(mention.key, mention.key)
        documents = self._documents.get(key, ())
        if mention.evidence.document not in documents:
            self._documents[key] = (*documents, mention.evidence.document)
        for scheme, code in mention.codes.items():
            first = self._codes.setdefault((scheme, code), key)
            if first != key:
                self._same_code.append((first, key))
        if registered := mention.codes.get("registry"):
            self.registry[key] = (*self.registry.get(key, ()), registered)
        for names, name in ((self._names_kk, mention.name_kk), (self._names_ru, mention.name_ru)):
            if name:
                plain = plain_name(name)
                names[plain[:PREFIX_LETTERS]].append((key, plain))

    def roots(self) -> Iterator[tuple[str, str]]:
        """Every key with the first key of its service; the surest joins first: people's, registry codes, then names."""
        for left, right in self._joined:
            if left in self._parent and right in self._parent:
                self._join(left, right, surely=True)
        for left, right in chain(self._same_code, _name_pairs(self._names_kk), _name_pairs(self._names_ru)):
            self._join(left, right)
        for key in self._parent:
            yield key, self._root(key)

    def _root(self, key: str) -> str:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def _join(self, left: str, right: str, *, surely: bool = False) -> None:
        first, second = sorted((self._root(left), self._root(right)))
        ours, theirs = self._documents[first], self._documents[second]
        if first == second or not (surely or set(ours).isdisjoint(theirs)) or self._are_apart(first, second):
            return
        self._parent[second] = first
        self._documents[first] = ours + theirs

    def _are_apart(self, first: str, second: str) -> bool:
        known = (pair for pair in self._apart if pair[0] in self._parent and pair[1] in self._parent)
        return any({self._root(left), self._root(right)} == {first, second} for left, right in known)


def _name_pairs(names: _Names) -> Iterator[tuple[str, str]]:
    """Pairs of keys whose names of one language are prints of one name."""
    for bucket in names.values():
        plain = [name for _, name in bucket]
        for place, (key, name) in enumerate(bucket):
            near = process.extract(name, plain[:place], scorer=fuzz.ratio, score_cutoff=SAME_NAME, limit=None)
            for other in sorted(number for _, _, number in near):
                if bucket[other][0] != key and is_same_name(name, plain[other]):
                    yield bucket[other][0], key


def short_id(key: str) -> str:
    """The key, or its beginning with a digest of the whole where it is too long for an id."""
    letters = key.encode()
    if len(letters) <= LONGEST_ID:
        return key
    tail = "~" + hashlib.sha256(letters).hexdigest()[:16]
    return letters[: LONGEST_ID - len(tail)].decode(errors="ignore") + tail


def build_service(group: Group, mentions: Sequence[Mention], statements: Iterable[Statement]) -> Service:
    """The service of a group: `mentions` of its keys in reading order, `statements` by key and in reading order."""
    codes = {scheme: code for mention in mentions for scheme, code in sorted(mention.codes.items())}
    norms = [statement for statement in statements if statement.source_kind in NORMATIVE]
    providers = [item for item in resolve_providers(norms) if item[0].attribute is Attribute.PROVIDER]
    owner, code = _owner(mentions, providers)
    forms = _codes(norms, Attribute.FORM)
    return Service(
        id=group.ids[0],
        ids=group.ids,
        name_kk=_best_name(mention.name_kk for mention in mentions),
        name_ru=_best_name(mention.name_ru for mention in mentions),
        owner=owner,
        codes=codes,
        channels=_channels(norms),
        paid=_paid(norms),
        forms=forms,
        recipients=_codes(norms, Attribute.RECIPIENT),
        sources=tuple(sorted({mention.source for mention in mentions})),
        sample=any(mention.sample for mention in mentions),
        owner_code=code,
        provider_codes=tuple(
            dict.fromkeys(code for _, match in providers if isinstance(match, BodyMatch) for code in match.codes)
        ),
        providers=tuple(dict.fromkeys(item.value.text for item, _ in providers if isinstance(item.value, Text))),
        life_situations=_life_situations(mentions),
        one_stop=ONE_APPLICATION in forms if forms else None,
        automation=next((code for code in AUTOMATION if code in forms), None),
    )


def _life_situations(mentions: Iterable[Mention]) -> tuple[LifeSituation, ...]:
    """By the codes of the register, with the headings that its texts in either language print."""
    names: dict[str, dict[Language, str]] = {}
    for mention in mentions:
        code = mention.codes.get("registry", "")
        if len(code) == REGISTER_CODE:
            found = names.setdefault(code[:LIFE_SITUATION], {})
            if mention.life_situation:
                found[mention.evidence.language] = mention.life_situation
    return tuple(
        LifeSituation(code=code, name_kk=found.get(Language.KK), name_ru=found.get(Language.RU))
        for code, found in sorted(names.items())
    )


def _owner(
    mentions: Sequence[Mention], providers: Sequence[tuple[Statement, BodyMatch | Doubt]]
) -> tuple[str | None, str | None]:
    """The owner's name and code: of a register or card before the first provider; as printed where in doubt."""
    for mention in mentions:
        if mention.owner:
            language = mention.evidence.language
            return _named(mention.owner, language, resolve_body(mention.owner, language))
    for statement, match in providers:
        if isinstance(statement.value, Text):
            return _named(statement.value.text, statement.evidence.language, match)
    return None, None


def _named(printed: str, language: Language, match: BodyMatch | Doubt) -> tuple[str, str | None]:
    if isinstance(match, Doubt):
        return printed, None
    return normal_name(match, language), owner_code(match.codes)


def _rank(key: str) -> tuple[int, str]:
    """Keys of acts before those of portals and reports: an act's key outlives a report's number."""
    return (2 if key.startswith("mon") else 0 if ":" in key or "/" in key else 1), key


def _best_name(names: Iterable[str | None]) -> str | None:
    known = [name for name in names if name]
    return max(known, key=lambda name: (known.count(name), -len(name)), default=None)


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
