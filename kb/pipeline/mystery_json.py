"""Mystery calls as JSON."""

from kb.model.mystery import MysteryResult, MysteryRun
from kb.model.plain_json import Json
from kb.pipeline.mystery import MysteryReport


def mystery_run_to_json(run: MysteryRun) -> Json:
    """A run without its questions: `counts` has [met, had] by language and by the name of each expectation."""
    return {
        "run": run.id,
        "ran_at": run.ran_at.isoformat(timespec="seconds"),
        "version": run.version,
        "base": run.base,
        "target": run.target,
        "file": run.file,
        "digest": run.digest,
        "counts": {
            language: {name: list(pair) for name, pair in shares.items()} for language, shares in run.counts.items()
        },
        "took_ms": run.took_ms,
    }


def mystery_report_to_json(report: MysteryReport) -> Json:
    """A run with its questions and what changed since the run before; `run` is 0 for one that was not kept."""
    return {
        **mystery_run_to_json(report.run),
        "left_out": list(report.left_out),
        "before": report.before.id if report.before else None,
        "better": list(report.better),
        "worse": list(report.worse),
        "questions": [_result(one) for one in report.results],
    }


def _result(one: MysteryResult) -> Json:
    return {
        "id": one.id,
        "lang": one.language,
        "q": one.q,
        "passed": one.passed,
        "checks": dict(one.checks),
        **{f"told_{name}": value for name, value in one.told.items()},
    }
