"""Findings as JSON (docs/interfaces.md), and back."""

from collections.abc import Mapping
from datetime import date

from kb.model.finding import Finding, FindingClass, FindingSeverity, Prevailing, Side
from kb.model.language import Language
from kb.model.plain_json import Json
from kb.model.service import Service
from kb.model.service_shapes import service_reference
from kb.model.shapes import evidence_from_json, evidence_to_json, statement_from_json, statement_to_json
from kb.model.source import SourceKind
from kb.model.verdict import JudgedFinding, VerdictNote


def side_to_json(side: Side, service: Service | None) -> Json:
    """One side; `clause_digest` changes when the clause does, `mention` is what the statement was read under."""
    return {
        "statement": statement_to_json(side.statement, service) if side.statement else None,
        "evidence": evidence_to_json(side.evidence),
        "source_kind": side.source_kind.value,
        "clause_digest": side.digest,
        "mention": side.statement.service if side.statement else None,
    }


def side_from_json(data: Json) -> Side:
    """The typed side of a stored one."""
    stated = data["statement"]
    return Side(
        statement=statement_from_json(stated, data["mention"]) if stated else None,
        evidence=evidence_from_json(data["evidence"]),
        source_kind=SourceKind(data["source_kind"]),
        digest=data["clause_digest"],
    )


def finding_to_json(finding: Finding, service: Service | None) -> Json:
    """A finding without what people decided on it."""
    return {
        "id": finding.id,
        "class": finding.kind.value,
        "service": service_reference(service) if service else None,
        "a": side_to_json(finding.a, service),
        "b": side_to_json(finding.b, service),
        "prevails": finding.prevails.value if finding.prevails else None,
        "rule": finding.rule,
        "basis": _words_to_json(finding.basis),
        "why": _words_to_json(finding.why),
        "correction": _words_to_json(finding.correction),
        "severity": finding.severity.value,
        "reason": finding.reason,
        "until": finding.until.isoformat() if finding.until else None,
    }


def finding_from_json(data: Json, service: str | None) -> Finding:
    """The typed finding of a stored one of this service."""
    why = _words_from_json(data["why"])
    if why is None:
        raise ValueError(f"finding {data['id']} has no explanation")
    return Finding(
        kind=FindingClass(data["class"]),
        service=service,
        a=side_from_json(data["a"]),
        b=side_from_json(data["b"]),
        severity=FindingSeverity(data["severity"]),
        why=why,
        prevails=Prevailing(data["prevails"]) if data["prevails"] else None,
        rule=data["rule"],
        basis=_words_from_json(data["basis"]),
        correction=_words_from_json(data["correction"]),
        reason=data.get("reason"),
        until=date.fromisoformat(data["until"]) if data.get("until") else None,
    )


def judged_to_json(judged: JudgedFinding, service: Service | None) -> Json:
    """One line of `kb check --json` and `kb export findings`."""
    return {
        **finding_to_json(judged.finding, service),
        "verdict": judged.verdict.value,
        "returned": judged.returned,
        "history": [verdict_to_json(one) for one in judged.history],
    }


def verdict_to_json(note: VerdictNote) -> Json:
    """A decision, as the open data of verdicts has it."""
    return {
        "id": note.id,
        "finding": note.finding,
        "class": note.kind.value,
        "clause_digests": list(note.digests),
        "places": list(note.places),
        "verdict": note.verdict.value,
        "reason": note.reason,
        "author": note.author,
        "role": note.role,
        "at": note.at.isoformat(),
    }


def _words_to_json(words: Mapping[Language, str] | None) -> Json | None:
    return {language.value: text for language, text in words.items()} if words is not None else None


def _words_from_json(data: Json | None) -> dict[Language, str] | None:
    return {Language(code): text for code, text in data.items()} if data is not None else None
