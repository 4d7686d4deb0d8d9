"""What one clause says otherwise in its other language."""

import pytest

from kb.compare.parity import ParityKind, compare_wordings

SAME = [
    ("Айлақ 5 (бес) жұмыс күні ішінде қайық береді.", "Пристань в течение пяти рабочих дней выдаёт лодку."),
    ("1) өтініш екі тілде беріледі;", "1) заявление подаётся на казахском и русском языках;"),
    ("он алты жасқа толмаған адамдар;", "лица, не достигшие шестнадцатилетнего возраста;"),
    ("осы Қағидаларға 1 және (немесе) 2-қосымшаларға сәйкес", "согласно приложениям 1 и (или) 2 к настоящим Правилам"),
    ("2031 жылғы 5 мамырдағы № 17 бұйрық", "приказ от 5 мая 2031 года № 17"),
    ("жалға беру үшін 0,5 айлық есептік көрсеткіш алынады", "за прокат взимается 0,5 месячного расчётного показателя"),
    ("мерзімі өткенге дейін бір тәуліктен кешіктірмей", "не позднее чем за сутки до истечения срока"),
    ("құжаттардың толық емес топтамасы ұсынылса", "при представлении неполного пакета документов"),
    ("қайықтың құжаттары болмаған жағдайда", "при отсутствии документов на лодку"),
    ("«Көл қызметі» коммерциялық емес акционерлік қоғамы", "некоммерческое акционерное общество «Озёрная служба»"),
    ("шегінен тыс жерлерге кету", "выезд за пределы"),
    ("Үзіліссіз және алдын ала жазылусыз", "без перерыва и предварительной записи"),
]


@pytest.mark.parametrize(("kk", "ru"), SAME)
def test_what_languages_word_in_their_own_way_is_no_difference(kk: str, ru: str) -> None:
    assert compare_wordings(kk, ru) == ()


DIFFERENT = [
    ("Қайық 3 жұмыс күні ішінде беріледі.", "Лодка выдаётся в течение 5 рабочих дней.", ParityKind.TERM),
    ("Қайық 3 жұмыс күні ішінде беріледі.", "Лодка выдаётся в течение 3 календарных дней.", ParityKind.UNIT),
    ("Қайық үш жұмыс күні ішінде беріледі.", "Лодка выдаётся в течение 3 дней.", ParityKind.UNIT),
    ("Алым 2 АЕК құрайды.", "Сбор составляет 3 МРП.", ParityKind.PRICE),
    ("Алым 2 АЕК құрайды.", "Сбор составляет 2 тенге.", ParityKind.UNIT),
    ("ескек ұзындығы 24 қарыс", "длина весла 26 пядей", ParityKind.NUMBER),
    ("өлшемі 3,4х4,5 сантиметр", "размером 3,5 x 4,5 см", ParityKind.NUMBER),
    ("көлдің 10 пайызы", "15 процентов озера", ParityKind.PERCENT),
    ("2031 жылғы 5 мамырдан бастап", "с 5 июня 2031 года", ParityKind.DATE),
    ("№ 17 бұйрықпен", "приказом № 19", ParityKind.ACT_NUMBER),
    ("осы Қағидаларға 2-қосымшаға сәйкес", "согласно приложению 3 к настоящим Правилам", ParityKind.ADDRESS),
    ("Қайық жалға берілмейді.", "Лодка сдаётся в прокат.", ParityKind.NEGATION),
    ("Айлақ жұмыс істейді.", "Пристань не работает.", ParityKind.NEGATION),
    ("мереке күндерін қоспағанда, күн сайын", "ежедневно, в праздничные дни", ParityKind.EXCEPTION),
    ("Айлақ қайық беруге міндетті.", "Пристань вправе выдать лодку.", ParityKind.MODALITY),
    ("Өтініш портал арқылы беріледі.", "Заявление подаётся.", ParityKind.CHANNEL),
    ("Алымды заңды тұлға төлейді.", "Сбор уплачивает физическое лицо.", ParityKind.PERSON),
    ("нотариат куәландырған көшірме", "копия", ParityKind.DOCUMENT_FORM),
    ("сенімхаттың түпнұсқасы", "доверенность", ParityKind.DOCUMENT_FORM),
    ("2 фотосурет және өтініш", "2 и заявление", ParityKind.DOCUMENT),
]


@pytest.mark.parametrize(("kk", "ru", "kind"), DIFFERENT)
def test_each_kind_of_difference_is_found(kk: str, ru: str, kind: ParityKind) -> None:
    assert kind in {one.kind for one in compare_wordings(kk, ru)}


def test_a_difference_has_the_words_and_values_of_both_sides() -> None:
    kk, ru = "Қайық 3 жұмыс күні ішінде беріледі.", "Лодка выдаётся в течение 5 рабочих дней."
    (found,) = compare_wordings(kk, ru)
    assert (found.kk_values, found.ru_values) == (("3 working_day",), ("5 working_day",))
    assert [kk[start:end] for start, end in found.kk] == ["3 жұмыс күні"]
    assert [ru[start:end] for start, end in found.ru] == ["5 рабочих дней"]


def test_a_side_that_says_nothing_has_no_places() -> None:
    (found,) = compare_wordings("Өтініш портал арқылы беріледі.", "Заявление подаётся.")
    assert found.kk_values == ("portal",)
    assert (found.ru, found.ru_values) == ((), ())


@pytest.mark.parametrize("words", ["", " ", "\n\n", "не" * 3_000, "1 " * 2_000, "«" * 500])
def test_odd_texts_are_compared(words: str) -> None:
    assert compare_wordings(words, words) == compare_wordings(words, words)
