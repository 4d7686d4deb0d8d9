"""The force of acts, and the rules for acts that contradict each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kb.model import ActType, Language
from kb.norms.errors import NormsError
from kb.norms.tables import read_table
from kb.norms.wording import compile_patterns, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """The place of a kind of act: `rank` 1 is the highest, `within` its place among kinds of one rank (0 alone).

    `law` orders them; `question` says in words by language what stays open about `within`.
    """

    kind: str
    rank: int
    within: int
    law: str
    question: dict[Language, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRule:
    """A rule for two acts that speak differently; rules are asked by `order`, `source` is where it stands."""

    code: str
    order: int
    source: dict[Language, str]
    title: dict[Language, str]


def force_of(
    act_type: ActType | None, day: date, *, issuers: Sequence[str] = (), title: str | None = None
) -> Force | None:
    """The force on `day` of an act of this type, told closer by its issuers and title as printed.

    None where the table cannot order it: rules and standards have the force of the act that approves them, a
    resolution or order without a known issuer may be anyone's. Raises NormsError for a day outside the table.
    """
    hierarchy = _hierarchy_on(day)
    kind = next((kind for kind in read_table("act_force")["kinds"] if _fits(kind, act_type, issuers, title)), None)
    rank = next((rank for rank, kinds in enumerate(hierarchy["levels"], start=1) if kind in kinds), None)
    if kind is None or rank is None:
        return None
    within = next((entry for entry in read_table("act_force")["within"] if kind in entry["kinds"]), None)
    return Force(
        kind=kind,
        rank=rank,
        within=within["kinds"].index(kind) if within else 0,
        law=hierarchy["law"],
        question={Language(code): words for code, words in within["question"].items()} if within else None,
    )


def compare_force(first: Force | None, second: Force | None) -> int | None:
    """1 when `first` is of higher force, -1 when `second` is, 0 for equal force, None when either is not known.

    Where the law knows one level and the table proposes an order, the forces carry the `question`.
    """
    if first is None or second is None:
        return None
    left, right = (first.rank, first.within), (second.rank, second.within)
    return (left < right) - (left > right)


@cache
def conflict_rules() -> tuple[ConflictRule, ...]:
    """All rules in the order in which they are asked."""
    rules = (
        ConflictRule(
            code=code,
            order=entry["order"],
            source={Language(language): words for language, words in entry["source"].items()},
            title={Language(language): words for language, words in entry["title"].items()},
        )
        for code, entry in read_table("conflict_rules").items()
    )
    return tuple(sorted(rules, key=lambda rule: rule.order))


def _hierarchy_on(day: date) -> dict[str, Any]:
    table = read_table("act_force")
    known: list[dict[str, Any]] = [entry for entry in table["hierarchy"] if entry["since"] <= day]
    if not known or day > table["last"]:
        first = min(entry["since"] for entry in table["hierarchy"])
        raise NormsError(
            f"the force of acts on {day.isoformat()} is not known: the table runs from {first.isoformat()} to "
            f"{table['last'].isoformat()}; check the law on legal acts of that day and "
            "extend kb/norms/data/act_force.yaml"
        )
    return max(known, key=lambda entry: entry["since"])


def _fits(kind: str, act_type: ActType | None, issuers: Sequence[str], title: str | None) -> bool:
    types, titles, bodies = _signs(kind)
    if act_type not in types:
        return False
    if titles and not (title and titles.search(plain(title.strip()))):
        return False
    return not bodies or any(bodies.search(plain(issuer)) for issuer in issuers)


@cache
def _signs(kind: str) -> tuple[frozenset[ActType], re.Pattern[str] | None, re.Pattern[str] | None]:
    entry = read_table("act_force")["kinds"][kind]
    titles, issuers = entry.get("titles"), entry.get("issuers")
    return (
        frozenset(ActType(code) for code in entry["types"]),
        compile_patterns(titles) if titles else None,
        compile_patterns(issuers) if issuers else None,
    )
