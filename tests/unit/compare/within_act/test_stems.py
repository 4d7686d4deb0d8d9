import re

from kb.compare.within_act.opposed_wording import FILE
from kb.compare.within_act.stems import read_stems
from kb.compare.within_act.wordings import Wording, load
from kb.extract.wording import compile_wording


def test_the_longest_letters_outside_groups() -> None:
    assert read_stems([r"прием\s+(?:заявок|жалоб)\w*\s+осуществля"]) == {"осуществля"}
    assert read_stems(["причал|гавань"]) == {"причал", "гавань"}


def test_what_may_be_left_out_is_no_stem() -> None:
    assert read_stems([r"шлюзы?\b"]) == {"шлюз"}
    assert read_stems([r"[а-я]{3}лодка{0,1}"]) == {"лодк"}
    assert read_stems([r"(?:один|два)\s+дня?"]) == frozenset()


def test_a_pattern_without_letters_of_its_own_is_always_looked_for() -> None:
    assert read_stems([r"(?:порт|гавань)", "причал"]) == frozenset()
    assert Wording([r"(?:порт|гавань)"]).search("у порта") is not None


def test_a_text_with_a_match_is_never_passed_over() -> None:
    words = [pair[side]["words"] for pair in load(FILE)["pairs"].values() for side in ("a", "b")]
    texts = [re.sub(r"\\s\+", " ", one) for patterns in words for one in patterns]
    for patterns in words:
        exact = compile_wording(patterns)
        wording = Wording(patterns)
        for text in texts:
            assert (wording.search(text) is None) == (exact.search(text) is None)
