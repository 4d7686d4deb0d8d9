"""Findings keep their ids while their clauses keep their words."""

from kb.compare.checking import check_service
from kb.compare.digests import ClauseDigests
from kb.model import Document, Finding, FindingClass
from tests.unit.compare.compared import document, material, stated, term

FIRST = "1. Услуга оказывается за 5 рабочих дней."
SECOND = "2. Результат выдают через 7 рабочих дней."
OTHER = "3. Заявление подают в любой день."


def found(text: Document) -> Finding:
    statements = [stated(text, "5 рабочих дней", term(5)), stated(text, "7 рабочих дней", term(7))]
    findings = check_service(material(statements, text), kinds=[FindingClass.DEADLINE]).findings
    assert len(findings) == 1
    return findings[0]


def test_the_id_survives_a_new_snapshot_other_clauses_and_another_order() -> None:
    first = found(document([FIRST, SECOND, OTHER]))
    reordered = found(document([OTHER, "Новый пункт.", SECOND, FIRST], digest="sha256:2"))
    spaced = found(
        document([FIRST.replace(" за ", "  за "), SECOND.upper().replace("7 РАБОЧИХ ДНЕЙ", "7 рабочих дней")])
    )
    assert first.id == reordered.id == spaced.id


def test_the_id_changes_with_either_clause() -> None:
    first = found(document([FIRST, SECOND]))
    assert found(document([FIRST.replace("Услуга", "Эта услуга"), SECOND])).id != first.id
    assert found(document([FIRST, SECOND.replace("выдают", "направляют")])).id != first.id


def test_a_long_clause_is_told_by_its_line() -> None:
    filler = ["Пункт без срока."] * 400
    whole = "\n".join([FIRST, *filler])
    texts = [document([whole]), document([whole.replace("Пункт без срока.", "Пункт о другом.")])]
    evidence = [stated(text, "5 рабочих дней", term(5)).evidence for text in texts]
    digests = [
        ClauseDigests({text.snapshot.digest: text}.get).digest(place)
        for text, place in zip(texts, evidence, strict=True)
    ]
    assert digests[0] == digests[1]
    assert ClauseDigests(lambda _: None).digest(evidence[0]) != digests[0]
