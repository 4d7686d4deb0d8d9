"""A service's promise beside what reports and waves tell of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kb.model import SourceKind, SurveyChannel
from kb.model.access import LOCAL
from kb.model.monitoring import Answers, QuestionKind
from kb.model.remark import Remark, RemarkKind
from kb.monitoring import BadMarks, WaveExists
from kb.monitoring.heads import read_head
from kb.pipeline import Home, Registry, UnknownName
from kb.pipeline.dating import rule_card
from kb.pipeline.practice.practice_json import practice_to_json
from kb.pipeline.practice.service_practice import ServicePractice, TopicPractice, asked_people, measure
from tests.monitored_base import bring_wave, head_of
from tests.practice_base import REPORT_NAME, practised, practised_folder

__all__ = ["practised", "practised_folder"]
DAY = date(2026, 11, 26)
BEEHIVE = "Омарта паспортын беру"
BODY = "agriculture-ministry"


@pytest.fixture
def registry(practised: Home) -> Iterator[Registry]:
    registry = Registry(practised)
    yield registry
    registry.close()


def service_of(registry: Registry, name: str = BEEHIVE) -> str:
    return next(one.id for one in registry.all_services() if one.name_kk == name)


def practice_of(registry: Registry, service: str) -> ServicePractice:
    card = registry.card(service)
    rulings = rule_card(card, DAY, acts=registry.acts.of_card(card))
    return registry.practice.of_service(card, rulings, day=DAY)


def topic(practice: ServicePractice, code: str) -> TopicPractice:
    return next(one for one in practice.topics if one.topic.code == code)


def test_the_promise_and_what_contact_centre_and_people_told_stand_apart(registry: Registry) -> None:
    term = topic(practice_of(registry, service_of(registry)), "term")
    assert term.promise
    assert term.told
    assert {one.source_kind.value for one in term.promise} == {"standard"}
    assert {one.source_kind.value for one in term.told} <= {"contact_centre", "practice"}
    assert {one.evidence.document for one in term.told} == {REPORT_NAME}


def test_how_many_a_report_asked_stands_beside_its_figures(registry: Registry) -> None:
    practice = practice_of(registry, service_of(registry))
    (asked,) = {row.n for row in practice.survey if row.n is not None and row.channel is SurveyChannel.ALL}
    assert practice.people[SurveyChannel.ALL] == asked
    assert practice_to_json(practice)["people"]["all"] == asked
    sample = Remark(
        service="x", kind=RemarkKind.FIGURE, source_kind=SourceKind.SURVEY, subject="sample", measure="count",
        value=Decimal(14), channel=SurveyChannel.PROVIDER_OFFICE, evidence=practice.survey[0].evidence,
    )  # fmt: skip
    assert asked_people(practice.survey, [sample])[SurveyChannel.PROVIDER_OFFICE] == 14
    assert asked_people((), [sample, replace(sample, subject="term")]) == {SurveyChannel.PROVIDER_OFFICE: 14}


def test_what_was_not_measured_is_not_known(registry: Registry) -> None:
    practice = practice_of(registry, service_of(registry))
    assert not topic(practice, "refusals").known
    assert practice.channels == ()
    told = practice_to_json(practice)
    assert [one["measured"] for one in told["topics"]] == [[] for _ in told["topics"]]


def test_waves_are_measured_with_their_people_and_few_are_told(registry: Registry, practised: Home) -> None:
    service = service_of(registry)
    rows = [
        f"{service},{BODY},KZ-11,provider_office,term,0,0,1,3,6,0",
        f"{service},{BODY},KZ-75,state_corporation,term,0,0,0,10,30,2",
        f"{service},{BODY},KZ-11,provider_office,satisfaction,0,0,1,3,6,0",
        f"{service},{BODY},KZ-11,state_corporation,satisfaction,0,0,0,10,30,2",
    ]
    bring_wave(practised, head_of(services=[]), rows, services=(service,))
    practice = practice_of(registry, service)
    (term,) = topic(practice, "term").measured
    assert (term.wave.id, term.answers.rated, term.answers.silent) == ("ulgi-2025", 50, 2)
    assert (str(term.share), str(term.mean), term.small_n) == ("72.0", "4.70", False)
    ((office, corporation),) = [point.rows[::-1] for point in practice.channels]
    assert (office.key, office.rated) == ("provider_office", 10)
    assert [flag.value for flag in office.flags] == ["small_n"]
    assert (corporation.key, str(corporation.satisfaction)) == ("state_corporation", "75.0")


def test_waves_of_another_method_are_not_compared(registry: Registry, practised: Home) -> None:
    service = service_of(registry)
    row = [f"{service},{BODY},KZ-11,provider_office,satisfaction,0,0,1,3,6,0"]
    for year, method in ((2023, "mass_survey"), (2024, "mass_survey"), (2025, "phone_survey")):
        head = head_of(
            id=f"w-{year}", year=year, since=f"{year}-02-01", until=f"{year}-03-01", method=method, services=[]
        )
        bring_wave(practised, head, row, services=(service,))
    points = practice_of(registry, service).channels
    assert [(one.wave.year, one.same_method) for one in points] == [(2023, True), (2024, True), (2025, False)]


def test_a_wave_that_is_brought_again_is_read_again(registry: Registry, practised: Home) -> None:
    service = service_of(registry)
    for count in (6, 9):
        row = f"{service},{BODY},KZ-11,provider_office,term,0,0,1,3,{count},0"
        if count == 9:
            (practised.folder / "monitoring" / "ulgi-2025.parquet").unlink()
        bring_wave(practised, head_of(services=[]), [row], services=(service,))
        (term,) = topic(practice_of(registry, service), "term").measured
        assert term.answers.rated == 4 + count


def test_minutes_have_a_mean_and_a_middle_and_yes_a_share() -> None:
    wave = read_head(head_of(), "head")
    minutes = measure(wave, "wait_submission", Answers.of({Decimal(5): 2, Decimal(35): 1}))
    assert (minutes.kind, minutes.share, str(minutes.mean), str(minutes.middle)) == (
        QuestionKind.MINUTES, None, "15.00", "5.00",
    )  # fmt: skip
    yes = measure(wave, "complaints", Answers.of({Decimal(1): 1, Decimal(0): 3}))
    assert (str(yes.share), yes.mean, yes.small_n) == ("25.0", None, True)
    assert yes.low is not None
    assert yes.low < Decimal(25) < (yes.high or 0)


QUOTES = 'service,theme,language,quote\n{service},waiting,kk,"Ерлан Серікұлы: кезек ұзақ"\n{service},fee,ru,Дорого\n'


def test_quotes_are_kept_masked_and_shown_with_the_service(registry: Registry, practised: Home, tmp_path: Path) -> None:
    service = service_of(registry)
    file = tmp_path / "quotes.csv"
    file.write_text(QUOTES.format(service=service), encoding="utf-8")
    quotes = registry.practice.quotes
    head = head_of(method="focus_groups", services=[])
    quotes.bring([file], actor=LOCAL, head=head)
    (wave, first), (_, second) = practice_of(registry, service).quotes
    assert (wave.id, first.theme, second.words) == ("ulgi-2025", "waiting", "Дорого")
    assert "кезек ұзақ" in first.words
    for path in practised.folder.glob("anyq.sqlite*"):
        assert "Серікұлы".encode() not in path.read_bytes()
    with pytest.raises(WaveExists, match="--replace"):
        quotes.bring([file], actor=LOCAL, head=head)
    file.write_text(QUOTES.format(service="nobody"), encoding="utf-8")
    with pytest.raises(BadMarks):
        quotes.bring([file], actor=LOCAL, head=head, replaces=True)
    assert len(quotes.of_wave("ulgi-2025")) == 2
    assert quotes.remove("ulgi-2025", actor=LOCAL) == 2
    with pytest.raises(UnknownName):
        quotes.remove("ulgi-2025", actor=LOCAL)
    actions = [one.action for one in registry.access.trail.all()]
    assert actions[:2] == ["quotes.remove", "quotes.import"]
