"""Mystery calls: a file of questions is asked, scored, kept, and compared with the run before."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

import kb
from kb.answer import Asked
from kb.model.mystery import MysteryFile, MysteryQuestion, MysteryResult, MysteryRun
from kb.model.plain_json import Json
from kb.pipeline.errors import UnknownName
from kb.pipeline.mystery_score import CHECKS, PASSED, score_answer
from kb.store import Store
from kb.text import Masked, mask_personal

ALL = "all"
LATEST = 100
LONGEST_TOLD = 300
LONGEST_QUESTION = 1_000


class Answering(Protocol):
    """Somebody who answers: the base itself, or an API that is running."""

    target: str

    def ask(self, question: MysteryQuestion, before: Sequence[Asked]) -> Json:
        """The answer in the shape of `kb ask --json`; a question that is refused is an answer in the state refused."""

    def service_ids(self, name: str) -> frozenset[str]:
        """All ids of a service; empty where there is none by this name."""

    def state(self) -> str:
        """When the base was built, and how many services and statements it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MysteryReport:
    """A run with its questions; `left_out` are the ids of those about services that the base does not have, `better`
    and `worse` those that changed since `before`, the last run of a file of the same name."""

    run: MysteryRun
    results: tuple[MysteryResult, ...]
    left_out: tuple[str, ...] = ()
    before: MysteryRun | None = None
    better: tuple[str, ...] = ()
    worse: tuple[str, ...] = ()


class Mystery:
    """The runs of a base. Safe to use from several threads."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: Callable[[], float] = time.perf_counter,
        mask: Callable[[str], Masked] = mask_personal,
    ) -> None:
        self._store = store
        self._clock = clock
        self._seconds = seconds
        self._mask = mask

    def call(
        self, file: MysteryFile, answering: Answering, *, keep: bool = True, told: Callable[[int], None] | None = None
    ) -> MysteryReport:
        """Asks every question whose service is there and keeps the run; `told` hears how many were asked.

        Raises UnknownName where not one can be asked, StoreBusy.
        """
        ids = {one.service: answering.service_ids(one.service) for one in file.questions if one.service}
        asked = [one for one in file.questions if one.service is None or ids[one.service]]
        if not asked:
            raise UnknownName(f"{file.name}: the base has no service that a question of this file is about")
        started = self._seconds()
        results = tuple(self._ask_all(asked, file, answering, ids, told))
        run = MysteryRun(
            ran_at=self._clock(),
            version=kb.__version__,
            base=answering.state(),
            target=answering.target,
            file=file.name,
            digest=file.digest,
            counts=count_checks(results),
            took_ms=round((self._seconds() - started) * 1000, 1),
        )
        before = self.before(run)
        if keep:
            with self._store.write() as base:
                run = base.add_mystery_run(run, results)
        left_out = tuple(one.id for one in file.questions if one.service and not ids[one.service])
        return self._report(run, results, before, left_out=left_out)

    def listed(self, *, limit: int = LATEST) -> tuple[MysteryRun, ...]:
        """The newest runs, the newest first."""
        with self._store.read() as base:
            return base.mystery_runs(limit=limit)

    def report(self, number: int) -> MysteryReport:
        """A run as it was kept, compared with the one before it; raises UnknownName."""
        with self._store.read() as base:
            run = base.mystery_run(number)
            if run is None:
                raise UnknownName(f"no run {number} of mystery calls is kept; see kb mystery trend")
            results = base.mystery_results(number)
        return self._report(run, results, self.before(run))

    def before(self, run: MysteryRun) -> MysteryRun | None:
        """The last run before this one of a file of the same name, asked of the same target."""
        for one in self.listed():
            if (run.id == 0 or one.id < run.id) and (one.file, one.target) == (run.file, run.target):
                return one
        return None

    def _ask_all(
        self,
        asked: Sequence[MysteryQuestion],
        file: MysteryFile,
        answering: Answering,
        ids: Mapping[str, frozenset[str]],
        told: Callable[[int], None] | None,
    ) -> Iterable[MysteryResult]:
        by_id = {one.id: one for one in file.questions}
        answers: dict[str, Json] = {}

        def answer(question: MysteryQuestion) -> Json:
            if question.id not in answers:
                answers[question.id] = answering.ask(question, before(question))
            return answers[question.id]

        def before(question: MysteryQuestion) -> list[Asked]:
            if question.after is None:
                return []
            earlier = by_id[question.after]
            service = answer(earlier).get("service")
            return [*before(earlier), Asked(text=earlier.q, service=service["id"] if service else None)]

        for place, question in enumerate(asked, start=1):
            found = answer(question)
            checks = score_answer(question, found, ids=ids.get(question.service or "", frozenset()))
            if told:
                told(place)
            service = found.get("service")
            yield MysteryResult(
                id=question.id,
                language=question.language.value,
                q=self._mask(question.q[:LONGEST_QUESTION]).text,
                checks=checks,
                told={
                    "state": found.get("state"),
                    "service": service["id"] if service else None,
                    "answer": self._mask(str(found.get("answer") or "")[:LONGEST_TOLD]).text,
                },
            )

    def _report(
        self,
        run: MysteryRun,
        results: tuple[MysteryResult, ...],
        before: MysteryRun | None,
        *,
        left_out: tuple[str, ...] = (),
    ) -> MysteryReport:
        earlier: dict[str, MysteryResult] = {}
        if before is not None:
            with self._store.read() as base:
                earlier = {one.id: one for one in base.mystery_results(before.id)}
        better, worse = [], []
        for one in results:
            old = earlier.get(one.id)
            if old is None or old.q != one.q:
                continue
            lost = [name for name, met in one.checks.items() if not met and old.checks.get(name)]
            won = [name for name, met in one.checks.items() if met and old.checks.get(name) is False]
            if lost:
                worse.append(one.id)
            elif won:
                better.append(one.id)
        return MysteryReport(
            run=run, results=results, left_out=left_out, before=before, better=tuple(better), worse=tuple(worse)
        )


def told_state(built_at: str | None, counts: Mapping[str, int]) -> str:
    """A base in one line: when it was built, and how many services and statements it holds."""
    return f"{built_at or '-'} {counts.get('services', 0)}/{counts.get('statements', 0)}"


def count_checks(results: Iterable[MysteryResult]) -> dict[str, dict[str, tuple[int, int]]]:
    """By language (and ALL) and by the name of each check: how many questions met it and how many had it."""
    met: Counter[tuple[str, str]] = Counter()
    had: Counter[tuple[str, str]] = Counter()
    for one in results:
        for language in (ALL, one.language):
            for name, passed in (*one.checks.items(), (PASSED, one.passed)):
                had[language, name] += 1
                met[language, name] += passed
    languages = sorted({language for language, _ in had}, key=lambda code: (code != ALL, code))
    return {
        language: {
            name: (met[language, name], had[language, name]) for name in (PASSED, *CHECKS) if had[language, name]
        }
        for language in languages
    }
