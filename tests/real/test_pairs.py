"""Kazakh and Russian clauses of real acts are paired as a person pairs them."""

from pathlib import Path
from typing import Any

import yaml

from kb.model import ClauseKind, Document
from kb.read import Pair, align_clauses
from tests.real.act_file import read_act
from tests.real.clause_score import beginning

PAIRS = Path(__file__).with_name("pairs")
ENOUGH = 0.97


def ids_by_line(document: Document) -> dict[int, str]:
    """Id of the clause that begins in a line, counted from one: a table's row, else the innermost."""
    clauses = sorted(document.clauses, key=lambda one: (one.kind is ClauseKind.ROW, one.start - one.end))
    return {document.line_of(beginning(document, clause)): clause.id for clause in clauses}


def disagreements(listed: list[dict[str, int | None]], kk: Document, ru: Document, read: tuple[Pair, ...]) -> list[str]:
    """The listed pairs that were paired otherwise, in words; a line at which no clause begins is one too."""
    of_kk, of_ru = ids_by_line(kk), ids_by_line(ru)
    read_pairs = {(pair.kk, pair.ru) for pair in read}
    told: list[str] = []
    for pair in listed:
        wanted = (
            None if pair["kk"] is None else of_kk.get(pair["kk"], "no clause"),
            None if pair["ru"] is None else of_ru.get(pair["ru"], "no clause"),
        )
        if wanted not in read_pairs:
            got = [(one.kk, one.ru) for one in read if one.kk in wanted[:1] or one.ru in wanted[1:]]
            told.append(f"{pair}: {wanted} read as {got[:2]}")
    return told


def test_pairs_agree_with_the_hand_list(shared: Path) -> None:
    total = 0
    told: list[str] = []
    for path in sorted(PAIRS.glob("*.yaml")):
        data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        kk, ru = (read_act(shared / "data" / "acts" / data[language]) for language in ("kk", "ru"))
        total += len(data["pairs"])
        told += [f"{path.stem} {one}" for one in disagreements(data["pairs"], kk, ru, align_clauses(kk, ru))]
    report = "\n".join([*told, f"{total - len(told)} of {total} pairs right"])
    print(report)  # noqa: T201
    assert total >= 200
    assert total - len(told) >= ENOUGH * total, report
