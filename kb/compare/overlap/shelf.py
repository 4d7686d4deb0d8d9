"""The passages of all texts: their words lie on disk, numbers in memory, which hardly grows with the texts."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kb.compare.overlap.clause_text import ClauseText
from kb.compare.overlap.passage_words import (
    WORD,
    Hashes,
    Words,
    count_characters,
    digest_words,
    divide_words,
    read_words,
    shingle_hashes,
)
from kb.model import Language

Numbers = npt.NDArray[np.int64]
# The part of the shingles of a passage that stands in headings of its own text, from which on it only quotes them.
QUOTED = 0.6


@dataclass(frozen=True, slots=True)
class TextName:
    """A text that clauses stand in."""

    work: str
    document: str
    snapshot: str
    language: Language


class Shelf:
    """The passages of all texts by number, in the order of the texts; made by `fill_shelf`.

    `digests` are equal for equal words. `clauses`, `texts` and `works` are the numbers of what a passage stands in.
    `characters` are those of all own words of clauses by service, those of all texts under None; `work_characters`
    the same by work.
    """

    def __init__(self, folder: Path) -> None:
        self._words = (folder / "words").open("w+b")
        self._ids = (folder / "clauses").open("w+b")
        self._begins, self._id_begins = array("Q", [0]), array("Q", [0])
        self._names: dict[TextName, int] = {}
        self._groups: dict[tuple[str, ...], int] = {}
        self._digests, self._clauses = array("Q"), array("Q")
        self._clause_text, self._clause_group = array("Q"), array("Q")
        self.characters: Counter[str | None] = Counter()
        self.work_characters: Counter[str] = Counter()

    def close(self) -> None:
        """Lets go of the files."""
        self._words.close()
        self._ids.close()

    def __len__(self) -> int:
        return len(self._digests)

    def words(self, number: int) -> Words:
        """The words of a passage."""
        first, behind = self._begins[number], self._begins[number + 1]
        self._words.seek(first * WORD.itemsize)
        return np.frombuffer(self._words.read((behind - first) * WORD.itemsize), dtype=WORD)

    def clause(self, number: int) -> str:
        """The id of the clause that a passage stands in."""
        clause = self._clauses[number]
        self._ids.seek(self._id_begins[clause])
        return self._ids.read(self._id_begins[clause + 1] - self._id_begins[clause]).decode()

    def settle(self) -> None:
        """Makes what was added readable."""
        self._words.flush()
        self._ids.flush()
        self.names: Sequence[TextName] = list(self._names)
        self.digests: Hashes = np.array(self._digests, dtype=np.uint64)
        self.clauses: Numbers = np.array(self._clauses, dtype=np.int64)
        self.texts: Numbers = np.array(self._clause_text, dtype=np.int64)[self.clauses]
        works: dict[str, int] = {}
        of_text = [works.setdefault(name.work, len(works)) for name in self.names]
        self.work_names: Sequence[str] = list(works)
        self.works: Numbers = np.array(of_text, dtype=np.int64)[self.texts]
        self.groups: Numbers = np.array(self._clause_group, dtype=np.int64)[self.clauses]
        self.services: Sequence[tuple[str, ...]] = list(self._groups)

    def add_document(self, clauses: Sequence[ClauseText]) -> None:
        """Takes the clauses of one document."""
        headings = _heading_shingles(clauses)
        numbers: dict[str, int] = {}
        for one in clauses:
            if one.heading:
                continue
            if one.clause not in numbers:
                numbers[one.clause] = self._add_clause(one)
            words = read_words(one.text, one.language, origin=one.start)
            size = count_characters(words)
            self.characters.update(dict.fromkeys((None, *one.services), size))
            self.work_characters[one.work] += size
            for passage in divide_words(words, one.text, origin=one.start):
                if not _quotes(passage, headings):
                    self._add_passage(passage, numbers[one.clause])

    def _add_clause(self, one: ClauseText) -> int:
        name = TextName(one.work, one.document, one.snapshot, one.language)
        self._clause_text.append(self._names.setdefault(name, len(self._names)))
        self._clause_group.append(self._groups.setdefault(one.services, len(self._groups)))
        self._id_begins.append(self._id_begins[-1] + self._ids.write(one.clause.encode()))
        return len(self._clause_text) - 1

    def _add_passage(self, words: Words, clause: int) -> None:
        self._words.write(words.tobytes())
        self._begins.append(self._begins[-1] + len(words))
        self._digests.append(digest_words(words))
        self._clauses.append(clause)


def fill_shelf(texts: Iterable[ClauseText], folder: Path) -> Shelf:
    """The passages of the texts, of which those of one snapshot come together; `folder` takes two files."""
    shelf = Shelf(folder)
    for _, clauses in groupby(texts, key=lambda one: one.snapshot):
        shelf.add_document(list(clauses))
    shelf.settle()
    return shelf


def _heading_shingles(clauses: Iterable[ClauseText]) -> Hashes:
    shingles = [shingle_hashes(read_words(one.text, one.language)["hash"]) for one in clauses if one.heading]
    return np.unique(np.concatenate(shingles)) if shingles else np.zeros(0, dtype=np.uint64)


def _quotes(words: Words, headings: Hashes) -> bool:
    return bool(len(headings) and np.isin(shingle_hashes(words["hash"]), headings).mean() >= QUOTED)
