"""Annexes of several rules of one act that share a key: each service of them gets a key of its own.

Parts of an act that is kept in files do not say which of its rules they belong to: `zan:1/annex-1` is the first annex
of each of them. The whole act has other keys for them, and there nothing is shared.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from kb.model import Deadline, Fee, Language, Statement
from kb.text import fold_plain

OTHER_NAME = 70.0  # per cent of shared words: below it two names are of two services; editions rename within it
# Share of figures and codes that two texts of one service have in common. The real acts (2026-11-26): the two languages
# of a list 0.80 to 0.96, a service renamed between editions 0.94 and 1.0, two services of one order at most 0.69.
SAME_FIGURES = 0.75
SURELY = 2.0  # above every share: names say it
DIGITS = 8  # of the digest of a name
_OWN = re.compile(r"/of-[0-9a-f]{8}$")
_FIGURES = re.compile(r"\d{1,20}|[a-z]{3,40}")

Place = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexText:
    """One text of an annex: its document and snapshot, language, edition, the service's plain name there (None where it
    gives none), and the figures and codes of what it states."""

    place: Place
    language: Language
    edition: date | None
    name: str | None
    figures: Counter[str] = field(default_factory=Counter)


def annex_key(key: str) -> str:
    """The key of a mention as its text alone gives it."""
    return _OWN.sub("", key)


def is_shared(texts: Sequence[AnnexText]) -> bool:
    """Whether the names in one language tell of several services; figures are not looked at."""
    names = sorted({(one.language, one.name) for one in texts if one.name})
    return any(mine is its and are_other_names(one, other) for (mine, one), (its, other) in combinations(names, 2))


def count_figures(statements: Iterable[Statement]) -> Counter[str]:
    """The figures, codes and Latin words of statements: what both languages and all editions of a list share."""
    counted: Counter[str] = Counter()
    for one in statements:
        counted[f"{one.attribute} {_code(one)}"] += 1
        counted.update(_FIGURES.findall(fold_plain(one.evidence.quote)))
    return counted


def own_keys(key: str, texts: Sequence[AnnexText]) -> dict[Place, str]:
    """The key of each text of an annex that is keyed `key`: the same for the texts of one service.

    Texts are of one service by its name or by their figures; two names in one edition and language are of two. Where no
    language has two services all keep the key; else the service of the oldest edition keeps it, and the key of each
    other one ends in a digest of its first name.
    """
    ordered = sorted(texts, key=lambda one: (one.edition or date.max, one.place))
    services = _join(ordered)
    if not _several(services):
        return {one.place: key for one in ordered}
    return {one.place: key if number == 0 else _own(key, own) for number, own in enumerate(services) for one in own}


def _join(texts: Sequence[AnnexText]) -> list[list[AnnexText]]:
    """The texts by service, the likest pairs joined first; in the order of their first texts."""
    of = list(range(len(texts)))
    pairs = [(_likeness(texts[i], texts[j]), i, j) for i, j in combinations(range(len(texts)), 2)]
    for share, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        mine, theirs = ([place for place, owner in enumerate(of) if owner == of[end]] for end in (i, j))
        if share < SAME_FIGURES or of[i] == of[j] or any(_apart(texts[a], texts[b]) for a in mine for b in theirs):
            continue
        first = min(of[i], of[j])
        for place in (*mine, *theirs):
            of[place] = first
    services: dict[int, list[AnnexText]] = defaultdict(list)
    for place, owner in enumerate(of):
        services[owner].append(texts[place])
    return list(services.values())


def _several(services: Sequence[Sequence[AnnexText]]) -> bool:
    named = Counter(language for own in services for language in {one.language for one in own if one.name})
    return max(named.values(), default=0) > 1


def _likeness(one: AnnexText, other: AnnexText) -> float:
    if one.language is other.language and one.name and other.name and not _other_name(one, other):
        return SURELY
    return 2 * (one.figures & other.figures).total() / max(1, one.figures.total() + other.figures.total())


def _apart(one: AnnexText, other: AnnexText) -> bool:
    return one.edition == other.edition and _other_name(one, other)


def _other_name(one: AnnexText, other: AnnexText) -> bool:
    if one.language is not other.language or one.name is None or other.name is None:
        return False
    return are_other_names(one.name, other.name)


def are_other_names(one: str, other: str) -> bool:
    """Whether two plain names of one language are of two services, and not two wordings of one."""
    return fuzz.token_set_ratio(one, other) < OTHER_NAME


def _code(statement: Statement) -> str:
    match statement.value:
        case Deadline(value=value, unit=unit):
            return f"{value} {unit}"
        case Fee(kind=kind, amount=amount):
            return f"{kind} {amount}"
        case value:
            return str(getattr(value, "code", None))


def _own(key: str, texts: Sequence[AnnexText]) -> str:
    name = next((one.name for one in texts if one.name), texts[0].place[0])
    return f"{key}/of-{hashlib.sha256(name.encode()).hexdigest()[:DIGITS]}"
