"""What the benchmark of search makes its clauses of, and when it says that an aim is held."""

import json

from bench.made_clauses import CLAUSES_AN_ACT, MadeClauses, act_ids
from bench.real_text import Sentence
from bench.timing import Aim, Comparison
from indexes.schema import read_schema
from kb.model import Language

SENTENCES = (
    Sentence("Жеміс бағын ашу туралы өтініш аудандық бөлімге тапсырылады.", Language.KK),
    Sentence("Заявление на разведение шмелей подаётся до первого числа.", Language.RU),
    Sentence("Справка о погоде выдаётся бесплатно, в 3-дневный срок.", Language.RU),
)


def test_clauses_are_the_same_on_every_call_and_fit_the_index() -> None:
    made = MadeClauses(SENTENCES, seed=4)
    documents = list(made.documents(30))
    assert documents == list(MadeClauses(SENTENCES, seed=4).documents(30))
    assert {name for one in documents for name in (*one.tokens, *one.keywords, *one.numbers)} <= set(
        read_schema("clauses").fields
    )


def test_places_of_words_lead_into_the_text_of_the_clause() -> None:
    for document in MadeClauses(SENTENCES, seed=4).documents(30):
        stored = json.loads(document.stored)
        places, words = stored["marks"]["places"], stored["marks"]["words"].split()
        starts, ends = places[::2], places[1::2]
        found = [stored["text"][start:end].lower() for start, end in zip(starts, ends, strict=True)]
        assert [word.replace("ё", "е") for word in found] == [word.replace("ё", "е") for word in words]


def test_text_is_counted_with_headings() -> None:
    made = MadeClauses(SENTENCES, seed=4)
    shown = [json.loads(one.stored) for one in made.documents(30)]
    assert made.text_bytes(30) == sum(len(f"{one['label']}\n{one['text']}\n".encode()) for one in shown)


def test_a_changed_act_has_other_words_under_the_same_ids() -> None:
    made = MadeClauses(SENTENCES, seed=4)
    before = list(made.documents(2 * CLAUSES_AN_ACT))[CLAUSES_AN_ACT:]
    after = made.act(1)
    assert [one.id for one in after] == [one.id for one in before] == act_ids(1)
    assert any(old.tokens != new.tokens for old, new in zip(before, after, strict=True))


def _compared(p50: float, p95: float, aim: Aim) -> bool:
    return Comparison(p50=p50, p95=p95, bare_p50=5.0, bare_p95=20.0, aim=aim).holds


def test_the_larger_of_ratio_and_milliseconds_is_allowed() -> None:
    aim = Aim(ratio=1.3, more_ms=3.0)
    assert _compared(8.0, 26.0, aim)
    assert not _compared(8.1, 26.0, aim)
    assert not _compared(8.0, 26.1, aim)


def test_an_aim_for_p95_alone_does_not_look_at_the_median() -> None:
    aim = Aim(ratio=2.0, p50=False)
    assert _compared(50.0, 40.0, aim)
    assert not _compared(5.0, 40.1, aim)
