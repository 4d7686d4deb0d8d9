"""What the checks of a base read, and what is checked on its own."""

import hashlib
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kb.compare.checking import Checked, check_act, check_report, check_service
from kb.compare.clash import Clash
from kb.compare.material import ActMaterial, ServiceMaterial
from kb.model import Act, Document, Evidence, Finding, FindingClass, Language, Service, apply_decisions
from kb.pipeline.day_texts import DayTexts, day_texts
from kb.pipeline.known_acts import ActsOfBase, repeals_until
from kb.pipeline.report_clashes import ReportClashes
from kb.pipeline.version import checking_version
from kb.resolve import ActHistory, Forces, compare_forces
from kb.store import Reader

KEPT_TEXTS = 16  # texts in memory at a time: the findings of one service stand in few
# values: what a past edition says of its services; report: figures of a report that are of no service
SERVICE, ACT, VALUES, REPORT = SUBJECTS = ("service:", "act:", "values:", "report:")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSubject:
    """What is checked on its own, and the fingerprint of all that its check reads."""

    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What the check of a subject found, and the state of what it asked of other acts."""

    checked: Checked
    cites: Mapping[str, str] = field(default_factory=dict)


class CheckGround:
    """What checks read of a base on a day."""

    def __init__(self, base: Reader, day: date) -> None:
        self._base = base
        acts = tuple(base.acts())
        editions = self._all_editions = tuple(base.editions())
        self._history = ActHistory(acts, editions)
        self._acts: dict[str, Act] = {code: act for act in acts for code in (act.id, *act.ids)}
        self._texts: OrderedDict[str, Document | None] = OrderedDict()
        self._with_texts = {self._history.id_of(one.act) for one in editions}
        self._mentions: dict[str, list[str]] = defaultdict(list)
        self._documents: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for service, digest, version, key in base.mention_places():
            self._documents[service].append((digest, f"{version}:{key}"))
            self._mentions[digest].append(service)
        self._known_acts = ActsOfBase(base, acts=acts, history=self._history, editions=editions, day=day)
        self._bodies: dict[str, str] = {}
        self._clashes = ReportClashes(self.text_of)
        self._look(day)

    @cached_property
    def _names(self) -> Mapping[str, Mapping[Language, str]]:
        """What the base calls each service, by language."""
        told = ((one.id, {Language.KK: one.name_kk, Language.RU: one.name_ru}) for one in self._base.each_service())
        return {name: {language: words for language, words in names.items() if words} for name, names in told}

    def on(self, day: date) -> "CheckGround":
        """The same base on another day."""
        other = copy(self)
        other._look(day)
        return other

    def _look(self, day: date) -> None:
        self.day = day
        self.force: Forces = compare_forces(self._acts, day)
        self._day_texts = day_texts(self._all_editions, self._history, day)
        self._current = {one.snapshot for told in self._day_texts.values() for one in told[0].texts}
        self._editions: dict[str, tuple[str, DayTexts]] = {}
        for act, told in self._day_texts.items():
            for edition in told:
                self._editions[_edition_subject(act, edition)] = (act, edition)
                if not edition.newest and any(self._mentions.get(one.snapshot) for one in edition.texts):
                    self._editions[VALUES + _edition_subject(act, edition).removeprefix(ACT)] = (act, edition)

    def services(self) -> Iterator[CheckSubject]:
        """Every service with its fingerprint."""
        states = {
            edition.snapshot: f"{act}:{self._history.status_of(act)}:{edition.date}"
            for act, told in self._day_texts.items()
            for edition in told[0].texts
        }
        shared = f"{checking_version()}:{self._base.decision_count()}"
        turns = self._base.turning_days(self.day)
        for service, places in self._documents.items():
            told = [f"{digest}:{version}:{states.get(digest, '')}" for digest, version in places]
            told += turns.get(service, ())
            yield CheckSubject(name=SERVICE + service, fingerprint=_fingerprint(shared, service, *told))

    def acts(self) -> Iterator[CheckSubject]:
        """Every edition of every act with its fingerprint, the newest of an act first: it goes by the act alone."""
        return (CheckSubject(name=name, fingerprint=self._edition_fingerprint(name)) for name in self._editions)

    def reports(self) -> Iterator[CheckSubject]:
        """Every text that may print figures of a survey with its fingerprint."""
        for digest, version in self._base.printed_texts():
            yield CheckSubject(name=REPORT + digest, fingerprint=_fingerprint(checking_version(), version))

    def _edition_fingerprint(self, subject: str) -> str:
        act, edition = self._editions[subject]
        told = [f"{one.snapshot}:{one.date}" for one in edition.texts]
        services = [
            f"{name}:{'/'.join(self._names.get(name, {}).values())}"
            for one in edition.texts
            for name in self._mentions.get(one.snapshot, ())
        ]
        turn = f"{repeals_until(self.day) if edition.newest else ''}:{edition.until}"
        decided = str(self._base.decision_count()) if subject.startswith(VALUES) else ""
        status = self._history.status_of(act)
        return _fingerprint(checking_version(), decided, turn, act, status, *told, *services)

    def kept(self, act: str, day: date) -> tuple[Finding, ...] | None:
        """What the last check of the edition of a day of an act found; None where that check is not up to date."""
        told = self._day_texts.get(self._history.id_of(act), ())
        edition = next((one for one in told if one.begun and one.begun <= day), None)
        if edition is None:
            return None
        subject = _edition_subject(self._history.id_of(act), edition)
        if self._base.checks(subject).get(subject) != self._edition_fingerprint(subject):
            return None
        cites = self._base.check_cites(subject).get(subject, {})
        return self._base.findings_of_check(subject) if self.stands(cites) else None

    def stands(self, cites: Mapping[str, str]) -> bool:
        """Whether what a check asked of other acts is as it was."""
        return all(self._known_acts.state(question) == state for question, state in cites.items())

    def texts_in_force(self) -> Iterator[Document]:
        """The texts of acts in their newest edition that has begun, and all that are no acts, one at a time."""
        for document in self._base.documents():
            if document.act is None or document.snapshot.digest in self._current:
                yield document

    def fingerprint_of_texts(self) -> str:
        """Changes when a text in force, or the service that it mentions, does."""
        places = (
            f"{digest}:{version}:{service}" for service, ones in self._documents.items() for digest, version in ones
        )
        return _fingerprint(checking_version(), *sorted(self._current), *sorted(places))

    def services_of_texts(self, digests: Iterable[str]) -> tuple[str, ...]:
        """The ids of the services that these bodies mention."""
        return tuple(sorted({name for digest in digests for name in self._mentions.get(digest, ())}))

    def check_service(self, name: str) -> Checked:
        """The check of a service, without storing them."""
        return self.check(SERVICE + name).checked

    def check_act(self, name: str, *, kinds: Collection[FindingClass] | None = None) -> Checked:
        """The check of the texts of an act in force on the day, by the rules of all classes or of some, without
        storing them."""
        told = self._day_texts.get(self._history.id_of(name))
        return self._check_edition(told[0], kinds=kinds).checked if told else Checked(findings=())

    def check(self, subject: str) -> CheckResult:
        """The check of a subject by its name; nothing where there is none of it."""
        if subject in self._editions:
            edition = self._editions[subject][1]
            return self._check_values(edition) if subject.startswith(VALUES) else self._check_edition(edition)
        if subject.startswith(REPORT):
            return CheckResult(checked=self._check_report(subject.removeprefix(REPORT)))
        service = self._base.service(subject.removeprefix(SERVICE))
        return CheckResult(checked=self._check_service(service) if service else Checked(findings=()))

    def body_of(self, finding: Finding) -> str:
        """The body that owns the service of a finding: its code, else its name; empty where neither is known."""
        name = finding.service or ""
        if name and name not in self._bodies:
            service = self._base.service(name)
            self._bodies[name] = (service.owner_code or service.owner or "") if service else ""
        return self._bodies.get(name, "")

    def _check_service(self, service: Service, edition: DayTexts | None = None) -> Checked:
        """All that is told of a service; of an edition what that says alone, as it stood when it began."""
        base = self._base
        texts = {one.snapshot for one in edition.texts} if edition else None

        def is_told(evidence: Evidence) -> bool:
            return evidence.snapshot in texts if texts is not None else self._is_current(evidence)

        stated = [one for one, _ in base.statements(service=service.id) if is_told(one.evidence)]
        return check_service(
            ServiceMaterial(
                service=service,
                day=(edition and edition.begun) or self.day,
                statements=apply_decisions(stated, base.statement_decisions(service.id)).statements,
                survey=() if edition else tuple(one for one, _ in base.survey(service=service.id)),
                gaps=tuple(one for one, _ in base.gaps(service=service.id) if is_told(one.evidence)),
                remarks=() if edition else tuple(one for one, _ in base.remarks(service=service.id)),
                recomputed=() if edition else self._recomputed(service.id),
                text_of=self.text_of,
                force=self.force,
                history=self._history,
                acts=self._acts,
            )
        )

    def _check_report(self, digest: str) -> Checked:
        """Figures of bodies, regions and totals, which no check of a service reads."""
        mentioned = {key for name in self._mentions.get(digest, ()) for key in self._keys_of(name)}
        clashes = self._clashes.of_others(digest, mentioned)
        return check_report(clashes, text_of=self.text_of, day=self.day, force=self.force)

    def _recomputed(self, service: str) -> tuple[Clash, ...]:
        """Figures of the service in the reports that tell of it."""
        reports = dict.fromkeys(one.evidence.snapshot for one, _ in self._base.survey(service=service))
        return self._clashes.of_service(self._keys_of(service), tuple(reports))

    def _keys_of(self, service: str) -> frozenset[str]:
        """What texts mention a service under."""
        return frozenset(place.partition(":")[2] for _, place in self._documents.get(service, ()))

    def _check_edition(self, edition: DayTexts, *, kinds: Collection[FindingClass] | None = None) -> CheckResult:
        """The texts of an edition against each other."""
        texts = [text for one in edition.texts if (text := self.text_of(one.snapshot))]
        act = next((text.act for text in texts if text.act), None)
        if act is None:
            return CheckResult(checked=Checked(findings=()))
        day = self._day_of(edition, act)
        known = self._known_acts.on(day)
        services = self._services_of(edition)
        material = ActMaterial(
            act=act,
            day=day,
            texts=texts,
            services=services,
            text_of=self.text_of,
            known=known,
            names={name: self._names.get(name, {}) for name in services.values()},
        )
        checked = check_act(material, force=self.force, kinds=kinds)
        return CheckResult(checked=_until(checked, edition), cites=known.cites)

    def _check_values(self, edition: DayTexts) -> CheckResult:
        """What a past edition says of its services, which no check of a service reads."""
        texts = (self.text_of(one.snapshot) for one in edition.texts)
        act = next((text.act for text in texts if text and text.act), None)
        dated = replace(edition, begun=self._day_of(edition, act))
        named = (self._base.service(name) for name in sorted(set(self._services_of(edition).values())))
        found = [self._check_service(service, dated) for service in named if service]
        findings = tuple(one for part in found for one in part.findings)
        issues = tuple(dict.fromkeys(issue for part in found for issue in part.issues))
        return CheckResult(checked=_until(Checked(findings=findings, issues=issues), edition))

    def _services_of(self, edition: DayTexts) -> dict[str, str]:
        services: dict[str, str] = {}
        for one in edition.texts:
            services |= self._base.mentioned_in(one.snapshot)
        return services

    def _day_of(self, edition: DayTexts, act: Act | None) -> date:
        """The day on which an edition is looked at. What no source dates may have been said on any day since the act:
        what had ended before the act is wrong on each."""
        return self.day if edition.newest else edition.begun or (act and act.date) or self.day

    def _is_current(self, evidence: Evidence) -> bool:
        """Whether words stand in the newest edition of its act that has begun, or in no act. The last edition of
        a repealed act is looked at, too: what it says is compared with what held at its time."""
        return evidence.act not in self._with_texts or evidence.snapshot in self._current

    def text_of(self, snapshot: str) -> Document | None:
        """The text of a body without its blocks; a few are kept in memory."""
        if snapshot not in self._texts:
            self._texts[snapshot] = self._base.document(snapshot)
            if len(self._texts) > KEPT_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(snapshot)
        return self._texts[snapshot]


def _edition_subject(act: str, edition: DayTexts) -> str:
    return f"{ACT}{act}" if edition.newest else f"{ACT}{act}@{edition.begun or ''}"


def _until(checked: Checked, edition: DayTexts) -> Checked:
    return replace(checked, findings=tuple(replace(one, until=edition.until) for one in checked.findings))


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]
