"""Inconsistencies planted in an invented section whose figures fit: each wording is found, fitting ones are silent."""

from pathlib import Path

import pytest

from kb.yaml_text import parse_yaml
from tests.unit.compare.rules.test_statistics import EVENTS, SAMPLES, reasons
from tests.unit.extract.figures.survey_report import COMPONENTS, MARKS, PLACES, RANKED, SUMMARY

SHARES = (
    "Ақпараттың қолжетімділігіне сұхбаткерлердің 72,5%-ы қанағаттанған (4,58 балл), ақпараттың айқындылығына – 75,0% "
    "(4,61 балл).",
    "Құжаттарды жинау процесіне сұхбаткерлердің 70,0%-ы риза, орташа баға 4,59 балл. Қызмет көрсету мерзімімен "
    "65,0%-ы қанағаттанған, орташа балл – 4,52.",
    "Қызметкердің біліктілігіне 67,5%-ы қанағаттанған (4,53 балл), шапшаңдығына – 62,5% (4,50 балл), әдептілігіне – "
    "85,0% (4,75 балл). Қызмет берушіге 77,5%-ы сенеді (4,70 балл).",
)
AVERAGE = "Барлық қызметтердің нәтижесіне қанағаттанғандар 64,0%-ды құрады."
GENERAL = "\n\n".join((EVENTS, SAMPLES, AVERAGE))


def sentences(key: str) -> list[tuple[str, str]]:
    """Each reason with each of its sentences under a key."""
    planted = parse_yaml((Path(__file__).parent / "planted.yaml").read_text(encoding="utf-8"))
    assert isinstance(planted, dict)
    return [(reason, sentence) for reason, told in planted.items() for sentence in told.get(key, ())]


def reasons_of(*sentence: str) -> list[str]:
    """What is found when the section has one sentence more."""
    return reasons(SUMMARY, MARKS, PLACES, COMPONENTS, *SHARES, *sentence, general=GENERAL, ranked=f"3\t{RANKED}")


def test_the_section_itself_is_silent() -> None:
    assert reasons_of() == []


@pytest.mark.parametrize(("reason", "sentence"), sentences("wrong"))
def test_what_does_not_fit_is_found(reason: str, sentence: str) -> None:
    assert reason in reasons_of(sentence)


@pytest.mark.parametrize("sentence", [sentence for _, sentence in sentences("right")])
def test_what_fits_is_silent(sentence: str) -> None:
    assert reasons_of(sentence) == []
