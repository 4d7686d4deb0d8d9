"""A text as passages of words that can be compared: sentences and items of lists, by stems."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from kb.extract.passage import MARKUP
from kb.model import Language
from kb.text import stem, tokenise

Hashes = npt.NDArray[np.uint64]
WORD = np.dtype([("hash", np.uint64), ("start", np.uint32), ("end", np.uint32)])
Words = npt.NDArray[np.void]
"""Words in order: the hash of the stem, and where the word stands in its document."""

# Words of a passage. What is shorter is a phrase that any text may use; docs/overlap.md has the experiment.
SHORTEST = 8
# Words of a shingle (the same experiment).
SHINGLE = 3
_END = re.compile(r"[.:;!?…](?=[\s»”\")]|$)|\n|[»”],?\s+(?=[«“])")
# The number of an item or point changes when others come before it.
_NUMBER = re.compile(r"(?<![^\s;:])\d+(?:[-.]\d+)*\)|^[ \t]*\d+(?:[-.]\d+)*\.(?=\s)", re.MULTILINE)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def divide_words(words: Words, text: str, *, origin: int = 0) -> Iterator[Words]:
    """The passages of a text of these words, whose places count from `origin`.

    Short pieces join what follows; of a text with fewer words than SHORTEST comes nothing.
    """
    ends = [match.end() + origin for match in _END.finditer(text)]
    start = 0
    for cut in np.searchsorted(words["start"], ends).tolist() if ends else ():
        if cut - start >= SHORTEST and len(words) - cut >= SHORTEST:
            yield words[start:cut]
            start = cut
    if len(words) - start >= SHORTEST:
        yield words[start:]


def read_words(text: str, language: Language, *, origin: int = 0) -> Words:
    """The words of a text without tags of tables and numbers of items; the languages share no word."""
    plain = _NUMBER.sub(_blank, MARKUP.sub(_blank, text))
    tokens = tokenise(plain)
    words = np.empty(len(tokens), dtype=WORD)
    words["hash"] = [_hash_word(token.text, language) for token in tokens]
    words["start"] = [origin + token.start for token in tokens]
    words["end"] = [origin + token.end for token in tokens]
    return words


def shingle_hashes(hashes: Hashes, size: int = SHINGLE) -> Hashes:
    """A hash for each run of `size` words, in order; one for all words where there are fewer."""
    size = min(size, len(hashes))
    count = len(hashes) - size + 1 if size else 0
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        mixed = (mixed ^ hashes[place : place + count]) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
    return mixed


def digest_words(words: Words) -> int:
    """The same number for the same stems in the same order."""
    return int.from_bytes(blake2b(words["hash"].tobytes(), digest_size=8).digest(), "little")


def count_characters(words: Words) -> int:
    """The characters of the words, without what stands between them."""
    return int((words["end"] - words["start"]).sum())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=65536)
def _hash_word(word: str, language: Language) -> int:
    spelled = f"{language.value}/{stem(word, language)}".encode()
    return int.from_bytes(blake2b(spelled, digest_size=8).digest(), "little")
