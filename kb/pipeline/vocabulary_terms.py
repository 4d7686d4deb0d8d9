"""The term of the vocabulary that a person names."""

from collections.abc import Sequence

from indexes.vocabulary import Term, read_vocabulary
from kb.pipeline.errors import BadCuration
from kb.text import fold

BETWEEN = " – "
SHOWN = 5


def term_label(term: Term) -> str:
    """The words that a term is picked by: the first Kazakh and the first Russian ones."""
    return f"{term.kk[0]}{BETWEEN}{term.ru[0]}"


def find_term(name: str, terms: Sequence[Term] | None = None) -> Term:
    """The term with this label, with these words first in a language, or with them among its official words.

    Raises BadCuration where no term or more than one fits.
    """
    known = read_vocabulary() if terms is None else terms
    wanted = _folded(name)
    for names in (
        lambda term: (term_label(term),),
        lambda term: (term.kk[0], term.ru[0]),
        lambda term: term.official,
    ):
        found = [term for term in known if wanted in map(_folded, names(term))]
        if len(found) == 1:
            return found[0]
        if found:
            labels = "; ".join(f"'{term_label(term)}'" for term in found[:SHOWN])
            raise BadCuration(f"{name!r} stands in several terms of the vocabulary, name one as {labels}")
    raise BadCuration(f"the vocabulary has no term {name!r}; add it to indexes/vocabulary, or name another")


def _folded(words: str) -> str:
    return " ".join(fold(words).text.split())
