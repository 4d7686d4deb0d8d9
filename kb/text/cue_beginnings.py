"""Which cues of many can stand in a text at all, told by their first words."""

from collections import defaultdict
from collections.abc import Iterable

from kb.text.cues import Fit, read_cue
from kb.text.words import Words


class CueBeginnings:
    """Cues (phrase, language) by their place in the given order.

    A query has few words and a table of cues hundreds: comparing each cue with each word took longer than all else in
    understanding a query.
    """

    def __init__(self, cues: Iterable[tuple[str, str | None]]) -> None:
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._beginning: dict[str, list[int]] = defaultdict(list)
        for number, (phrase, language) in enumerate(cues):
            first = read_cue(phrase, language=language)[0]
            word = first.word
            forms = {word.surface, word.folded}
            if first.fit is Fit.STEM:
                forms |= {word.kk, word.ru, word.folded_kk}
            table = self._beginning if first.fit is Fit.BEGINNING else self._whole
            for form in forms:
                table[form].append(number)

    def possible(self, words: Words) -> list[int]:
        """The places of all cues whose first word may meet one of `words`, and of few others, in their order."""
        found: set[int] = set()
        for word in words.items:
            for form in {word.surface, word.folded, word.kk, word.ru, word.folded_kk}:
                found.update(self._whole.get(form, ()))
            for spelling in {word.surface, word.folded}:
                for end in range(1, len(spelling) + 1):
                    found.update(self._beginning.get(spelling[:end], ()))
        return sorted(found)
