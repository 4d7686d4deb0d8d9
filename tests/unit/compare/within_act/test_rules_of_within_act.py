from kb.compare.clash import Clash
from kb.compare.rules import discover_rules
from kb.compare.within_act import act_rules
from kb.compare.within_act.opposed_wording import FILE, MORE
from kb.compare.within_act.wordings import load
from kb.model import FindingClass
from tests.unit.compare.within_act.invented_acts import DOCUMENTS, RULES, SCHEDULE, TERM, material, table

PAIRS = [pair for name in (FILE, MORE) for pair in load(name)["pairs"].values()]
TERMS = "2. Услугодатель направляет результат:\n\n   1) переоформление лицензии – 3 (три) рабочих дня;\n\n"


def kinds_of(*texts: str) -> set[FindingClass]:
    """The classes of what the rules of all classes find in an act."""
    act = material(*texts)
    found = {kind: [one for rule in act_rules(kind) for one in rule.check(act)] for kind in FindingClass}
    for kind, clashes in found.items():
        assert all(isinstance(one, Clash) and one.kind is kind and one.severity for one in clashes)
    return {kind for kind, clashes in found.items() if clashes}


def test_a_finding_has_the_class_of_its_subject() -> None:
    assert kinds_of(RULES + table({})) == set()
    assert kinds_of(RULES + table({SCHEDULE: "Услуга оказывается в порядке очереди."})) == {FindingClass.WITHIN_RECORD}
    assert kinds_of(RULES + table({DOCUMENTS: "Услугодателю:"})) == {FindingClass.CHANNEL}
    assert kinds_of(RULES + TERMS + table({TERM: "1) переоформление лицензии – 2 (два) рабочих дня;"})) == {
        FindingClass.DEADLINE
    }


def test_every_class_that_the_checks_give_is_run() -> None:
    given = {pair.get("class", FindingClass.WITHIN_RECORD) for pair in PAIRS}
    for kind in (
        *given,
        *(FindingClass.DEADLINE, FindingClass.NAME, FindingClass.LEGAL_BASIS, FindingClass.DUPLICATION),
    ):
        assert any(getattr(rule.check, "args", ()) == (kind,) for rule in discover_rules()[FindingClass(kind).value])


def test_every_pair_of_phrases_has_two_sides_with_words() -> None:
    for pair in PAIRS:
        assert pair["a"]["words"]
        assert pair["b"]["words"]
        assert set(pair.get("offers", ())) | set(pair.get("lacks", ())) <= set(load(FILE)["channels"])
