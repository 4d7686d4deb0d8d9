"""The Kazakh stemmer against the lemmas of a treebank: do two forms share a stem when they share a lemma?"""

import operator
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

from kb.model import Language
from kb.text import fold, stem

NOT_WORDS = {"PUNCT", "NUM", "SYM", "X"}


def read_forms(path: Path) -> dict[str, set[str]]:
    """Each word form with its lemmas; a form of several words has the lemma of the first."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    joined: tuple[int, int, str] | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) < 4 or "." in fields[0]:
            joined = None
            continue
        if "-" in fields[0]:
            first, last = map(int, fields[0].split("-"))
            joined = (first, last, fields[1])
            continue
        number, form = int(fields[0]), fields[1]
        if joined and joined[0] <= number <= joined[1]:
            if number != joined[0]:
                continue
            form = joined[2]
        if fields[3] not in NOT_WORDS and re.search("[\u0400-\u04ff]", form):
            lemmas[fold(form).text].add(fields[2].lower())
    return dict(lemmas)


def pair_figures(forms: dict[str, set[str]], cut: Callable[[str], str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of forms."""
    by_lemma, by_stem = defaultdict(set), defaultdict(set)
    for form, lemmas in forms.items():
        by_stem[cut(form)].add(form)
        for lemma in lemmas:
            by_lemma[lemma].add(form)
    right, found = _pairs(by_lemma.values()), _pairs(by_stem.values())
    precision, recall = len(right & found) / len(found), len(right & found) / len(right)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pairs(groups: Iterable[set[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_forms_of_one_lemma_share_a_stem(shared: Path) -> None:
    forms = read_forms(shared / "data" / "ud-kazakh-ktb" / "kk_ktb-ud-test.conllu")
    assert len(forms) > 3_500
    precision, recall, f1 = pair_figures(forms, lambda form: stem(form, Language.KK))
    assert precision >= 0.67
    assert recall >= 0.63
    assert f1 >= 0.65


def test_a_plain_cut_is_worse(shared: Path) -> None:
    forms = read_forms(shared / "data" / "ud-kazakh-ktb" / "kk_ktb-ud-test.conllu")
    stemmed = pair_figures(forms, lambda form: stem(form, Language.KK))
    for letters in (3, 4, 5, 6):
        cut = pair_figures(forms, operator.itemgetter(slice(letters)))
        assert stemmed[2] - cut[2] >= 0.1
