"""The command `kb`."""

import os
import sys
from typing import NoReturn

import typer

from kb.cli.act_command import act
from kb.cli.archive_commands import archive
from kb.cli.ask_command import ask
from kb.cli.audit_commands import audit
from kb.cli.build_command import build
from kb.cli.burden_command import show_burden
from kb.cli.calculate_commands import calculate
from kb.cli.card_command import card
from kb.cli.check_command import check
from kb.cli.collect_command import collect
from kb.cli.curation_commands import best_bet, synonym
from kb.cli.documents_command import documents
from kb.cli.evaluation_commands import evaluation
from kb.cli.export_command import export
from kb.cli.extract_command import extract
from kb.cli.failures import CALLS, FAILURES, one_line
from kb.cli.feedback_commands import feedback
from kb.cli.impact_command import impact
from kb.cli.import_command import import_files
from kb.cli.key_commands import key
from kb.cli.monitor_export import monitor
from kb.cli.mystery_commands import mystery
from kb.cli.overlap_command import overlap
from kb.cli.practice_commands import show_service
from kb.cli.query_commands import queries
from kb.cli.quote_commands import quotes
from kb.cli.recommend_commands import recommend
from kb.cli.relevance_command import relevance
from kb.cli.report_command import report
from kb.cli.review_commands import review
from kb.cli.scraper_command import scraper
from kb.cli.search_command import search
from kb.cli.serve_command import serve
from kb.cli.services_command import services
from kb.cli.source_commands import sources
from kb.cli.verdict_command import verdict

DONE, FOUND_FAILURE, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="kb",
    help="Anyq: standards of Kazakhstan's public services, every value with the clause that sets it.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("import")(import_files)
app.command("collect")(collect)
app.command("build")(build)
app.command("search")(search)
app.command("services")(services)
app.command("card")(card)
app.command("ask")(ask)
app.command("check")(check)
app.command("report")(report)
app.command("impact")(impact)
app.command("overlap")(overlap)
app.command("verdict")(verdict)
app.command("extract")(extract)
app.command("export")(export)
app.command("relevance")(relevance)
app.command("documents")(documents)
app.command("serve")(serve)
app.add_typer(sources, name="source")
app.add_typer(archive, name="archive")
app.add_typer(act, name="act")
app.add_typer(calculate, name="calculate")
app.add_typer(review, name="review")
app.add_typer(queries, name="queries")
app.add_typer(mystery, name="mystery")
app.add_typer(feedback, name="feedback")
app.add_typer(synonym, name="synonym")
app.add_typer(best_bet, name="best-bet")
app.add_typer(scraper, name="scraper")
app.add_typer(key, name="key")
app.add_typer(audit, name="audit")
monitor.add_typer(evaluation, name="evaluation")
monitor.command("service")(show_service)
monitor.command("burden")(show_burden)
monitor.add_typer(recommend, name="recommend")
monitor.add_typer(quotes, name="quotes")
app.add_typer(monitor, name="monitor")


def run(arguments: list[str] | None = None) -> NoReturn:
    """Runs a command and leaves the process: 0 done, 1 a failure to report, 2 a wrong call, one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(_status(arguments))


def _status(arguments: list[str] | None) -> int:
    try:
        status = app(arguments, prog_name="kb", standalone_mode=False)
        sys.stdout.flush()
    except (typer.TyperException, *CALLS) as problem:
        return _tell(problem, WRONG_CALL)
    except FAILURES as problem:
        return _tell(problem, FOUND_FAILURE)
    except (KeyboardInterrupt, typer.Abort):
        return _tell("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # The reader of the pipe (head, less) has seen enough; what is left is not written anywhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status if isinstance(status, int) else DONE


def _tell(problem: Exception | str, status: int) -> int:
    print(f"kb: {one_line(problem)}", file=sys.stderr)  # noqa: T201
    return status
