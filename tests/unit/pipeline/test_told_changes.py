"""Which changed values a reader is told."""

from dataclasses import replace

from kb.model import Attribute, Language, Statement, Text
from kb.pipeline import Registry
from kb.pipeline.card_difference import CardChange, CardChangeKind
from kb.pipeline.told_changes import LONGEST_VALUE, short_value, told_changes


def statement_of(registry: Registry, attribute: Attribute, words: str, language: Language) -> Statement:
    """A statement of the sample base with other words."""
    found = next(
        one for one, _ in registry.all_statements() if one.attribute is attribute and isinstance(one.value, Text)
    )
    evidence = replace(found.evidence, language=language, quote=words, end=found.evidence.start + len(words))
    return replace(found, value=Text(text=words), evidence=evidence)


def change(before: Statement | None, after: Statement | None) -> CardChange:
    kind = CardChangeKind.CHANGED if before and after else CardChangeKind.REMOVED if before else CardChangeKind.ADDED
    some = before or after
    assert some
    return CardChange(
        kind=kind,
        attribute=some.attribute,
        before=(before,) if before else (),
        after=(after,) if after else (),
    )


def words_of(statement: Statement) -> str:
    assert isinstance(statement.value, Text)
    return statement.value.text


def test_only_the_readers_language_is_told_where_it_speaks(registry: Registry) -> None:
    kk = [statement_of(registry, Attribute.RESULT, words, Language.KK) for words in ("төлқұжат", "анықтама")]
    ru = [statement_of(registry, Attribute.PROVIDER, words, Language.RU) for words in ("паспорт", "справка")]
    changes = [change(*kk), change(*ru)]
    assert told_changes(changes, Language.KK, shown=words_of) == (changes[0],)
    assert told_changes(changes, Language.EN, shown=words_of) == (changes[0],)
    assert told_changes(changes, Language.RU, shown=words_of) == (changes[1],)
    assert told_changes(changes[1:], Language.KK, shown=words_of) == (changes[1],)  # better than silence


def test_marks_and_places_are_no_change(registry: Registry) -> None:
    one, same, other = (
        statement_of(registry, Attribute.RESULT, words, Language.RU)
        for words in ("книга – пасеки", "Книга «пасеки»", "книга ульев")
    )
    assert told_changes([change(one, same)], Language.RU, shown=words_of) == ()
    left = change(None, other)
    moved = [change(one, None), change(None, same), left]
    assert [words_of(told.after[0]) for told in told_changes(moved, Language.RU, shown=words_of)] == ["книга ульев"]


def test_long_values_end_behind_a_word() -> None:
    cut = short_value("улей пасека " * 30)
    assert len(cut) <= LONGEST_VALUE
    assert cut.removesuffix("…").split()[-1] in ("улей", "пасека")
    assert short_value(" улей \n пасека ") == "улей пасека"
