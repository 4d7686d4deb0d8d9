"""A document of a text in memory, and a text of an act with its twin."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kb.model import Document
from kb.read import divide_act, read_body
from tests.conftest import SAMPLE_ACTS, shared_folder
from tests.real.act_file import read_act
from tests.real.language_parity import text_pairs


@dataclass(frozen=True, slots=True)
class ActPair:
    """Both texts of one edition of an act; `name` is the file of the Kazakh one below its folder."""

    name: str
    kk: Document
    ru: Document


def real_pairs() -> Iterator[ActPair]:
    """The real acts whose both texts are there; none without the folder of real documents."""
    folder = shared_folder() / "data" / "acts"
    for kk, ru in text_pairs(folder) if folder.is_dir() else []:
        yield _pair(folder, kk, ru)


def sample_pairs() -> Iterator[ActPair]:
    """The sample acts of the project."""
    for kk in sorted(SAMPLE_ACTS.rglob("kaz.md")):
        yield _pair(SAMPLE_ACTS, kk, kk.with_name("rus.md"))


def _pair(folder: Path, kk: Path, ru: Path) -> ActPair:
    return ActPair(str(kk.relative_to(folder)), read_act(kk), read_act(ru))


def with_text(document: Document, text: str) -> Document:
    """The document with other words, divided anew."""
    reading = read_body(text.encode(), "text/markdown", document=document.snapshot.document)
    clauses = divide_act(reading.text, reading.blocks, language=document.language)
    return replace(document, text=reading.text, blocks=reading.blocks, clauses=clauses)
