"""The base's services and acts into findings: only what changed is checked again."""

import hashlib
import logging
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kb.compare.checking import Checked, check_act, check_service
from kb.compare.material import ActMaterial, ServiceMaterial
from kb.model import Act, Document, Edition, Finding, Issue, Language, Severity, Statement, apply_decisions
from kb.pipeline.known_acts import KnownActs
from kb.pipeline.progress import Progress, Step
from kb.pipeline.version import checking_version
from kb.resolve import ActHistory, Forces, compare_forces
from kb.store import Reader, StoreError, Writer

LOG = logging.getLogger(__name__)

LONGEST_MESSAGE = 2000  # characters of an error that are kept
KEPT_TEXTS = 16  # texts in memory at a time: the findings of one service stand in few
SERVICE, ACT = "service:", "act:"
CHECK_FAILED = "check_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What is checked on its own, and the fingerprint of all that its check reads."""

    name: str
    fingerprint: str


def check_base(base: Writer, ground: "CheckGround", *, progress: Progress) -> tuple[Issue, ...]:
    """Brings the findings up to the base as of the day of the ground; an issue for each service or act whose check
    failed.

    A service is checked again when a text that mentions it, the editions or force of an act behind it, or a decision
    of people changed; an act when one of its texts in force or the force of an act of the base changed.
    """
    known = {name: fingerprint for name, fingerprint in base.checks().items() if name.startswith((SERVICE, ACT))}
    subjects = {one.name: one for one in (*ground.services(), *ground.acts())}
    due = [one for one in subjects.values() if known.get(one.name) != one.fingerprint]
    base.drop_checks(sorted(set(known) - set(subjects)))
    failures: list[Issue] = []
    for done, subject in enumerate(due):
        progress(Step(stage="check", done=done, total=len(due), item=subject.name))
        found = _checked(ground, subject.name)
        if isinstance(found, Issue):
            failures.append(found)
            base.note_failed_check(subject.name, found)
            continue
        told = ((one, ground.body_of(one)) for one in found.findings)
        base.save_check(subject.name, subject.fingerprint, told, issues=found.issues)
    progress(Step(stage="check", done=len(due), total=len(due)))
    return tuple(failures)


def _checked(ground: "CheckGround", subject: str) -> Checked | Issue:
    """The check of one subject; whatever it fails on is told and must not stop the others, and its findings stay as
    they were until a check of it ends."""
    try:
        return ground.check(subject)
    except StoreError:
        raise
    except Exception as problem:
        LOG.debug("checking %s", subject, exc_info=True)
        message = (
            f"{subject} could not be checked ({type(problem).__name__}: {problem}); its findings stay as they were"
        )
        return Issue(code=CHECK_FAILED, severity=Severity.ERROR, document="", message=message[:LONGEST_MESSAGE])


class CheckGround:
    """What checks read of a base on a day."""

    def __init__(self, base: Reader, day: date) -> None:
        self._base, self.day = base, day
        acts = tuple(base.acts())
        editions = tuple(base.editions())
        self._history = ActHistory(acts, editions)
        self._acts: dict[str, Act] = {code: act for act in acts for code in (act.id, *act.ids)}
        self.force: Forces = compare_forces(self._acts, day)
        self._texts: OrderedDict[str, Document | None] = OrderedDict()
        self._in_force = _editions_in_force(editions, self._history, day)
        self._current = {one.snapshot for editions in self._in_force.values() for one in editions}
        self._with_texts = {self._history.id_of(one.act) for one in editions}
        self._mentions: dict[str, list[str]] = defaultdict(list)
        self._documents: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for service, digest, version, key in base.mention_places():
            self._documents[service].append((digest, f"{version}:{key}"))
            self._mentions[digest].append(service)
        self._known_acts = KnownActs(base, day, acts=acts, history=self._history)
        self._bodies: dict[str, str] = {}

    def services(self) -> Iterator[_Subject]:
        """Every service with its fingerprint."""
        states = {
            edition.snapshot: f"{act}:{self._history.status_of(act)}:{edition.date}"
            for act, editions in self._in_force.items()
            for edition in editions
        }
        shared = f"{checking_version()}:{self._base.decision_count()}"
        turns = self._base.turning_days(self.day)
        for service, places in self._documents.items():
            told = [f"{digest}:{version}:{states.get(digest, '')}" for digest, version in places]
            told += turns.get(service, ())
            yield _Subject(name=SERVICE + service, fingerprint=_fingerprint(shared, service, *told))

    def acts(self) -> Iterator[_Subject]:
        """Every act that has a text in force, with its fingerprint."""
        shared = f"{checking_version()}:{self._known_acts.state}"
        for act, editions in self._in_force.items():
            told = [f"{one.snapshot}:{one.date}" for one in editions]
            services = [name for one in editions for name in self._mentions.get(one.snapshot, ())]
            yield _Subject(name=ACT + act, fingerprint=_fingerprint(shared, act, *told, *services))

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
        return self.check(SERVICE + name)

    def check_act(self, name: str) -> Checked:
        """The check of the texts of an act in force on the day, without storing them."""
        return self.check(ACT + name)

    def check(self, subject: str) -> Checked:
        """The check of a subject by its name."""
        if subject.startswith(SERVICE):
            return self._check_service(subject.removeprefix(SERVICE))
        return self._check_act(subject.removeprefix(ACT))

    def body_of(self, finding: Finding) -> str:
        """The body that owns the service of a finding: its code, else its name; empty where neither is known."""
        name = finding.service or ""
        if name and name not in self._bodies:
            service = self._base.service(name)
            self._bodies[name] = (service.owner_code or service.owner or "") if service else ""
        return self._bodies.get(name, "")

    def _check_service(self, name: str) -> Checked:
        base = self._base
        service = base.service(name)
        if service is None:
            return Checked(findings=())
        stated = [one for one, _ in base.statements(service=service.id)]
        decided = apply_decisions(
            [one for one in stated if self._is_current(one)], base.statement_decisions(service.id)
        )
        return check_service(
            ServiceMaterial(
                service=service,
                day=self.day,
                statements=decided.statements,
                survey=tuple(one for one, _ in base.survey(service=service.id)),
                gaps=tuple(one for one, _ in base.gaps(service=service.id)),
                remarks=tuple(one for one, _ in base.remarks(service=service.id)),
                text_of=self.text_of,
                force=self.force,
                history=self._history,
                acts=self._acts,
            )
        )

    def _check_act(self, name: str) -> Checked:
        editions = self._in_force.get(self._history.id_of(name), ())
        texts = [text for one in editions if (text := self.text_of(one.snapshot))]
        act = next((text.act for text in texts if text.act), None)
        if act is None:
            return Checked(findings=())
        services: dict[str, str] = {}
        for text in texts:
            services |= self._base.mentioned_in(text.snapshot.digest)
        material = ActMaterial(
            act=act, day=self.day, texts=texts, services=services, text_of=self.text_of, known=self._known_acts
        )
        return check_act(material, force=self.force)

    def _is_current(self, statement: Statement) -> bool:
        """Whether a statement stands in the newest edition of its act that has begun, or in no act. The last edition of
        a repealed act is looked at, too: what it says is compared with what held at its time."""
        act = statement.evidence.act
        return act not in self._with_texts or statement.evidence.snapshot in self._current

    def text_of(self, snapshot: str) -> Document | None:
        """The text of a body without its blocks; a few are kept in memory."""
        if snapshot not in self._texts:
            self._texts[snapshot] = self._base.document(snapshot)
            if len(self._texts) > KEPT_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(snapshot)
        return self._texts[snapshot]


def _editions_in_force(editions: Iterable[Edition], history: ActHistory, day: date) -> dict[str, tuple[Edition, ...]]:
    """The texts of each act in the newest edition of each language that has begun by the day, by language."""
    found: dict[tuple[str, Language], list[Edition]] = {}
    for one in editions:
        if one.date and one.date > day:
            continue
        key = (history.id_of(one.act), one.language)
        begun, newest = one.date or date.min, (found[key][0].date or date.min) if key in found else None
        if newest is None or begun > newest:
            found[key] = [one]
        elif begun == newest:
            found[key].append(one)
    acts: dict[str, tuple[Edition, ...]] = defaultdict(tuple)
    for (act, _), texts in sorted(found.items()):
        acts[act] += tuple(texts)
    return dict(acts)


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:24]
