"""Figures of running text; all services and figures are invented."""

import pytest

from tests.unit.extract.figures.survey_report import MARKS, SUMMARY, Told, figures, remarks

BEHIND = "Қызмет көрсету мерзіміне сұхбаткерлердің 61,2%-ы қанағаттанған, орташа балл – 4,48."
BEFORE = "Сұхбаткерлердің 73,1%-ы қызметкерлердің әдептілігін жоғары бағалады, орташа баға 4,66 балды құрады."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (BEHIND, {Told("term", "share", "61.2"), Told("term", "mean", "4.48")}),
        (BEFORE, {Told("courtesy", "share", "73.1"), Told("courtesy", "mean", "4.66")}),
        (
            "Қызметкерлердің біліктілігі (64,1%, 4,52 балл) мен шапшаңдығына (60,3%, 4,47 балл) риза.",
            {
                Told("qualification", "share", "64.1"), Told("qualification", "mean", "4.52"),
                Told("speed", "share", "60.3"), Told("speed", "mean", "4.47"),
            },
        ),
        (
            "Сұхбаткерлердің 71,4%-ы әдептілікпен қанағаттанған, ал шапшаңдықпен – 66,2%-ы.",
            {Told("courtesy", "share", "71.4"), Told("speed", "share", "66.2")},
        ),
        (
            "Қызметкердің біліктілігі осал тұс болды. Орташа балл 4,31, толық қанағаттанғандар – 58,8%.",
            {Told("qualification", "mean", "4.31"), Told("qualification", "share", "58.8")},
        ),
        (
            "Таныстарын пайдалану мен бейресми сыйақы беру кездеседі (1,6% және 0,4%).",
            {Told("acquaintances", "share", "1.6"), Told("rewards", "share", "0.4")},
        ),
        (
            "Ауызша түрде 2,5%-ы шағымданса, ал 2,0%-ы жазбаша түрде шағымданған (барлығы 4,5%).",
            {
                Told("complaints_oral", "share", "2.5"), Told("complaints_written", "share", "2.0"),
                Told("complaints", "share", "4.5"),
            },
        ),
        (
            "Сұхбаткерлердің 0,8%-ы бейресми сыйақы туралы сұраққа жауап беруден бас тартты.",
            {Told("rewards", "no_answer", "0.8")},
        ),
        (
            "Қызметкерлердің әдептілігі жақсы бағаланған, орташа балл – 4,59%.",
            {Told("courtesy", "mean_as_share", "4.59")},
        ),
    ],
)  # fmt: skip
def test_each_figure_goes_to_what_it_is_of(sentence: str, told: set[Told]) -> None:
    assert figures(SUMMARY, "Зерттеу жүргізілді.", "Жауаптар жиналды.", sentence) - figures(SUMMARY) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Мерзімге сұхбаткерлердің шамамен 60%-ы риза.",
        "Құжаттарды жинау кезінде сұхбаткерлердің 6,9%-ы бірнеше терезеде кезекте тұрған.",
        "Мерзімдері бойынша әйелдердің 70,2%-ы қанағаттанған.",
        "Кезекте күтудің орташа уақыты 4,5 минут.",
        "«Мұнда қызметкерлердің әдептілігіне 12,5%-ы ғана риза болды деп айтар едім», – дейді адам.",
        "Қызмет берушіге сенім барлық қызметтер бойынша орташа көрсеткіштен төмен (71,3%).",
    ],
)
def test_figures_of_something_else_or_of_some_people_are_left_out(sentence: str) -> None:
    assert figures(SUMMARY, "Зерттеу жүргізілді.", "Жауаптар жиналды.", sentence) == figures(SUMMARY)


def test_figures_that_two_things_share_are_told_of_each_along_with_the_other() -> None:
    told = remarks(SUMMARY, "Қызметкерлердің біліктілігі мен әдептілігі сұхбаткерлердің 77,1%-ын қанағаттандырды.")

    shared = {(one.subject, str(one.value), one.other) for one in told if one.group == "joined"}
    assert shared == {("qualification", "77.1", "courtesy"), ("courtesy", "77.1", "qualification")}


def test_places_of_service_are_told_apart() -> None:
    told = figures(SUMMARY, "Меморганға (70,0%) қарағанда Мемкорпорацияда қанағаттану жоғары (85,0%).")

    assert Told("overall", "share", "70.0", "provider_office") in told
    assert Told("overall", "share", "85.0", "state_corporation") in told


def test_one_component_by_place_of_service() -> None:
    told = figures(SUMMARY, "ХҚКОда біліктілікті 74,1%-ы «өте жақсы» деп бағаласа, меморганда – 67,1%.")

    assert Told("qualification", "share", "74.1", "state_corporation") in told
    assert Told("qualification", "share", "67.1", "provider_office") in told


def test_the_name_of_the_service_is_no_component() -> None:
    told = figures("Шатыр тігуге рұқсат беру үшін құжаттарды жинау қызметі бойынша 80,0%-ы қанағаттанған.")

    assert told == {Told("overall", "share", "80.0")}


def test_evidence_is_the_words_of_the_figure() -> None:
    found = [one for one in remarks(SUMMARY, BEHIND) if one.subject == "term" and one.measure == "share"]

    assert [one.evidence.quote for one in found] == [
        "Қызмет көрсету мерзіміне сұхбаткерлердің 61,2%-ы қанағаттанған, орташа балл – 4,48"
    ]


def test_people_of_a_share_are_counted_in_words_too() -> None:
    found = remarks(SUMMARY, "Шағымдану үлесі 5,0%-ды құрады. Олардың ішінде үш адамның бірі ғана риза.")

    people = [one for one in found if one.relation == "people"]
    assert [(one.subject, str(one.value), one.other) for one in people] == [("complaints", "3", "5.0")]


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        (
            "Сұхбаткерлердің 66,0%-ы қызметті Мемкорпорациядан алған.",
            Told("overall", "received", "66.0", "state_corporation"),
        ),
        ("Мемкорпорациядан алғандар (83,8%) көп, қалғандары 16,2%-ы бөлімдерде қызмет алған.", None),
    ],
)
def test_the_share_of_those_who_came_one_way(sentence: str, share: Told | None) -> None:
    told = {one for one in figures(SUMMARY, MARKS, sentence) if one.measure == "received"}

    assert told == ({share} if share else set())


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Сұхбаткерлердің 97,0%-ы таныстарын қолданбады, 2,5%-ы жауап беруден бас тартты.", "99.5"),
        ("Сұхбаткерлердің 97,0%-ы таныстарын қолданбады.", "97.0"),
        ("Сұхбаткерлердің 3,0%-ы таныстарын қолданды.", None),
    ],
)
def test_those_who_did_without_and_those_who_gave_no_answer(sentence: str, value: str | None) -> None:
    told = {one.value for one in figures(SUMMARY, MARKS, sentence) if one.measure == "without"}

    assert told == ({value} if value else set())


def test_words_behind_a_bracket_do_not_round_the_figure_in_it() -> None:
    told = figures(SUMMARY, MARKS, "Мемкорпорацияда алынған қызмет сапасы (71%) жоғары.")

    assert Told("overall", "share", "71", "state_corporation") in told
