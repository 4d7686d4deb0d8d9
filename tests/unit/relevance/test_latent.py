from pathlib import Path

import pytest

from indexes.vocabulary import Term
from kb.model import Language
from kb.relevance.errors import BadData, RelevanceError
from kb.relevance.latent import LatentSpace, PairedText
from kb.relevance.latent_tried import WITH, WITHOUT, Tried, read_tried, tried_of
from kb.relevance.paired_difference import paired_difference
from kb.relevance.paired_texts import ACTS, LINES, VOCABULARY, act_pairs, line_pairs, term_pairs
from kb.relevance.rank_fusion import Fusion, fuse

PAIRS = [
    PairedText("балық аулауға рұқсат беру", "выдача разрешения на лов рыбы", LINES),
    PairedText("балық аулау мерзімі", "срок лова рыбы", LINES),
    PairedText("рұқсат беру мерзімі", "срок выдачи разрешения", LINES),
    PairedText("көпір салу жобасы", "проект строительства моста", LINES),
    PairedText("көпір жобасын келісу", "согласование проекта моста", LINES),
    PairedText("салу жобасын келісу", "согласование проекта строительства", LINES),
]
FISHING = [[("Балық аулауға рұқсат", Language.KK)]]
BRIDGES = [[("Көпір жобасы", Language.KK)]]


@pytest.fixture(scope="module")
def space() -> LatentSpace:
    return LatentSpace(PAIRS, dimensions=2, seed=3)


def likeness(space: LatentSpace, question: str, *, dimensions: int = 2) -> list[float]:
    return space.likeness([question], [FISHING, BRIDGES], shares=[1.0], dimensions=dimensions)[0]


def test_a_russian_question_is_like_the_kazakh_text_of_its_meaning(space: LatentSpace) -> None:
    fishing, bridges = likeness(space, "хочу ловить рыбу, лов рыбы")
    assert fishing > bridges + 0.6
    fishing, bridges = likeness(space, "строительство моста")
    assert bridges > fishing + 0.6


def test_a_question_without_known_terms_is_like_nothing(space: LatentSpace) -> None:
    assert likeness(space, "123456") == [0.0, 0.0]


def test_parts_of_a_document_count_by_their_shares(space: LatentSpace) -> None:
    document = [FISHING[0], BRIDGES[0]]
    (names,), (texts,) = (
        space.likeness(["лов рыбы"], [document], shares=shares, dimensions=2)[0] for shares in ([1.0, 0.1], [0.1, 1.0])
    )
    assert names > texts


def test_the_same_seed_gives_the_same_space(space: LatentSpace) -> None:
    again = LatentSpace(PAIRS, dimensions=2, seed=3)
    assert likeness(again, "лов рыбы") == pytest.approx(likeness(space, "лов рыбы"))


def test_fewer_dimensions_know_less(space: LatentSpace) -> None:
    one = likeness(space, "лов рыбы", dimensions=1)
    assert [abs(value) for value in one] == pytest.approx([1.0, 1.0])


def test_pairs_without_terms_in_common_make_no_space() -> None:
    with pytest.raises(RelevanceError, match="give more pairs"):
        LatentSpace(PAIRS[:1], dimensions=2, seed=3)


def test_ranks_are_fused_by_place_not_by_score() -> None:
    words = {"a": 90.0, "b": 2.0, "c": 1.0}
    meaning = {"c": 0.9, "b": 0.8, "a": 0.1}
    assert fuse(words, meaning, Fusion(depth=10, share=0.0)) == ("a", "b", "c")
    assert fuse(words, meaning, Fusion(depth=10, share=5.0)) == ("c", "b", "a")
    assert fuse({}, meaning, Fusion(depth=10, share=0.1)) == ("c", "b", "a")


def test_scores_are_added_and_what_is_unlike_counts_nothing() -> None:
    words = {"a": 90.0, "b": 81.0}
    meaning = {"b": 0.3, "c": 0.5, "a": -0.9}
    assert fuse(words, meaning, Fusion(share=0.1)) == ("a", "b", "c")
    assert fuse(words, meaning, Fusion(share=1.0)) == ("b", "a", "c")
    assert fuse({}, meaning, Fusion(share=1.0)) == ("c", "b", "a")


def test_equal_ids_keep_the_order_of_ids() -> None:
    assert fuse({"b": 1.0, "a": 1.0}, {}, Fusion(share=1.0)) == ("a", "b")


def test_a_steady_gain_is_no_chance_and_a_mixed_one_may_be() -> None:
    steady = paired_difference([0.0] * 40, [0.1] * 20 + [0.0] * 20)
    assert steady.gain == pytest.approx(0.05)
    assert steady.p < 0.001
    mixed = paired_difference([0.0, 1.0, 0.0, 1.0, 0.5], [1.0, 0.0, 1.0, 0.0, 0.6])
    assert mixed.p > 0.5
    assert paired_difference([0.4, 0.6], [0.4, 0.6]).p == 1.0


def test_lines_stand_for_each_other_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "one.kk.txt").write_text("Балық\n\nКөпір\n", encoding="utf-8")
    (tmp_path / "one.ru.txt").write_text("Рыба\nПусто\nМост\n", encoding="utf-8")
    assert [(pair.kk, pair.ru) for pair in line_pairs(tmp_path)] == [("Балық", "Рыба"), ("Көпір", "Мост")]
    (tmp_path / "one.ru.txt").write_text("Рыба\n", encoding="utf-8")
    with pytest.raises(BadData, match="do not stand for"):
        list(line_pairs(tmp_path))
    with pytest.raises(BadData, match="no aligned texts"):
        list(line_pairs(tmp_path / "elsewhere"))


def test_clauses_of_both_texts_of_an_act_are_pairs(tmp_path: Path) -> None:
    kazakh = "1. Балық аулауға рұқсат 3 күнде беріледі.\n\n2. Рұқсат үшін ақы алынбайды.\n"
    russian = "1. Разрешение на лов рыбы выдаётся за 3 дня.\n\n2. За разрешение плата не взимается.\n"
    (tmp_path / "kaz.md").write_text(kazakh, encoding="utf-8")
    (tmp_path / "rus.md").write_text(russian, encoding="utf-8")
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / "rus.md").write_text(russian, encoding="utf-8")
    found = list(act_pairs(tmp_path))
    assert [("3 күнде" in pair.kk, "3 дня" in pair.ru) for pair in found] == [(True, True), (False, False)]
    assert {pair.source for pair in found} == {ACTS}


def test_what_people_say_stands_on_both_sides_of_a_term() -> None:
    term = Term(theme="rivers", kk=("балық аулау",), ru=("лов рыбы",), said=("рыбалка",), short=("БА",))
    assert list(term_pairs([term])) == [PairedText("балық аулау\nрыбалка\nБА", "лов рыбы\nрыбалка\nБА", VOCABULARY)]


def test_a_space_with_the_vocabulary_tells_nothing_of_doing_without() -> None:
    assert Tried.states((LINES, VOCABULARY)) == (WITH,)
    assert Tried.states((LINES, ACTS)) == (WITH, WITHOUT)


def test_the_settings_that_are_kept_can_be_tried() -> None:
    tried = read_tried()
    assert all(set(sources) <= {LINES, ACTS, VOCABULARY} for sources, _ in tried.spaces)
    assert tried.dimensions
    assert tried.fusions
    with pytest.raises(BadData, match="spaces"):
        tried_of({"tried": {"dimensions": [10]}})
