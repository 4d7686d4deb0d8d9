"""A finding in the words of a language, with both clauses in pieces."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Act, Evidence, Finding, JudgedFinding, Language, Prevailing, Service, VerdictNote
from kb.norms import label, show_clause
from kb.pipeline.errors import UnknownName
from kb.pipeline.finding_report.clause_text import ClauseText, ClauseTexts
from kb.pipeline.finding_report.report_words import ReportWords
from kb.pipeline.finding_report.word_differences import Piece, Span, differing, pieces_of
from kb.pipeline.registry import Registry
from kb.resolve import precedence_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSide:
    """One side: who speaks, in which act (or document), where, and the clause. `title` is the act's in its language,
    `act_id` None for an act that is not in the base."""

    name: str
    speaker: str
    act: str
    act_id: str | None
    title: str | None
    edition: str | None
    place: str
    text_language: str
    evidence: Evidence
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool
    prevails: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNote:
    """A decision in words."""

    verdict: str
    reason: str
    author: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFinding:
    """A finding in words; `sides` is one where both are the same words. `prevails` tells which and why, or that a
    person decides; `returned` that it is open again because a clause changed, `sample` that its service was
    written for this project, `until` that only a past edition has it."""

    id: str
    kind: str
    severity: str
    verdict: str
    why: str
    service: Service | None
    service_name: str
    service_language: Language
    sample: str | None
    sides: tuple[ToldSide, ...]
    prevails: str | None
    correction: str | None
    returned: str | None
    until: str | None
    history: tuple[ToldNote, ...]


class FindingTeller:
    """Tells findings of a base in one language; keeps the last texts and acts that it read."""

    def __init__(self, registry: Registry, language: Language) -> None:
        self.words = ReportWords(language)
        self._registry = registry
        self._clauses = ClauseTexts(registry)
        self._acts: dict[str, Act | None] = {}

    def told(self, judged: JudgedFinding, service: Service | None) -> ToldFinding:
        """The finding in words."""
        finding, words = judged.finding, self.words
        name, own = _service_name(service, words)
        return ToldFinding(
            id=finding.id,
            kind=label("finding_class", finding.kind.value, words.language),
            severity=label("finding_severity", finding.severity.value, words.language),
            verdict=label("finding_verdict", judged.verdict.value, words.language),
            why=finding.why[words.language],
            service=service,
            service_name=name,
            service_language=own,
            sample=words("sample") if service and service.sample else None,
            sides=self._sides(finding),
            prevails=self._prevails(finding),
            correction=finding.correction[words.language] if finding.correction else None,
            returned=words("returned") if judged.returned else None,
            until=words("until", day=words.day(finding.until)) if finding.until else None,
            history=tuple(_note(one, words) for one in judged.history),
        )

    def _sides(self, finding: Finding) -> tuple[ToldSide, ...]:
        a, b = finding.a, finding.b
        texts = self._clauses.around(a.evidence), self._clauses.around(b.evidence)
        if _same_words(a.evidence, b.evidence):
            return (self._side(finding, Prevailing.A, texts[0], ()),)
        marks = differing(*texts, same_language=a.evidence.language is b.evidence.language)
        return tuple(
            self._side(finding, code, text, spans) for code, text, spans in zip(Prevailing, texts, marks, strict=True)
        )

    def _side(self, finding: Finding, code: Prevailing, text: ClauseText, differences: Sequence[Span]) -> ToldSide:
        side = finding.a if code is Prevailing.A else finding.b
        evidence, words = side.evidence, self.words
        act = self._act(evidence.act)
        clause = show_clause(evidence.clause, words.language) if evidence.clause else None
        return ToldSide(
            name=words(f"side.{code.value}"),
            speaker=label("source_kind", side.source_kind.value, words.language),
            act=_act_name(act, words) if act else evidence.act or _file_name(evidence.document),
            act_id=act.id if act else None,
            title=(act.title_ru if evidence.language is Language.RU else act.title_kk) if act else None,
            edition=words("edition", day=words.day(evidence.edition)) if evidence.edition else None,
            place=clause or words("line", number=evidence.line),
            text_language=words(f"language.{evidence.language.value}"),
            evidence=evidence,
            pieces=pieces_of(text, differences),
            cut_before=text.cut_before,
            cut_after=text.cut_after,
            prevails=finding.prevails is code,
        )

    def _prevails(self, finding: Finding) -> str | None:
        """None for one place that contradicts itself: there is nothing to prevail."""
        words = self.words
        if finding.prevails is None or finding.rule is None:
            return None if _same_words(finding.a.evidence, finding.b.evidence) else words("undecided")
        side = finding.a if finding.prevails is Prevailing.A else finding.b
        rule = precedence_rules()[finding.rule]
        return words(
            "prevails",
            side=words(f"side.{finding.prevails.value}"),
            speaker=label("source_kind", side.source_kind.value, words.language),
            rule=rule.title[words.language],
            basis=(finding.basis or rule.source)[words.language],
        )

    def _act(self, name: str | None) -> Act | None:
        if name is None:
            return None
        if name not in self._acts:
            try:
                self._acts[name] = self._registry.act(name).act
            except UnknownName:
                self._acts[name] = None
        return self._acts[name]


def _same_words(a: Evidence, b: Evidence) -> bool:
    return (a.snapshot, a.start, a.end) == (b.snapshot, b.start, b.end)


def _act_name(act: Act, words: ReportWords) -> str:
    if not act.number:
        return act.id
    parts = [label("act_type", act.type.value, words.language) if act.type else ""]
    parts += [words("act_number", number=act.number), words.day(act.date) if act.date else ""]
    return " ".join(part for part in parts if part)


def _service_name(service: Service | None, words: ReportWords) -> tuple[str, Language]:
    """The name in the language of the report where there is one (in English the Kazakh one), and its language."""
    if service is None:
        return words("no_service"), words.language
    names = [(service.name_kk, Language.KK), (service.name_ru, Language.RU)]
    if words.language is Language.RU:
        names.reverse()
    return next(((text, own) for text, own in names if text), (service.id, words.language))


def _note(note: VerdictNote, words: ReportWords) -> ToldNote:
    return ToldNote(
        verdict=label("finding_verdict", note.verdict.value, words.language),
        reason=note.reason,
        author=note.author,
        day=words.day(note.at.date()),
    )


def _file_name(document: str) -> str:
    return document.rstrip("/").rsplit("/", 1)[-1] or document
