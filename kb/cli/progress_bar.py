"""Progress of long jobs: a bar on a terminal, nothing in a pipe."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from kb.cli.output import console
from kb.cli.words import Words
from kb.pipeline import Progress, Step

SHOWN_ITEM = 48


@contextmanager
def shown_progress(words: Words) -> Iterator[Progress | None]:
    """What a job reports its steps to; None where nobody watches."""
    watched = console(stderr=True)
    if not watched.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[item]}", markup=True),
    )
    with Bars(*columns, console=watched, transient=True) as bars:
        tasks = {}

        def show(step: Step) -> None:
            if step.stage not in tasks:
                tasks[step.stage] = bars.add_task(words(f"stage.{step.stage}"), total=step.total, item="")
            item = step.item.replace("[", "(")[-SHOWN_ITEM:]
            bars.update(tasks[step.stage], completed=step.done, total=step.total, item=item)

        yield show
