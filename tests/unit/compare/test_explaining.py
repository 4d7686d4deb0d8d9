"""Findings in plain words of three languages."""

import re
from importlib.resources import files

import pytest
import yaml

import kb.compare
from kb.compare.clash import Clash, Point
from kb.compare.errors import CompareError
from kb.compare.explaining import correct, explain, shorten
from kb.compare.rules import discover_rules
from kb.model import FindingClass, Language, Unit
from kb.norms import codes
from tests.unit.compare.compared import document, stated, term

TEXT = document(["Срок – 5 рабочих дней.", "Срок – 5 дней."])
CLASH = Clash(
    kind=FindingClass.DEADLINE,
    a=Point.of(stated(TEXT, "5 рабочих дней", term(5))),
    b=Point.of(stated(TEXT, "5 дней", term(5, Unit.DAY))),
    reason="unit",
)


def test_an_explanation_has_both_values_in_each_language() -> None:
    told = explain(CLASH)
    assert set(told) == set(Language)
    assert "5 жұмыс күні" in told[Language.KK].replace("\u00a0", " ")
    assert "5 рабочих дней" in told[Language.RU].replace("\u00a0", " ")
    assert "5 working days" in told[Language.EN].replace("\u00a0", " ")
    proposed = correct(CLASH)
    assert proposed is not None
    assert all(proposed.values())


def test_a_reason_without_words_is_refused() -> None:
    with pytest.raises(CompareError, match="no words for the reason 'nothing'"):
        explain(Clash(kind=CLASH.kind, a=CLASH.a, b=CLASH.b, reason="nothing"))


def test_long_quotes_are_cut_at_a_word() -> None:
    cut = shorten("слово " * 100)
    assert len(cut) < 200
    assert cut.endswith("слово …»")


def test_every_rule_has_words_and_every_class_a_label() -> None:
    assert set(discover_rules()) <= set(codes("finding_class")) == {one.value for one in FindingClass}
    folder = files(kb.compare).joinpath("data", "why")
    for kind in discover_rules():
        entries = yaml.safe_load(folder.joinpath(f"{kind}.yaml").read_text(encoding="utf-8"))
        assert entries, kind
        for reason, entry in entries.items():
            assert set(entry["why"]) == {one.value for one in Language}, (kind, reason)


def test_kazakh_words_are_kazakh() -> None:
    """An explanation that was only translated half would show by Russian words without a Kazakh letter."""
    folder = files(kb.compare).joinpath("data", "why")
    for kind in discover_rules():
        for reason, entry in yaml.safe_load(folder.joinpath(f"{kind}.yaml").read_text(encoding="utf-8")).items():
            for part in entry.values():
                assert re.search("[әіңғүұқөһ]", part["kk"], re.IGNORECASE), (kind, reason)
                assert not re.search("[әіңғүұқөһ]", part["ru"], re.IGNORECASE), (kind, reason)
                assert not re.search("[а-яё]", part["en"], re.IGNORECASE), (kind, reason)


def test_quotes_have_no_markup_no_last_mark_and_quotes_of_their_own() -> None:
    assert shorten("> *Ұя* > *иесіне:*") == "«Ұя иесіне»"
    assert shorten("7</td>\n<td>Ұя ақысы</td>\n<td colspan=2>тегін") == "«7 Ұя ақысы тегін»"
    assert shorten("1\\) «Ұя» порталы арқылы.") == "«1) “Ұя” порталы арқылы»"
    assert shorten("«портал»") == "«портал»"
    assert shorten("Ұя» порталы") == "«“Ұя” порталы»"
    assert shorten("портал»") == "«портал»"


def test_a_sentence_that_begins_with_a_value_begins_with_a_capital() -> None:
    clash = Clash(kind=FindingClass.CHANNEL, a=CLASH.a, b=CLASH.b, reason="only")
    assert all(told[:1].isupper() for told in explain(clash).values())


def test_words_without_blanks_are_cut_too() -> None:
    assert len(shorten("а" * 5000)) < 200
