"""What the law says in general of complaints about public services, on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kb.model import ActReference, ActType, Language
from kb.norms.errors import NormsError
from kb.norms.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintRule:
    """One rule in words by language; it stands in `clause`, in words by language, of `act`.

    `act_ids` are the ids that databases of acts give it.
    """

    code: str
    words: dict[Language, str]
    act: ActReference
    act_ids: tuple[str, ...]
    clause: dict[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    valid_from: date
    rules: tuple[ComplaintRule, ...]


def complaint_rules_on(day: date) -> tuple[ComplaintRule, ...]:
    """The rules that hold on `day`, in the order of a complaint; raises NormsError for a day outside the table."""
    last: date = read_table("complaint")["valid_until"]
    known = [row for row in _rows() if row.valid_from <= day <= last]
    if not known:
        raise NormsError(
            f"the general rules on complaints of {day.isoformat()} are not known: the table runs from "
            f"{_rows()[0].valid_from.isoformat()} to {last.isoformat()}; read the articles of that day and extend "
            "kb/norms/data/complaint.yaml"
        )
    return known[-1].rules


@cache
def _rows() -> tuple[_Row, ...]:
    rows = []
    for entry in read_table("complaint")["rows"]:
        act = ActReference(type=ActType(entry["act"]["type"]), number=entry["act"]["number"], date=entry["act"]["date"])
        rules = (
            ComplaintRule(
                code=rule["code"],
                words={language: str(rule[language.value]) for language in Language},
                act=act,
                act_ids=tuple(entry["act"]["ids"]),
                clause={language: str(rule["clause"][language.value]) for language in Language},
            )
            for rule in entry["rules"]
        )
        rows.append(_Row(valid_from=entry["valid_from"], rules=tuple(rules)))
    return tuple(sorted(rows, key=lambda row: row.valid_from))
