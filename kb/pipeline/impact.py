"""What an amendment does: clauses, values and findings before and after an edition of an act."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kb.compare.checking import classes_of_bases
from kb.model import Finding, FindingClass, Language, Service
from kb.model.finding_shapes import finding_to_json
from kb.model.plain_json import Json
from kb.model.service_shapes import service_reference
from kb.pipeline.act_editions import ActEdition, editions_of
from kb.pipeline.act_json import difference_to_json
from kb.pipeline.acts import Acts, PartDifference
from kb.pipeline.card_difference import CardChange, card_difference, change_to_json
from kb.pipeline.cards import read_card
from kb.pipeline.check_ground import CheckGround
from kb.pipeline.errors import UnknownName
from kb.pipeline.progress import Progress, Step, silent
from kb.pipeline.today import today_in_kazakhstan
from kb.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceImpact:
    """The values of one service that hold before the edition and those that hold from it."""

    service: Service
    changes: tuple[CardChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFinding:
    """A contradiction between the same two clauses before and after, in other words."""

    before: Finding
    after: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What an edition of an act changes against the one before it, which held on the day `before`; `named` has the
    services of the findings by id. `left_out` are classes of which some findings show only where all texts of a base
    are looked at: those are not compared."""

    act: str
    before: date
    after: date
    clauses: dict[Language, tuple[PartDifference, ...]]
    services: tuple[ServiceImpact, ...]
    appeared: tuple[Finding, ...]
    vanished: tuple[Finding, ...]
    changed: tuple[ChangedFinding, ...]
    named: Mapping[str, Service]
    left_out: tuple[FindingClass, ...]

    def service_of(self, finding: Finding) -> Service | None:
        """The service that a finding of this impact is on, None where it is on an act alone."""
        return self.named.get(finding.service or "")


class Impacts:
    """What `Registry.impacts` gives."""

    def __init__(self, acts: Acts, built: Callable[[], AbstractContextManager[Reader]]) -> None:
        self._acts = acts
        self._built = built

    def of_edition(self, name: str, *, edition: date | None = None, progress: Progress | None = None) -> Impact:
        """What the edition of that day (None = the newest) changes; raises UnknownName where there is no such edition
        or none before it."""
        tell = progress or silent
        with self._built() as base:
            editions = editions_of(base, name)
            day = _edition_day(editions, name, edition)
            before = day - timedelta(days=1)
            today = CheckGround(base, today_in_kazakhstan())
            grounds = today.on(before), today.on(day)
            digests = [document.snapshot.digest for one in editions for document in one.documents]
            services = grounds[1].services_of_texts(digests)
            acts = tuple(act for code in {name} for act in base.acts_named(code))
            impacts, found = [], tuple(_of_act(today, ground, name) for ground in grounds)
            for done, service in enumerate(services):
                tell(Step(stage="check", done=done, total=len(services), item=service))
                card = read_card(base, service)
                if changes := card_difference(card, before, day, acts=acts):
                    impacts.append(ServiceImpact(service=card.service, changes=changes))
                for side, ground in zip(found, grounds, strict=True):
                    side.extend(ground.check_service(service).findings)
            tell(Step(stage="check", done=len(services), total=len(services)))
            names = {one.service for one in (*found[0], *found[1]) if one.service}
            named = {name: known for name in sorted(names) if (known := base.service(name))}
        changed, vanished, appeared = _paired(*found)
        return Impact(
            act=name,
            before=before,
            after=day,
            clauses={
                language: self._acts.difference(name, before, day, language=language)
                for language in _languages(editions, before, day)
            },
            services=tuple(impacts),
            appeared=appeared,
            vanished=vanished,
            changed=changed,
            named=named,
            left_out=classes_of_bases(),
        )


def _of_act(today: CheckGround, ground: CheckGround, name: str) -> list[Finding]:
    """The findings between the texts of an act on the day of a ground. The last build checked most editions; what holds
    of cited acts is looked at on that day."""
    kept = today.kept(name, ground.day)
    if kept is None:
        return [*ground.check_act(name).findings]
    cited = ground.check_act(name, kinds=(FindingClass.LEGAL_BASIS,)).findings
    return [*(replace(one, until=None) for one in kept if one.kind is not FindingClass.LEGAL_BASIS), *cited]


def impact_to_json(impact: Impact) -> Json:
    """`kb impact --json` and `/v1/acts/{id}/impact`."""
    return {
        "act": impact.act,
        "before": impact.before.isoformat(),
        "after": impact.after.isoformat(),
        "clauses": {
            language.value: [difference_to_json(part) for part in parts] for language, parts in impact.clauses.items()
        },
        "services": [
            {"service": service_reference(one.service), "changes": [change_to_json(change) for change in one.changes]}
            for one in impact.services
        ],
        "findings": {
            "appeared": [_found_to_json(one, impact) for one in impact.appeared],
            "vanished": [_found_to_json(one, impact) for one in impact.vanished],
            "changed": [
                {"before": _found_to_json(one.before, impact), "after": _found_to_json(one.after, impact)}
                for one in impact.changed
            ],
            "left_out": [one.value for one in impact.left_out],
        },
    }


def _found_to_json(finding: Finding, impact: Impact) -> Json:
    return finding_to_json(finding, impact.service_of(finding))


def _edition_day(editions: Sequence[ActEdition], name: str, wanted: date | None) -> date:
    """The day of the edition that is asked about, which must not be the first."""
    days = sorted({one.date for one in editions if one.date})
    known = ", ".join(day.isoformat() for day in days) or "none with a day"
    if wanted is not None and wanted not in days:
        raise UnknownName(f"act {name!r} has no edition of {wanted.isoformat()}; there are {known}")
    if len(days) < 2 or wanted == days[0]:
        raise UnknownName(f"act {name!r} has no edition before that one to compare with; there are {known}")
    return wanted or days[-1]


def _languages(editions: Iterable[ActEdition], before: date, after: date) -> tuple[Language, ...]:
    """The languages that have a text on both days."""
    return tuple(
        language
        for language in Language
        if all(
            any(one.language is language and (one.date is None or one.date <= day) for one in editions)
            for day in (before, after)
        )
    )


def _paired(
    before: Sequence[Finding], after: Sequence[Finding]
) -> tuple[tuple[ChangedFinding, ...], tuple[Finding, ...], tuple[Finding, ...]]:
    """What changed its words, what is gone and what is new."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    gone = [one for name, one in old.items() if name not in new]
    come = [one for name, one in new.items() if name not in old]
    changed = []
    for one in tuple(gone):
        fitting = [other for other in come if _places(other) == _places(one)]
        if len(fitting) == 1:
            changed.append(ChangedFinding(before=one, after=fitting[0]))
            gone.remove(one)
            come.remove(fitting[0])
    return tuple(changed), tuple(gone), tuple(come)


def _places(finding: Finding) -> tuple[str, str | None, frozenset[str]]:
    return finding.kind.value, finding.service, frozenset((finding.a.place, finding.b.place))
