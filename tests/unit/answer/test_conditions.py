import pytest

from kb.answer.concepts import names_elsewhere, read_concepts
from kb.model import ChannelCode


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("в Астане", "KZ-71"),
        ("Астана қаласында", "KZ-71"),
        ("Нұр-Сұлтанда тұрамын", "KZ-71"),
        ("Алматыда", "KZ-75"),
        ("Алматы облысында", "KZ-19"),
        ("в Алматинской области", "KZ-19"),
        ("Ақтөбедегі ХҚКО", "KZ-15"),
        ("ШҚО бойынша", "KZ-63"),
    ],
)
def test_regions(text: str, region: str) -> None:
    assert read_concepts(text).regions == {region}


def test_no_region_where_none_is_named() -> None:
    assert read_concepts("сколько стоит дубликат лицензии").regions == frozenset()


@pytest.mark.parametrize("text", ["басқа филиалдар", "в других регионах", "Астанадан тыс"])
def test_rest_of_the_country(text: str) -> None:
    assert names_elsewhere(text)


def test_a_named_city_is_not_the_rest() -> None:
    assert not names_elsewhere("Астана қаласы")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("потерял лицензию", "duplicate"),
        ("лицензияның телнұсқасы", "duplicate"),
        ("переоформление лицензии", "reissue"),
        ("лицензияны қайта рәсімдеу", "reissue"),
        ("ошибку исправить", "correction"),
        ("за выдачу лицензии", "issue"),
    ],
)
def test_cases_in_both_languages(text: str, concept: str) -> None:
    assert ("case_kind", concept) in read_concepts(text).named


def test_channels() -> None:
    assert ChannelCode.STATE_CORPORATION in read_concepts("ХҚКО-ға тапсырсам").channels
    assert ChannelCode.STATE_CORPORATION in read_concepts("если сдать в ЦОН").channels
    assert ChannelCode.EGOV_PORTAL in read_concepts("можно онлайн?").channels
