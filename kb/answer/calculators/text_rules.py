"""What the texts of statements say of counting; each text is loaded and read once a question."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from kb.answer.calculators.due_date import Filing
from kb.extract.term_rules import ExtensionReading, TermRule, TermRuleKind, read_extension, read_term_rules
from kb.model import ChannelCode, Document, Statement

_DAY_BEFORE = (TermRuleKind.DELIVERED_DAY_BEFORE, TermRuleKind.RESULT_DAY_BEFORE)


class TextRules:
    """Rules of counting by statement, for one question."""

    def __init__(self, document: Callable[[str], Document | None]) -> None:
        self._load = document
        self._texts: dict[str, Document | None] = {}
        self._read: dict[tuple[str, str | None], tuple[TermRule, ...]] = {}

    def filing(self, statements: Sequence[Statement], *, day: date, channel: ChannelCode | None) -> Filing | None:
        """A filing on `day` under the rules of all texts that tell a term, the speaker's first; by `channel`, else by
        the one that the speaker's term is for. None for what is counted back from the end of another term."""
        if any(self.counts_back(one) for one in statements):
            return None
        rules = dict.fromkeys(rule for one in statements for rule in self.of(one))
        return Filing(day=day, channel=channel or _channel(statements[0]), rules=tuple(rules))

    def of(self, statement: Statement) -> tuple[TermRule, ...]:
        """What the annex or section of the statement says; nothing where the base has no such text."""
        evidence = statement.evidence
        top = evidence.clause.split("/", 1)[0] if evidence.clause else None
        key = evidence.snapshot, top
        if key not in self._read:
            text = self._text(evidence.snapshot)
            rules = read_term_rules(text, top) if text else ()
            # A statement names the act by the code that all its texts share.
            self._read[key] = tuple(replace(one, evidence=replace(one.evidence, act=evidence.act)) for one in rules)
        return self._read[key]

    def reading(self, extension: Statement) -> ExtensionReading:
        """How the number of an extension is meant; open where the base has no such text."""
        text = self._text(extension.evidence.snapshot)
        return read_extension(text, extension.evidence) if text else ExtensionReading.OPEN

    def counts_back(self, statement: Statement) -> bool:
        """Whether the statement is «a day before the end»: it is counted from the end of another term."""
        term = statement.evidence
        return any(
            rule.kind in _DAY_BEFORE and rule.evidence.start < term.end and term.start < rule.evidence.end
            for rule in self.of(statement)
        )

    def _text(self, digest: str) -> Document | None:
        if digest not in self._texts:
            self._texts[digest] = self._load(digest)
        return self._texts[digest]


def _channel(statement: Statement) -> ChannelCode | None:
    """The channel that the term itself is for."""
    told = statement.scope.channel
    return ChannelCode(told.code) if told and told.code in set(ChannelCode) else None
