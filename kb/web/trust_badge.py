"""How far a value can be trusted: who says it, in which edition of which act, and when that text was last taken."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kb.model import Act, Snapshot, Statement
from kb.norms import label
from kb.pipeline.today import KAZAKHSTAN
from kb.resolve import report_year
from kb.web.act_name import act_name
from kb.web.source_link import SourceLink, edition_place, source_link
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustBadge:
    """One source of an answer.

    `act` is its name with `act_href`, and `edition_href` leads to the clause in the edition that was read,
    `changes_href` to what its editions changed; all None for what is no text of an act. `checked` is the day on which
    the text was taken; `old` tells of a report of an earlier year.
    """

    speaker: str
    link: SourceLink
    act: str | None
    act_href: str | None
    edition_href: str | None
    changes_href: str | None
    checked: str
    old: str | None

    @property
    def plain(self) -> str:
        """The badge on one line, for a message."""
        parts = (self.speaker, self.act, self.link.edition, self.link.place, self.old)
        return ", ".join(part for part in parts if part)


def trust_badges(
    told: Sequence[Statement],
    words: Words,
    *,
    acts: Sequence[Act],
    bodies: Mapping[str, Snapshot],
    day: date,
    most: int,
) -> tuple[TrustBadge, ...]:
    """The sources of some statements in their order, each once and by its text in the page's language where there is
    one, `most` at most; `bodies` are those that the statements were read from, by digest."""
    named = {code: act for act in acts for code in (act.id, *act.ids)}
    sources: dict[Hashable, Statement] = {}
    for one in told:
        evidence = one.evidence
        place = evidence.act or bodies[evidence.snapshot].source
        key = one.source_kind, place, evidence.edition, report_year(one.service)
        if key not in sources or (
            evidence.language is words.language and sources[key].evidence.language is not words.language
        ):
            sources[key] = one
    return tuple(
        _badge(one, words, act=named.get(one.evidence.act or ""), body=bodies[one.evidence.snapshot], day=day)
        for one in [*sources.values()][:most]
    )


def _badge(told: Statement, words: Words, *, act: Act | None, body: Snapshot, day: date) -> TrustBadge:
    evidence = told.evidence
    year = report_year(told.service)
    page = f"/acts/{quote(act.id, safe=':')}" if act else None
    return TrustBadge(
        speaker=label("source_kind", told.source_kind.value, words.language),
        link=source_link(evidence, words),
        act=act_name(act, words) if act else None,
        act_href=page,
        edition_href=page and f"{page}{edition_place(evidence)}",
        changes_href=page and f"{page}/difference",
        checked=words.day(body.taken_at.astimezone(KAZAKHSTAN).date()),
        old=words("console.as_of_report", year=year) if year and year < day.year else None,
    )
