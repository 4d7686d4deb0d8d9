"""The part of a build that is about people: which decisions hold, and what they should look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from kb.model import (
    Decision,
    Document,
    DoubtReason,
    Evidence,
    Gap,
    Mention,
    ReviewItem,
    ReviewKind,
    ReviewState,
    Verdict,
    words_digest,
)
from kb.model.review import STATE_OF, item_id
from kb.model.review_shapes import pair_key, statement_key, statement_place
from kb.resolve import ActHistory, Group, date_statements
from kb.resolve.doubts import CONFIDENCE, StatementDoubt, find_doubts
from kb.resolve.name_doubts import find_name_doubts
from kb.store import Reader, Writer

Found = tuple[ReviewItem, ReviewState, dict[str, list[str]]]
KeyPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Held:
    """The decisions that hold in this base.

    `statements` has them by statement id, `pairs` those on two services, `standing` all newest ones by item. `present`
    are the keys of statements in force where anything was decided: a decision whose key is not among them has lost
    its reading.
    """

    statements: dict[str, Decision] = field(default_factory=dict)
    pairs: tuple[Decision, ...] = ()
    standing: Mapping[str, Decision] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)

    @property
    def joined(self) -> tuple[KeyPair, ...]:
        """Keys of mentions that people took for one service."""
        return tuple(_keys(one.item) for one in self.pairs if one.verdict is Verdict.ACCEPT)

    @property
    def apart(self) -> tuple[KeyPair, ...]:
        """Keys of mentions that people took for two services."""
        return tuple(_keys(one.item) for one in self.pairs if one.verdict is Verdict.REJECT)


def hold_decisions(base: Writer, history: ActHistory) -> Held:
    """The decisions whose clauses still read as they did; they follow acts that are known by another id now."""
    if not base.decision_count():
        return Held()
    base.rename_decisions(_renamed(base, history))
    standing = base.standing_decisions()
    pairs = [one for one in standing.values() if one.item.kind is ReviewKind.SERVICES]
    names = _names_of(base, {key for one in pairs for key in one.item.keys})
    held = Held(pairs=tuple(one for one in pairs if _still_named(one.item, names)), standing=standing)
    places = {one.item.place for one in standing.values()}
    words = _ClauseWords(base)
    for statement in date_statements(base.unresolved_statements(), history):
        if statement_place(statement) not in places:
            continue
        key = statement_key(statement)
        if statement.valid_to is None:
            held.present.add(key)
        decision = standing.get(item_id(key, words.digest(statement.evidence)))
        if decision is not None:
            held.statements[statement.id] = decision
    return held


def find_review_items(base: Reader, groups: Sequence[Group], held: Held) -> Iterator[Found]:
    """What people should look at, with what they decided before; each item once."""
    gaps: dict[str, list[Gap]] = {}
    for gap, service in base.gaps():
        gaps.setdefault(service, []).append(gap)
    doubts: list[tuple[StatementDoubt, str]] = []
    for service, own in groupby(base.statements(), key=itemgetter(1)):
        statements = [one for one, _ in own]
        found = find_doubts(statements, gaps.get(service, ()))
        told = {doubt.statement.id for doubt in found}
        decided = [one for one in statements if one.id in held.statements and one.id not in told]
        doubts += [(doubt, service) for doubt in found]
        doubts += [(StatementDoubt(statement=one, reasons=(DoubtReason.DECIDED,)), service) for one in decided]
    yield from _statement_items(base, doubts, held)
    yield from _pair_items(base, groups, held)


def _statement_items(base: Reader, doubts: Iterable[tuple[StatementDoubt, str]], held: Held) -> Iterator[Found]:
    earlier_keys = {one.item.key for one in held.standing.values()}
    lost = {one.item.place for one in held.standing.values() if one.item.key not in held.present}
    words = _ClauseWords(base)
    items: dict[str, ReviewItem] = {}
    subjects: dict[str, dict[str, list[str]]] = {}
    for doubt, service in sorted(doubts, key=lambda pair: pair[0].statement.evidence.snapshot):
        item = _statement_item(doubt, service, words.digest(doubt.statement.evidence))
        known = items.setdefault(item.id, item)
        if known is not item:
            items[item.id] = replace(
                known,
                statements=tuple(dict.fromkeys((*known.statements, *item.statements))),
                services=tuple(dict.fromkeys((*known.services, service))),
            )
        subjects.setdefault(item.id, {}).setdefault(service, []).append(doubt.statement.id)
    for name, item in items.items():
        decision = held.standing.get(name)
        reopened = item.key in earlier_keys or item.place in lost
        state = STATE_OF[decision.verdict] if decision else ReviewState.REOPENED if reopened else ReviewState.OPEN
        yield item, state, subjects[name]


def _statement_item(doubt: StatementDoubt, service: str, digest: str) -> ReviewItem:
    statement = doubt.statement
    return ReviewItem(
        key=statement_key(statement),
        place=statement_place(statement),
        digest=digest,
        kind=ReviewKind.STATEMENT,
        reasons=doubt.reasons,
        confidence=doubt.confidence,
        evidence=(statement.evidence,),
        statement=statement,
        statements=(statement.id,),
        services=(service,),
        candidates=doubt.candidates,
    )


def _pair_items(base: Reader, groups: Sequence[Group], held: Held) -> Iterator[Found]:
    owner = {key: group.ids[0] for group in groups for key in group.keys}
    decided = {frozenset(owner[key] for key in one.item.keys) for one in held.pairs}
    for one in held.pairs:
        services = tuple(dict.fromkeys(owner[key] for key in one.item.keys))
        item = replace(one.item, services=services)
        yield item, STATE_OF[one.verdict], {service: [] for service in services}
    earlier = {one.item.key for one in held.standing.values()}
    for pair in find_name_doubts(groups, base.mentions()):
        services = (owner[pair.left.key], owner[pair.right.key])
        if frozenset(services) in decided:
            continue
        item = _pair_item(pair.left, pair.right, pair.reason, services)
        state = ReviewState.REOPENED if item.key in earlier else ReviewState.OPEN
        yield item, state, {service: [] for service in services}


def _pair_item(left: Mention, right: Mention, reason: DoubtReason, services: KeyPair) -> ReviewItem:
    key = pair_key(left.key, right.key)
    names = (_name(left), _name(right))
    return ReviewItem(
        key=key,
        place=key,
        digest=words_digest("\x1f".join(sorted(names))),
        kind=ReviewKind.SERVICES,
        reasons=(reason,),
        confidence=CONFIDENCE[reason],
        evidence=(left.evidence, right.evidence),
        services=services,
        names=names,
        keys=(left.key, right.key),
    )


def _name(mention: Mention) -> str:
    return mention.name_kk or mention.name_ru or mention.key


def _names_of(base: Reader, keys: set[str]) -> dict[str, set[str]]:
    """The digests of all names that these keys are printed with."""
    names: dict[str, set[str]] = {key: set() for key in keys}
    for mention in base.mentions(keys=sorted(keys)) if keys else ():
        names[mention.key].update(words_digest(name) for name in (mention.name_kk, mention.name_ru) if name)
    return names


def _still_named(item: ReviewItem, names: Mapping[str, set[str]]) -> bool:
    return all(words_digest(name) in names[key] for key, name in zip(item.keys, item.names, strict=True))


def _keys(item: ReviewItem) -> KeyPair:
    left, right = item.keys
    return left, right


def _renamed(base: Reader, history: ActHistory) -> Iterator[tuple[int, ReviewItem]]:
    """Decisions on clauses of acts that go by another id now, with their items under that id."""
    for decision in base.decisions():
        item = decision.item
        if item.statement is None or not item.statement.evidence.act:
            continue
        act = history.id_of(item.statement.evidence.act)
        statement = replace(item.statement, evidence=replace(item.statement.evidence, act=act))
        key, place = statement_key(statement), statement_place(statement)
        if (key, place) != (item.key, item.place):
            yield decision.id, replace(item, statement=statement, key=key, place=place)


class _ClauseWords:
    """The words that a reading stands in; one document at a time is held."""

    def __init__(self, base: Reader) -> None:
        self._base = base
        self._document: Document | None = None

    def digest(self, evidence: Evidence) -> str:
        """The digest of the clause's words, of the quoted words where the text has no clauses."""
        if self._document is None or self._document.snapshot.digest != evidence.snapshot:
            self._document = self._base.document(evidence.snapshot)
        clauses = self._document.clauses if self._document else ()
        text = self._document.text if self._document else ""
        for clause in clauses:
            if clause.id == evidence.clause and clause.start <= evidence.start and evidence.end <= clause.end:
                return words_digest(text[clause.start : clause.end])
        return words_digest(evidence.quote)
