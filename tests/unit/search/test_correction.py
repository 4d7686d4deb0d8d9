"""What is put right, and what is left alone."""

import pytest

from kb.search.correction import correct_text


@pytest.mark.parametrize(
    "text", ["mon2017-03", "V1500011584", "аңшы куәлігі", "услуги на egov", "ЭЦП для ЖШС", "12 345", "удостоверение"]
)
def test_left_alone(text: str) -> None:
    assert correct_text(text) is None


@pytest.mark.parametrize(
    ("text", "meant"), [("kualik", "куалік"), ("balabaqsha", "балабақша"), ("eljcnjdthtybt", "удостоверение")]
)
def test_put_right(text: str, meant: str) -> None:
    assert correct_text(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("egov mobile", None),
        ("EGOV Mobile kualik", "EGOV Mobile куалік"),
        ("vin", None),
        ("vinfo kualik", "винфо куалік"),
    ],
)
def test_names_stay_as_they_are(text: str, meant: str | None) -> None:
    assert correct_text(text, names=("vin", "egov mobile")) == meant
