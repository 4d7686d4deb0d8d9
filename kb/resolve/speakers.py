"""Who speaks in a statement, in the order in which speakers are believed."""

from functools import cache
from importlib.resources import files
from typing import Any

from kb.model import Language, SourceKind, Standing, Statement
from kb.norms.act_force import ConflictRule, conflict_rules
from kb.resolve.reports import report_year
from kb.yaml_text import parse_yaml

REPORT = "report"
NORMS = (SourceKind.ACT.value, SourceKind.STANDARD.value)


def rank_of(statement: Statement) -> int:
    """The rank of the speaker, 0 the first.

    A norm that a dated report retells ranks behind the texts themselves; an overlay ranks as the order that sets it,
    whoever tells of it.
    """
    if _is_order(statement):
        return 0
    speaker = statement.source_kind.value
    if speaker in NORMS and report_year(statement.service) is not None:
        speaker = REPORT
    return next(rank for rank, speakers in enumerate(_table()["speakers"]) if speaker in speakers)


def is_norm(statement: Statement) -> bool:
    """Whether a norm speaks, itself or retold by a report."""
    return statement.source_kind.value in NORMS or _is_order(statement)


def is_heard(statement: Statement) -> bool:
    """Whether someone only tells what was heard or seen: contact centres, people, surveys."""
    return statement.source_kind.value in _table()["heard"] and not _is_order(statement)


@cache
def precedence_rules() -> dict[str, ConflictRule]:
    """Every rule that may decide, by its code, in the order in which the rules are asked."""
    own = [
        ConflictRule(
            code=code,
            order=0,
            source={Language(language): words for language, words in entry["source"].items()},
            title={Language(language): words for language, words in entry["title"].items()},
        )
        for code, entry in _table()["rules"].items()
    ]
    return {rule.code: rule for rule in (*own, *conflict_rules())}


def _is_order(statement: Statement) -> bool:
    return statement.standing is Standing.OVERLAY and statement.by is not None


@cache
def _table() -> dict[str, Any]:
    content: dict[str, Any] = parse_yaml(
        files("kb.resolve").joinpath("data", "precedence.yaml").read_text(encoding="utf-8")
    )
    return content
