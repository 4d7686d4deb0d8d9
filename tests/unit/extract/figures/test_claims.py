"""Claims about figures in running text; all are invented."""

import pytest

from tests.unit.extract.figures.survey_report import SUMMARY, claims


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Қанағаттану меморганнан қызмет алуға қарағанда жоғары.",
            ("higher", "overall", None, "provider_office"),
        ),
        (
            "Қызметкерлердің шапшаңдығы меморганға қарағанда ХҚКО төмен бағаланады.",
            ("lower", "speed", "state_corporation", "provider_office"),
        ),
        (
            "Мемкорпорация арқылы алынған қызмет барлық параметрлер бойынша жоғары бағаланады.",
            ("in_all_higher", "overall", "state_corporation", None),
        ),
        ("Шапшаңдығына қарағанда біліктілігі жоғары бағаланды.", ("higher", "qualification", None, "speed")),
        ("Құжаттарды жинау компонентінің балы ең төмен – 4,57.", ("lowest", "documents", None, None)),
        ("Әдептілік қызметтің басқа аспектілеріне қарағанда жоғары бағаланды.", ("highest", "courtesy", None, None)),
        ("Қызмет алушылардың барлығы төлем құнын тиімді деп санайды – 54,5%.", ("everyone", "fee", None, "100")),
        (
            "Қызмет көрсету мерзіміне сұхбаткерлердің жартысынан көбі риза.",
            ("more_than_half", "term", None, "100"),
        ),
        (
            "Келушілердің басым бөлігі ХҚКО қызметіне риза болмады.",
            ("most_dissatisfied", "overall", "state_corporation", None),
        ),
        ("Бейресми сыйақы беру оқиғалары байқалмады.", ("none", "rewards", None, None)),
        ("Жас шамасы артқан сайын қанағаттану деңгейі төмендейді.", ("older_falls", "overall", None, None)),
        ("22-29 жас аралығындағы жастар көбірек қанағаттанған.", ("age_best", "overall", None, None)),
        (
            "Қызмет берушіге сенім барлық қызметтер бойынша орташа көрсеткіштен 20%-ға жоғары.",
            ("above_average", "trust", None, None),
        ),
    ],
)  # fmt: skip
def test_what_a_sentence_claims(sentence: str, claim: tuple[str | None, ...]) -> None:
    assert claims(SUMMARY, sentence) == {claim}


@pytest.mark.parametrize(
    "sentence",
    [
        "«Шағымдар жоқ», – дейді қызмет беруші, «таныстар да болмады».",
        "«Құпия сатып алушылар» сыйақы байқалмады деді.",
        "Басқа қызметтермен салыстырғанда сенім деңгейі жоғары.",
        "Ең төмен бағалар Қарасу облысында қойылды, әдептілікке де солай.",
        "Қанағаттану көрсеткіштен төмен емес.",
        "Мемкорпорация арқылы алынған қызмет барлық параметрлер бойынша жоғары бағаланады. Барлық аспектінің ішінен "
        "әдептілікке кезек теріс ықпал етті.",
        "Мемкорпорация қызметкерлеріне қарағанда меморган жақсы хабардар.",
    ],
)
def test_what_is_no_claim_of_respondents_about_this_service(sentence: str) -> None:
    assert claims(SUMMARY, sentence) == set()
