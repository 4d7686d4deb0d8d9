"""The base's services and acts into findings: only what changed is checked again."""

import logging

from kb.model import Issue, Severity
from kb.pipeline.check_ground import SUBJECTS, CheckGround, CheckResult
from kb.pipeline.progress import Progress, Step
from kb.store import StoreError, Writer

LOG = logging.getLogger(__name__)

LONGEST_MESSAGE = 2000  # characters of an error that are kept
CHECK_FAILED = "check_failed"


def check_base(base: Writer, ground: CheckGround, *, progress: Progress) -> tuple[Issue, ...]:
    """Brings the findings up to the base as of the day of the ground; an issue for each service or act whose check
    failed.

    A service is checked again when a text that mentions it, the editions or force of an act behind it, or a decision
    of people changed; an edition of an act when one of its texts, the services in it, or an act that it cites did.
    """
    known = {name: fingerprint for name, fingerprint in base.checks().items() if name.startswith(SUBJECTS)}
    subjects = {one.name: one for one in (*ground.services(), *ground.acts(), *ground.reports())}
    cites = base.check_cites()
    due = [
        one
        for one in subjects.values()
        if known.get(one.name) != one.fingerprint or not ground.stands(cites.get(one.name, {}))
    ]
    base.drop_checks(sorted(set(known) - set(subjects)))
    failures: list[Issue] = []
    for done, subject in enumerate(due):
        progress(Step(stage="check", done=done, total=len(due), item=subject.name))
        found = _checked(ground, subject.name)
        if isinstance(found, Issue):
            failures.append(found)
            base.note_failed_check(subject.name, found)
            continue
        told = ((one, ground.body_of(one)) for one in found.checked.findings)
        base.save_check(subject.name, subject.fingerprint, told, issues=found.checked.issues, cites=found.cites)
    progress(Step(stage="check", done=len(due), total=len(due)))
    return tuple(failures)


def _checked(ground: CheckGround, subject: str) -> CheckResult | Issue:
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
