"""What counts as a repeat, and how much of a text repeats."""

from collections.abc import Iterator

import pytest

from kb.compare.errors import CompareError
from kb.compare.overlap import ClauseText, Overlap, measure_overlap
from kb.model import Language
from tests.unit.compare.overlap.clauses import BUOY, GULL, LAMP, LAMP_KK, clause, letters, measured


def test_the_same_sentence_in_two_acts_is_one_pair() -> None:
    overlap, pairs = measured([clause(f"{GULL} {LAMP}"), clause(f"{LAMP} {BUOY}", work="act-b", number=4)])
    (pair,) = pairs
    assert (pair.a.clause, pair.b.clause, pair.exact, pair.common) == ("point-1", "point-4", True, False)
    assert f"{GULL} {LAMP}"[pair.a.start : pair.a.end] == LAMP.rstrip(".")
    assert f"{LAMP} {BUOY}"[pair.b.start : pair.b.end] == LAMP.rstrip(".")
    assert pair.characters == letters(LAMP)
    assert overlap.overall.repeated == 2 * letters(LAMP)
    assert overlap.overall.characters == 2 * letters(LAMP) + letters(GULL) + letters(BUOY)


def test_shares_are_told_by_service_and_by_act_pair() -> None:
    overlap, _ = measured([clause(f"{GULL} {LAMP}"), clause(LAMP, work="act-b")])
    assert overlap.by_service["service of act-b"].part == 1.0
    assert overlap.by_service["service of act-a"].part == pytest.approx(letters(LAMP) / (letters(LAMP) + letters(GULL)))
    assert overlap.by_act_pair["act-b", "act-a"].part == 1.0
    assert overlap.by_act_pair["act-a", "act-b"].repeated == letters(LAMP)
    assert set(overlap.by_act_pair) == {("act-a", "act-b"), ("act-b", "act-a")}


def test_a_changed_word_is_a_near_repeat_that_leaves_the_word_out() -> None:
    other = LAMP.replace("вечер", "полдень")
    _, (pair,) = measured([clause(LAMP), clause(other, work="act-b")])
    assert not pair.exact
    assert pair.characters == letters(LAMP) - letters("вечер")


def test_another_number_is_a_difference() -> None:
    one = "Заявление на осмотр бакена рассматривается смотрителем маяка в течение 7 рабочих дней со дня подачи."
    _, (pair,) = measured([clause(one), clause(one.replace("7", "9"), work="act-b")])
    assert not pair.exact


def test_endings_of_words_numbers_of_items_and_tags_make_no_difference() -> None:
    other = "<td>3) " + LAMP.replace("линзу", "линзы").replace("показания", "показаний")
    _, (pair,) = measured([clause(f"1) {LAMP}"), clause(other, work="act-b")])
    assert pair.exact


def test_a_character_is_counted_once_however_often_it_repeats() -> None:
    texts = [clause(LAMP, work=f"act-{number}") for number in range(5)]
    overlap, pairs = measured(texts)
    assert len(pairs) == 10
    assert overlap.overall.repeated == overlap.overall.characters == 5 * letters(LAMP)
    assert overlap.by_act_pair["act-0", "act-3"].repeated == letters(LAMP)


def test_neighbouring_sentences_are_one_passage() -> None:
    text = f"{LAMP} {BUOY} {GULL}"
    _, (pair,) = measured([clause(text), clause(text, work="act-b", start=100)])
    assert (pair.a.start, pair.b.start) == (0, 100)
    assert pair.characters == letters(text)


def test_clauses_of_one_text_may_repeat_each_other_and_a_clause_not_itself() -> None:
    _, pairs = measured([clause(LAMP, number=1), clause(LAMP, number=2)])
    assert [(pair.a.clause, pair.b.clause) for pair in pairs] == [("point-1", "point-2")]
    overlap, pairs = measured([clause(f"{LAMP} {LAMP}")])
    assert not pairs
    assert overlap.overall.repeated == 0


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([clause(LAMP), clause(LAMP, edition=2)], id="two editions of one act"),
        pytest.param([clause(LAMP), clause(LAMP_KK, language=Language.KK)], id="two languages of one act"),
        pytest.param([clause(LAMP), clause(LAMP_KK, language=Language.KK, work="act-b")], id="two languages"),
        pytest.param([clause(LAMP, heading=True), clause(LAMP, heading=True, work="act-b")], id="headings"),
        pytest.param(
            [clause(LAMP, heading=True), clause(f"Утвердить: {LAMP}", number=2), clause(LAMP, work="act-b")],
            id="the act's own heading quoted",
        ),
        pytest.param([clause("Маяк светит бесплатно."), clause("Маяк светит бесплатно.", work="act-b")], id="short"),
        pytest.param([clause(LAMP), clause(BUOY, work="act-b"), clause(GULL, work="act-c")], id="other words"),
    ],
)
def test_what_is_no_repeat(texts: list[ClauseText]) -> None:
    overlap, pairs = measured(texts)
    assert not pairs
    assert overlap.overall.repeated == 0
    assert overlap.by_act_pair == {}


def test_what_many_share_is_common_and_shown_beside_one_other() -> None:
    texts = [clause(LAMP, work=f"act-{number:02}") for number in range(40)]
    overlap, pairs = measured(texts)
    assert all(pair.common for pair in pairs)
    assert {pair.b.work for pair in pairs} | {pair.a.work for pair in pairs} == {one.work for one in texts}
    assert len(pairs) == 39
    assert overlap.by_act_pair == {}
    assert overlap.overall.part == 1.0
    assert overlap.overall.common == overlap.overall.repeated


def test_common_words_of_one_act_are_held_against_another_act() -> None:
    texts = [clause(LAMP, number=number) for number in range(40)]
    overlap, pairs = measured([*texts, clause(LAMP, work="act-b")])
    assert overlap.overall.part == 1.0
    assert len(pairs) == 40
    assert {pair.b.work for pair in pairs} == {"act-b"}


def test_common_words_of_the_editions_of_one_act_repeat_nothing() -> None:
    overlap, pairs = measured([clause(LAMP, edition=number) for number in range(40)])
    assert not pairs
    assert overlap.overall.repeated == 0


def test_nothing_to_compare() -> None:
    overlap, pairs = measured([])
    assert pairs == []
    assert overlap.overall.part == 0.0


def test_texts_are_read_once_as_they_come() -> None:
    taken: list[str] = []

    def texts() -> Iterator[ClauseText]:
        for number in range(3):
            taken.append(f"act-{number}")
            yield clause(LAMP, work=f"act-{number}")

    with measure_overlap(texts()) as overlap:
        assert overlap.overall.part == 1.0
    assert taken == ["act-0", "act-1", "act-2"]


def test_no_room_for_working_files_is_an_error_of_this_room(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr("tempfile.tempdir", f"{tmp_path}/missing")
    with pytest.raises(CompareError, match="TMPDIR"), measure_overlap([clause(LAMP)]):
        pass


def test_what_fails_inside_the_with_is_not_taken_for_that() -> None:
    with pytest.raises(FileNotFoundError), measure_overlap([clause(LAMP)]):
        raise FileNotFoundError("the report's folder")


def test_the_same_texts_give_the_same_overlap() -> None:
    texts = [clause(f"{text} {LAMP}", work=f"act-{number}") for number, text in enumerate((GULL, BUOY, GULL))]
    found: list[tuple[Overlap, object]] = [measured(texts), measured(texts)]
    assert found[0][0].overall == found[1][0].overall
    assert found[0][1] == found[1][1]
