"""The vocabulary holds well-formed groups, and every word of it leads to the other language."""

from collections import Counter

import pytest

from indexes.vocabulary import Term, read_term, read_vocabulary
from kb.search.tables import read_table
from kb.text import fold, tokenise
from kb.text.words import read_words

KAZAKH = frozenset("әіңғүұқөһ")
LONGEST_PHRASE = 6  # words


def test_groups_have_words_of_both_languages() -> None:
    terms = read_vocabulary()

    assert len(terms) > 200
    assert all(term.kk and term.ru for term in terms)


def test_no_russian_word_has_kazakh_letters() -> None:
    wrong = [(term.theme, word) for term in read_vocabulary() for word in term.ru if KAZAKH & set(word.lower())]

    assert wrong == []


def test_phrases_are_words_and_short() -> None:
    wrong = [
        (term.theme, word)
        for term in read_vocabulary()
        for word in (*term.official, *term.said)
        if not 1 <= len(tokenise(fold(word).text)) <= LONGEST_PHRASE or word != word.strip()
    ]

    assert wrong == []


def test_no_word_stands_twice_in_a_group() -> None:
    wrong = [
        (term.theme, word)
        for term in read_vocabulary()
        for part in (term.kk, term.ru, term.said, term.short)
        for word, count in Counter(part).items()
        if count > 1
    ]

    assert wrong == []


def test_no_group_is_written_twice() -> None:
    heads = Counter((term.kk[0], term.ru[0]) for term in read_vocabulary())

    assert [head for head, count in heads.items() if count > 1] == []


def test_no_word_has_the_stem_of_a_word_that_tells_nothing() -> None:
    table = read_table("function_words")
    telling_nothing = [word for language in ("kk", "ru") for one in table[language] for word in read_words(one).items]
    wrong = [
        (term.theme, entry)
        for term in read_vocabulary()
        for entry in (*term.kk, *term.ru, *term.said, *term.short)
        for words in [read_words(entry).items]
        if len(words) == 1
        and any(
            words[0].spelled(other) if entry in term.short else words[0].shares_stem(other) for other in telling_nothing
        )
    ]

    assert wrong == [], "put such a word into `short`, where it is compared letter by letter"


@pytest.mark.parametrize("entry", [{"kk": ["бір"]}, {"ru": ["один"]}, {"kk": ["бір"], "ru": ["один"], "en": ["one"]}])
def test_an_entry_of_another_shape_is_refused(entry: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match=r"vocabulary/numbers\.yaml"):
        read_term(entry, theme="numbers")


def test_official_words_are_those_of_texts() -> None:
    term = Term(theme="t", kk=("а",), ru=("б",), said=("в",), short=("ГД",))

    assert term.official == ("а", "б", "ГД")
