"""A passage: a slice of a document that is read for statements, with its folded twin."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Attribute, Document, Evidence, Language, Scope, SourceKind, Statement, Value
from kb.model.act import Clause, ClauseKind
from kb.text import Folded, fold_kazakh, fold_scripts

# Tags of tables and of emphasis that stand inside Markdown; an address in angle brackets is text.
MARKUP = re.compile(r"</?(?:td|tr|th|table|tbody|thead|br|p|strong|em|b|i|a|span|div|ul|li|sup|sub)\b[^<>]{0,200}>")
WORD_BEHIND = re.compile(r"\w*(?:\.\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`document.text[start:end]`, read under one service.

    `folded` is what number words are sought in, `plain` the same with Kazakh letters folded: what all
    patterns are matched on. Both have the same length, so an offset means the same place in either.
    """

    document: Document
    start: int
    end: int
    service: str
    source_kind: SourceKind
    clause: str | None
    inner: tuple[Clause, ...]
    language: Language
    topic: str | None
    folding: Folded
    plain: str

    @property
    def folded(self) -> str:
        """The folded text with its Kazakh letters."""
        return self.folding.text

    def cite(self, start: int, end: int) -> Evidence:
        """Evidence for a span of the folded text."""
        first, last = self.folding.span(start, end)
        return self.document.cite(self.start + first, self.start + last, self._clause_at(self.start + first))

    def _clause_at(self, offset: int) -> str | None:
        """The narrowest clause that holds the offset: a sub-point is a better address than its point."""
        holding = [clause for clause in self.inner if clause.start <= offset < clause.end]
        return min(holding, key=lambda clause: clause.end - clause.start).id if holding else self.clause

    def whole_words(self, start: int, end: int) -> tuple[int, int]:
        """The span grown to whole words and addresses: a pattern ends where it is sure, a quotation at a blank."""
        while start > 0 and (self.plain[start - 1].isalnum() or self.plain[start - 1] in "._"):
            start -= 1
        behind = WORD_BEHIND.match(self.plain, end)
        return start, behind.end() if behind else end

    def words(self, start: int, end: int) -> str:
        """The original words of a span of the folded text, blanks joined."""
        first, last = self.folding.span(start, end)
        return " ".join(self.document.text[self.start + first : self.start + last].split())

    def state(
        self,
        attribute: Attribute,
        value: Value,
        start: int,
        end: int,
        *,
        scope: Scope | None = None,
        source_kind: SourceKind | None = None,
    ) -> Statement:
        """A statement of this passage's service whose evidence is the folded span."""
        return Statement(
            service=self.service,
            attribute=attribute,
            value=value,
            source_kind=source_kind or self.source_kind,
            evidence=self.cite(start, end),
            scope=scope or Scope(),
        )


def cut_passage(
    document: Document,
    start: int,
    end: int,
    *,
    service: str,
    source_kind: SourceKind,
    clause: str | None = None,
    topic: str | None = None,
    inner: Iterable[Clause] = (),
) -> Passage:
    """The passage of `document.text[start:end]`; `inner` are the clauses inside it.

    Notes of the editors («changed by order …») and markup are read as blanks: a note's dates and terms are those of
    the change, not of the service.
    """
    inner = tuple(inner)
    text = document.text[start:end]
    for note in inner:
        if note.kind is ClauseKind.NOTE:
            first, last = max(note.start - start, 0), min(note.end, end) - start
            text = text[:first] + " " * (last - first) + text[last:]
    folding = fold_scripts(MARKUP.sub(lambda tag: "\n" + " " * (len(tag.group()) - 1), text))
    return Passage(
        document=document,
        start=start,
        end=end,
        service=service,
        source_kind=source_kind,
        clause=clause,
        inner=inner,
        language=document.language,
        topic=topic,
        folding=folding,
        plain=fold_kazakh(folding.text),
    )
