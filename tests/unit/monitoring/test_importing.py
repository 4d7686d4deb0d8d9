import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kb.model.monitoring import Answers
from kb.monitoring import (
    CorrelationKind,
    Group,
    MonitoringError,
    NothingAnswered,
    Selection,
    WaveExists,
    WaveStore,
    answer_pairs,
    correlate,
    pool_answers,
    tension_by,
    wave_services,
)
from tests.unit.monitoring.conftest import HEAD, Bring, Written, table

COUNTS = "service,body,region,channel,question,1,2,3,4,5,none"
ROWS = [
    ["s-1", "Жоғарғы Сот", "Астана қаласы", "provider_office", "satisfaction", 0, 3, 5, 27, 65, 2],
    ["s-1", "Жоғарғы Сот", "Астана қаласы", "state_corporation", "satisfaction", 0, 0, 16, 72, 167, 2],
    ["s-2", "Бас прокуратура", "Ақмола облысы", "provider_office", "satisfaction", 1, 1, 7, 12, 9, 0],
]


def as_csv() -> bytes:
    return table(COUNTS, *ROWS).encode()


def as_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "жауаптар"
    for row in (COUNTS.split(","), *ROWS):
        book.active.append([int(cell) if str(cell).isdigit() else cell for cell in row])
    head = book.create_sheet("толқын")
    for pair in HEAD.items():
        head.append(pair)
    book.save(path)


def as_json() -> str:
    rows = [dict(zip(COUNTS.split(","), row, strict=True)) for row in ROWS]
    return json.dumps({"wave": HEAD, "rows": rows}, ensure_ascii=False)


def satisfaction_of(store: WaveStore, group: Group) -> dict[str, Answers]:
    return dict(pool_answers(store, "ulgi-2025", group, "satisfaction").groups)


EXPECTED = {
    "supreme-court": Answers.marks((0, 3, 21, 99, 232), silent=4),
    "general-prosecutor": Answers.marks((1, 1, 7, 12, 9)),
}


@pytest.mark.parametrize("kind", ["csv", "semicolons", "bom", "xlsx", "json"])
def test_the_same_answers_come_in_from_every_kind_of_file(
    kind: str, store: WaveStore, bring: Bring, written: Written, tmp_path: Path
) -> None:
    head: dict[str, Any] | None = HEAD
    match kind:
        case "csv":
            path = written("m.csv", as_csv())
        case "semicolons":
            path = written("m.csv", as_csv().replace(b",", b";"))
        case "bom":
            path = written("m.csv", b"\xef\xbb\xbf" + as_csv().replace(b"\n", b"\r\n"))
        case "xlsx":
            path, head = tmp_path / "m.xlsx", None
            as_xlsx(path)
        case _:
            path, head = written("m.json", as_json()), None
    report = bring(path, head=head)
    assert (report.rows, report.answers, report.silent) == (3, 385, 4)
    assert report.wave.organisation == "Үлгі"
    assert satisfaction_of(store, Group.BODY) == EXPECTED
    assert set(satisfaction_of(store, Group.REGION)) == {"KZ-71", "KZ-11"}


def test_answers_are_pooled_by_channel_and_by_what_was_chosen(store: WaveStore, bring: Bring, written: Written) -> None:
    bring(written("m.csv", as_csv()))
    assert satisfaction_of(store, Group.CHANNEL)["provider_office"] == Answers.marks((1, 4, 12, 39, 74), silent=2)
    chosen = Selection(services=frozenset(("s-1",)), region="KZ-71", channel="state_corporation")
    pooled = pool_answers(store, "ulgi-2025", Group.SERVICE, "satisfaction", chosen)
    assert pooled.groups == {"s-1": Answers.marks((0, 0, 16, 72, 167), silent=2)}
    assert pool_answers(store, "ulgi-2025", Group.BODY, "satisfaction").services["supreme-court"] == 1
    assert wave_services(store, "ulgi-2025") == {"s-1", "s-2"}
    with pytest.raises(NothingAnswered, match="«trust»"):
        pool_answers(store, "ulgi-2025", Group.BODY, "trust")


def test_a_wave_without_groups_keeps_its_answers_apart(store: WaveStore, bring: Bring, written: Written) -> None:
    bring(written("m.csv", table("service,question,1,2,3,4,5", ["s-1", "satisfaction", 0, 0, 1, 2, 3])))
    pooled = pool_answers(store, "ulgi-2025", Group.REGION, "satisfaction")
    assert (pooled.groups, pooled.nameless) == ({}, Answers.marks((0, 0, 1, 2, 3)))


def test_several_files_are_one_wave(store: WaveStore, bring: Bring, written: Written) -> None:
    events = table(
        "service,body,question,yes,no,none",
        *(["s-1", "Жоғарғы Сот", question, 2, 98, 0] for question in ("complaints", "rewards", "acquaintances")),
    )
    trust = table("service,body,question,1,2,3,4,5", ["s-1", "Жоғарғы Сот", "trust", 1, 1, 0, 0, 98])
    bring(written("m.csv", as_csv()), written("e.csv", events), written("t.csv", trust))
    index = tension_by(store, "ulgi-2025", Group.BODY)
    # 3 of 355 dissatisfied, 2 of 100 in each of the others.
    assert index["supreme-court"] == pytest.approx((100 * 3 / 355 + 4 * 2) / 5)
    assert index["general-prosecutor"] is None


def test_rows_of_respondents_give_correlations(store: WaveStore, bring: Bring, written: Written) -> None:
    marks = {"r1": (5, 5), "r2": (4, 5), "r3": (2, 1), "r4": (3, 3), "r5": (5, 4)}
    rows = [
        ["s-1", name, question, mark]
        for name, pair in marks.items()
        for question, mark in zip(("satisfaction", "speed"), pair, strict=True)
    ]
    rows += [["s-1", "r6", "satisfaction", "білмеймін"], ["s-1", "r6", "speed", 1]]
    bring(written("m.csv", table("service,respondent,question,value", *rows)))
    pairs = answer_pairs(store, "ulgi-2025", "satisfaction", "speed")
    assert sum(pairs.values()) == 5
    assert pairs[Decimal(5), Decimal(5)] == 1
    assert correlate(pairs, CorrelationKind.PEARSON).value == pytest.approx(0.871, abs=0.001)
    with pytest.raises(NothingAnswered, match="needs rows of respondents, not counts"):
        answer_pairs(store, "ulgi-2025", "satisfaction", "trust")


def test_shares_come_in_where_they_tell_the_counts(store: WaveStore, bring: Bring, written: Written) -> None:
    shares = table("service,question,1%,2%,3%,4%,5%,n", ["s-1", "satisfaction", 3.3, 3.3, 23.3, "40.0", "30.0", 30])
    bring(written("m.csv", shares))
    assert satisfaction_of(store, Group.SERVICE) == {"s-1": Answers.marks((1, 1, 7, 12, 9))}


def test_a_wave_is_replaced_only_when_that_is_asked(store: WaveStore, bring: Bring, written: Written) -> None:
    bring(written("m.csv", as_csv()))
    smaller = written("n.csv", table(COUNTS, ROWS[0]))
    with pytest.raises(WaveExists, match="--replace"):
        bring(smaller)
    assert len(satisfaction_of(store, Group.BODY)) == 2
    bring(smaller, replace=True)
    assert len(satisfaction_of(store, Group.BODY)) == 1


def test_a_bad_file_leaves_nothing_behind(store: WaveStore, bring: Bring, written: Written) -> None:
    bring(written("m.csv", as_csv()))
    before = store.path("ulgi-2025").read_bytes()
    bad = written("n.csv", table(COUNTS, ROWS[0], [*ROWS[1][:5], 0, 0, -1, 2, 3, 0]))
    with pytest.raises(Exception, match="is negative"):
        bring(bad, replace=True)
    assert store.path("ulgi-2025").read_bytes() == before
    assert [path.name for path in store.folder.iterdir() if not path.name.startswith(".")] == ["ulgi-2025.parquet"]
    assert not list(store.folder.glob(".import-*"))


def test_imports_wait_for_nobody_and_clear_what_a_killed_one_left(
    store: WaveStore, bring: Bring, written: Written
) -> None:
    left = store.folder / ".import-killed"
    left.mkdir(parents=True)
    (left / "staged.csv").write_text("half a row")
    with store.staging(), pytest.raises(MonitoringError, match="another import of answers is at work"):
        bring(written("m.csv", as_csv()))
    assert store.ids() == ()
    bring(written("m.csv", as_csv()))
    assert not left.exists()
    assert store.ids() == ("ulgi-2025",)


def test_services_of_the_wave_itself_are_known(store: WaveStore, bring: Bring, written: Written) -> None:
    own = {**HEAD, "services": [{"id": "own-1", "name_kk": "Өз қызметі", "name_ru": None}]}
    bring(written("m.csv", table(COUNTS, ["own-1", *ROWS[0][1:]])), head=own)
    assert store.wave("ulgi-2025").services[0].name_kk == "Өз қызметі"
