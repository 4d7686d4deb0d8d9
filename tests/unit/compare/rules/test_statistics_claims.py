"""Claims about figures against the figures; all figures are invented."""

import pytest

from tests.unit.compare.rules.test_statistics import AGES, clashes, reasons
from tests.unit.extract.figures.survey_report import COMPONENTS, MARKS, PLACES, SUMMARY


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Қанағаттану Мемкорпорациядан қызмет алуға қарағанда меморганда жоғары.", "order"),
        ("Қызметкерлердің әдептілігі ХҚКО қарағанда меморганда жоғары бағаланды.", "order"),
        ("ХҚКО арқылы алынған қызмет барлық параметрлер бойынша жоғары бағаланады.", "not_in_all"),
        ("Құжаттарды жинау компонентінің орташа балы ең төмен – 4,59.", "not_extreme"),
        ("Ақпараттың айқындылығы қызметтің басқа аспектілеріне қарағанда жоғары бағаланды.", "not_extreme"),
        ("Қызметкердің біліктілігіне қарағанда шапшаңдығы жоғары бағаланды.", "order"),
    ],
)
def test_order_that_the_tables_do_not_bear_out(sentence: str, reason: str) -> None:
    found = clashes(SUMMARY, MARKS, PLACES, COMPONENTS, sentence)

    assert [one.reason for one in found] == [reason]
    assert sentence.startswith(found[0].b.evidence.quote[:20])


@pytest.mark.parametrize(
    "sentence",
    [
        "Қанағаттану меморганнан қызмет алуға қарағанда Мемкорпорацияда жоғары.",
        "Қызметкердің шапшаңдығына қарағанда біліктілігі жоғары бағаланды.",
        "Қызметкерлердің әдептілігі қызметтің басқа аспектілеріне қарағанда жоғары бағаланды.",
        "Қызметкерлердің шапшаңдығы бойынша балл ең төмен – 4,50.",
    ],
)
def test_order_that_holds(sentence: str) -> None:
    assert reasons(SUMMARY, MARKS, PLACES, COMPONENTS, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Қызмет алушылардың барлығы төлем құнын тиімді деп санайды – 55,0%.", "everyone"),
        ("Қызмет көрсету мерзіміне сұхбаткерлердің жартысынан көбі риза (45,0%).", "more_than_half"),
        ("Қызмет көрсету мерзіміне сұхбаткерлердің жартысынан аз бөлігі риза (55,0%).", "less_than_half"),
        (
            "Көбісін күту жағдайы қанағаттандырмайды. 11,1%-ы орындық жоқ дейді, 9,8%-ы үстел, 7,2%-ы ауа.",
            "most_by_sum",
        ),
    ],
)  # fmt: skip
def test_all_most_and_a_half(sentence: str, reason: str) -> None:
    assert reason in reasons(SUMMARY, MARKS, sentence)


def test_most_are_dissatisfied_with_a_place_that_most_gave_the_best_mark() -> None:
    assert reasons(SUMMARY, MARKS, PLACES, "ХҚКО келушілерінің басым бөлігі риза болмады.") == ["most_dissatisfied"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Жас шамасы артқан сайын қанағаттану төмендейді.", ["age_trend"]),
        ("22-29 жас аралығындағы жастар көбірек қанағаттанған.", ["age_extreme"]),
        ("18-21 жас аралығындағы жастар көбірек қанағаттанған.", []),
    ],
)
def test_ages(sentence: str, told: list[str]) -> None:
    assert reasons(SUMMARY, MARKS, AGES, sentence) == told


def test_a_difference_between_places_of_service() -> None:
    apart = "ХҚКОда біліктілікті 74,1%-ы «өте жақсы» деп бағаласа, меморганда – 67,1%. Айырмашылық {} пайыз."

    assert reasons(SUMMARY, apart.format(12)) == ["difference"]
    assert reasons(SUMMARY, apart.format(7)) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [("10%-ға жоғары", ["average"]), ("төмен", ["average"]), ("жоғары", [])],
)
def test_the_average_of_all_services(told: str, found: list[str]) -> None:
    general = "Қызмет ұсынушыға деген сенім жоғары – 71,3%."
    own = f"Қызмет берушіге 72,5%-ы сенеді, бұл барлық қызметтер бойынша орташа көрсеткіштен {told}."

    assert reasons(SUMMARY, MARKS, own, general=general) == found


def test_a_claim_with_figures_of_its_own_needs_all_of_them_against_it() -> None:
    mixed = PLACES.replace("4,82", "4,55")

    assert reasons(SUMMARY, mixed, "Меморганға (70,0%) қарағанда Мемкорпорацияда қанағаттану жоғары (85,0%).") == []
