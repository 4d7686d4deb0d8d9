"""A base of acts in memory, for whatever asks for the texts of acts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from kb.model import Act, Document, Edition, Language
from kb.pipeline.acts import Acts
from kb.resolve import ActHistory
from kb.store import Store
from tests.unit.extract.documents import read_act


@dataclass
class ActBase:
    """A base that holds these texts."""

    texts: tuple[Document, ...]

    def texts_of_act(self, name: str) -> tuple[Document, ...]:
        history = ActHistory(self.acts())
        return tuple(one for one in self.texts if one.act and history.id_of(one.act.id) == history.id_of(name))

    def acts_named(self, name: str) -> tuple[Act, ...]:
        return tuple(one.act for one in self.texts_of_act(name) if one.act)

    def acts(self) -> tuple[Act, ...]:
        return tuple(one.act for one in self.texts if one.act)

    @contextmanager
    def read(self) -> Iterator["ActBase"]:
        yield self


def act_document(text: str, language: Language, day: date | None, act: Act, source: str = "lawgit") -> Document:
    """One text of an act, an edition of that day."""
    read = read_act(text, language)
    snapshot = replace(read.snapshot, source=source, document=f"{source}/{language}/{day}/act.md", language=language)
    edition = Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest)
    return replace(read, snapshot=snapshot, act=act, edition=edition)


def acts_of(*texts: Document, today: Callable[[], date]) -> Acts:
    """The acts of a base that holds these texts."""
    return Acts(cast(Store, ActBase(texts)), today=today)
