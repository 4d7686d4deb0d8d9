"""Values of `kb.model` to the JSON that a table keeps, and back."""

from typing import Any

from kb.model import (
    Act,
    ActStatus,
    ActType,
    Edition,
    Gap,
    Issue,
    Language,
    Mention,
    Severity,
    SourceKind,
    SurveyChannel,
    SurveyPlace,
    SurveyRow,
)
from kb.model.plain_json import Json, day_from_json
from kb.model.shapes import act_to_json, evidence_from_json, evidence_to_json


def act_from_json(data: Json) -> Act:
    """The typed act of a stored one."""
    return Act(
        id=data["id"],
        ids=tuple(data["ids"]),
        type=ActType(data["type"]) if data["type"] else None,
        number=data["number"],
        date=day_from_json(data["date"]),
        title_kk=data["title_kk"],
        title_ru=data["title_ru"],
        status=ActStatus(data["status"]),
        repealed_on=day_from_json(data.get("repealed_on")),
        repealed_by=data.get("repealed_by"),
        issuers=tuple(data.get("issuers", ())),
        in_force_on=day_from_json(data.get("in_force_on")),
        registered_number=data.get("registered_number"),
        registered_on=day_from_json(data.get("registered_on")),
    )


def edition_to_json(edition: Edition) -> Json:
    """An edition of an act."""
    return {
        "act": edition.act,
        "date": edition.date.isoformat() if edition.date else None,
        "language": edition.language.value,
        "snapshot": edition.snapshot,
    }


def edition_from_json(data: Json) -> Edition:
    """The typed edition of a stored one."""
    return Edition(
        act=data["act"],
        date=day_from_json(data["date"]),
        language=Language(data["language"]),
        snapshot=data["snapshot"],
    )


def mention_to_json(mention: Mention) -> Json:
    """A mention without its key, which has a column of its own."""
    return {
        "name_kk": mention.name_kk,
        "name_ru": mention.name_ru,
        "evidence": evidence_to_json(mention.evidence),
        "source": mention.source,
        "codes": mention.codes,
        "owner": mention.owner,
        "sample": mention.sample,
        "life_situation": mention.life_situation,
    }


def mention_from_json(key: str, data: Json) -> Mention:
    """The typed mention of a stored one."""
    return Mention(**{**data, "key": key, "evidence": evidence_from_json(data["evidence"])})


def survey_row_to_json(row: SurveyRow) -> Json:
    """A survey row without the mention it was read under, which has a column of its own."""
    return {
        "channel": row.channel.value,
        "source": row.source.value,
        "evidence": evidence_to_json(row.evidence),
        "region": row.region,
        "n": row.n,
        "rated": row.rated,
        "counts": list(row.counts) if row.counts else None,
        "satisfaction_pct": row.satisfaction_pct,
        "mean": row.mean,
        "source_kind": row.source_kind.value,
    }


def survey_row_from_json(mention: str, data: Json) -> SurveyRow:
    """The typed survey row of a stored one."""
    counts: Any = tuple(data["counts"]) if data["counts"] else None
    return SurveyRow(
        service=mention,
        channel=SurveyChannel(data["channel"]),
        source=SurveyPlace(data["source"]),
        evidence=evidence_from_json(data["evidence"]),
        region=data["region"],
        n=data["n"],
        rated=data["rated"],
        counts=counts,
        satisfaction_pct=data["satisfaction_pct"],
        mean=data["mean"],
        source_kind=SourceKind(data["source_kind"]),
    )


def gap_from_json(mention: str, data: Json) -> Gap:
    """The typed gap of a stored one."""
    return Gap(
        service=mention,
        attribute=data["attribute"],
        evidence=evidence_from_json(data["evidence"]),
        reason=data.get("reason"),
    )


def issue_to_json(issue: Issue) -> Json:
    """An issue of a check."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "document": issue.document,
        "message": issue.message,
        "line": issue.line,
    }


def issue_from_json(data: Json) -> Issue:
    """The typed issue of a stored one."""
    return Issue(**{**data, "severity": Severity(data["severity"])})


__all__ = [
    "act_from_json",
    "act_to_json",
    "edition_from_json",
    "edition_to_json",
    "gap_from_json",
    "issue_from_json",
    "issue_to_json",
    "mention_from_json",
    "mention_to_json",
    "survey_row_from_json",
    "survey_row_to_json",
]
