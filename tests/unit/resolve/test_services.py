"""Which mentions are one service; names and facts are invented."""

from collections.abc import Sequence
from datetime import date

from kb.model import (
    Attribute,
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    Edition,
    Evidence,
    Fee,
    FeeKind,
    Language,
    Mention,
    Service,
    SourceKind,
    Statement,
    Unit,
    Value,
)
from kb.resolve import ActHistory, build_service, date_statements, group_mentions, statements_on


def evidence(document: str, *, act: str | None = None, edition: date | None = None) -> Evidence:
    return Evidence(
        document=document, snapshot="sha256:" + "0" * 64, act=act, edition=edition, language=Language.KK,
        clause=None, start=0, end=4, line=1, quote="сөзі",
    )  # fmt: skip


def mention(key: str, document: str, *, kk: str | None = None, ru: str | None = None, **codes: str) -> Mention:
    return Mention(key=key, name_kk=kk, name_ru=ru, evidence=evidence(document), source="acts", codes=codes)


def statement(key: str, attribute: Attribute, value: Value, *, edition: date | None = None) -> Statement:
    return Statement(
        service=key, attribute=attribute, value=value, source_kind=SourceKind.STANDARD,
        evidence=evidence("a", act="zan:1" if edition else None, edition=edition),
    )  # fmt: skip


def resolve(mentions: list[Mention], statements: Sequence[Statement] = ()) -> list[Service]:
    return [
        build_service(
            group,
            [one for one in mentions if one.key in group.keys],
            [one for key in group.keys for one in statements if one.service == key],
        )
        for group in group_mentions(iter(mentions))
    ]


def test_one_code_joins_texts_of_two_languages() -> None:
    services = resolve(
        [
            mention("a/annex-1", "kk.md", kk="Омарта паспортын беру", registry="00100200"),
            mention("card/x", "ru.html", ru="Выдача паспорта пасеки", registry="00100200"),
        ]
    )
    (service,) = services
    assert service.id == "00100200"
    assert set(service.ids) == {"00100200", "a/annex-1", "card/x"}
    assert (service.name_kk, service.name_ru) == ("Омарта паспортын беру", "Выдача паспорта пасеки")


def test_a_damaged_print_of_a_name_joins_its_service() -> None:
    services = resolve(
        [
            mention("zan:9/annex-1", "kk.md", kk="Бау-бақша учаскесін суаруды келісу"),
            mention("mon2031-04", "report.txt", kk="Бау-бакша учаскeсін суаруды келісу"),
        ]
    )
    assert [one.ids for one in services] == [("zan:9/annex-1", "mon2031-04")]


def test_names_that_differ_in_one_word_or_number_stay_apart() -> None:
    names = [
        "Ұйымнан уақытша еңбекке жарамсыздық туралы парақты беру",
        "Ұйымнан уақытша еңбекке жарамсыздық туралы анықтама беру",
        "16 жасқа дейінгі балаларға жәрдемақы тағайындау",
        "18 жасқа дейінгі балаларға жәрдемақы тағайындау",
    ]
    mentions = [mention(f"k{number}", f"d{number}", kk=name) for number, name in enumerate(names)]
    assert len(resolve(mentions)) == 4


def test_two_services_of_one_document_are_never_joined() -> None:
    name = "Көлік нөмірін беру"
    mentions = [mention("mon2031-01", "r", kk=name), mention("mon2031-02", "r", kk=name)]
    assert len(resolve(mentions)) == 2


def test_a_code_that_two_services_of_one_document_print_is_the_id_of_neither() -> None:
    mentions = [
        mention("a/annex-1", "a.md", kk="Омарта паспортын беру", registry="00100200"),
        mention("a/annex-2", "a.md", kk="Көлік нөмірін беру", registry="00100200"),
        mention("b", "b.md", kk="Омарта паспортын беру"),
    ]
    services = resolve(mentions)
    assert [one.id for one in services] == ["a/annex-1", "a/annex-2"]
    assert [one.ids for one in services] == [("a/annex-1", "b"), ("a/annex-2",)]
    assert {one.codes["registry"] for one in services} == {"00100200"}


def test_a_key_too_long_for_an_index_has_a_short_id_and_stays_among_the_ids() -> None:
    keys = [f"files:{'ұзақ-атау/' * 80}{end}" for end in ("a", "b")]
    services = resolve([mention(key, key, kk=f"Атауы {key[-1]}") for key in keys])
    assert len({one.id for one in services}) == 2
    assert all(len(one.id.encode()) <= 200 for one in services)
    assert {one.ids[1] for one in services} == set(keys)


def test_a_service_sums_up_what_norms_say() -> None:
    statements = [
        statement("k", Attribute.CHANNEL, Channel(code=ChannelCode.EGOV_PORTAL)),
        statement("k", Attribute.CHANNEL, Channel(code=ChannelCode.POST, offered=False)),
        statement("k", Attribute.FEE, Fee(kind=FeeKind.FREE)),
    ]
    (service,) = resolve([mention("k", "d", kk="Атауы")], statements)
    assert (service.channels, service.paid) == ((ChannelCode.EGOV_PORTAL,), False)


def test_an_edition_holds_until_the_next_one() -> None:
    first, second = date(2020, 3, 1), date(2022, 7, 1)
    value = Deadline(value=None, unit=Unit.WORKING_DAY, bound=Bound.EXACT)
    editions = [Edition(act="zan:1", date=day, language=Language.KK, snapshot="s") for day in (first, second)]
    stated = [statement("k", Attribute.DEADLINE, value, edition=day) for day in (first, second)]
    dated = list(date_statements(stated, ActHistory(editions=editions)))
    assert [(item.valid_from, item.valid_to) for item in dated] == [(first, second), (second, None)]
    assert [item.valid_from for item in statements_on(dated, date(2021, 1, 1))] == [first]
    assert [item.valid_from for item in statements_on(dated, date(2022, 7, 1))] == [second]
    assert statements_on(dated, date(2019, 1, 1)) == ()
