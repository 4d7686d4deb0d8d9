"""What a word of everyday speech is in the other language."""

from functools import cache

from kb.answer.wording import read_wording
from kb.text.cue_beginnings import CueBeginnings
from kb.text.cues import find_cue, read_cue
from kb.text.words import Word, Words

Cue = tuple[str, str]  # a phrase and its language


@cache
def everyday_cues(word: Word) -> tuple[Cue, ...]:
    """The cues, each with its language, of every meaning that a word has in either language."""
    alone = Words((word,))
    cues = _single_cues()
    meanings = dict.fromkeys(
        meaning
        for meaning, (phrase, language) in (cues[number] for number in _beginnings().possible(alone))
        if find_cue(alone, phrase, language=language)
    )
    return tuple(dict.fromkeys(cue for meaning in meanings for cue in _meanings()[meaning]))


@cache
def _meanings() -> tuple[tuple[Cue, ...], ...]:
    return tuple(
        tuple((str(cue), str(language)) for language, wordings in meaning.items() for cue in wordings)
        for meaning in read_wording("everyday")
    )


@cache
def _single_cues() -> tuple[tuple[int, Cue], ...]:
    """The cues of one word, each with the number of its meaning."""
    return tuple((number, cue) for number, cues in enumerate(_meanings()) for cue in cues if len(read_cue(cue[0])) == 1)


@cache
def _beginnings() -> CueBeginnings:
    return CueBeginnings(cue for _, cue in _single_cues())
