from datetime import UTC, datetime, timedelta

from kb.model.curation import BestBet, Synonym
from kb.store import Store

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
WORD = Synonym(kk=("ұя",), ru=("гнездо",), said=("құсүй",), author="Гүлнар", added_at=NOON, search="0a")
SHORT = Synonym(kk=("ұя",), ru=("гнездо",), short=("ҰТ",), author="Ерлан", added_at=NOON)
BET = BestBet(phrase="құс үйі", service="nest-1", author="Гүлнар", added_at=NOON)


def test_words_and_bets_come_back_the_newest_first(store: Store) -> None:
    with store.write() as base:
        kept = [base.add_synonym(WORD), base.add_synonym(SHORT)]
        bet = base.add_best_bet(BET)
        assert base.synonyms() == (kept[1], kept[0])
        assert base.best_bets() == (bet,)
    assert (kept[0].said, kept[0].search, bet.phrase) == (WORD.said, "0a", BET.phrase)


def test_what_is_withdrawn_is_kept_and_not_used(store: Store) -> None:
    later = NOON + timedelta(days=1)
    with store.write() as base:
        word, bet = base.add_synonym(WORD), base.add_best_bet(BET)
        assert base.withdraw_synonym(word.id, when=later)
        assert base.withdraw_best_bet(bet.id, when=later)
        assert not base.withdraw_synonym(word.id, when=later)
        assert not base.withdraw_best_bet(99, when=later)
        assert (base.synonyms(), base.best_bets()) == ((), ())
        assert base.synonyms(withdrawn=True)[0].withdrawn_at == later
        assert base.best_bets(withdrawn=True)[0].withdrawn_at == later


def test_the_mark_differs_after_every_change(store: Store) -> None:
    marks = []
    with store.write() as base:
        marks.append(base.curation_mark())
        word = base.add_synonym(WORD)
        marks.append(base.curation_mark())
        bet = base.add_best_bet(BET)
        marks.append(base.curation_mark())
        base.withdraw_synonym(word.id, when=NOON)
        marks.append(base.curation_mark())
        base.withdraw_best_bet(bet.id, when=NOON)
        marks.append(base.curation_mark())
        assert base.curation_mark() == marks[-1]
    assert len(set(marks)) == 5
