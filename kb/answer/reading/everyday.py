"""What a word of everyday speech is in the other language."""

from functools import cache

from kb.answer.wording import read_wording
from kb.text.cues import find_cue, read_cue
from kb.text.words import Word, Words


@cache
def everyday_cues(word: Word) -> tuple[tuple[str, str], ...]:
    """The cues, each with its language, of every meaning that a word has in either language."""
    alone = Words((word,))
    found: dict[tuple[str, str], None] = {}
    for meaning in read_wording("everyday"):
        cues = [(str(cue), str(language)) for language, wordings in meaning.items() for cue in wordings]
        if any(find_cue(alone, cue, language=language) for cue, language in cues if len(read_cue(cue)) == 1):
            found |= dict.fromkeys(cues)
    return tuple(found)
