"""The analytic engine: the one module that knows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kb.monitoring.errors import MonitoringError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Ten million responses are rated within this, and what needs more goes to the folder of the waves (bench, part
# «monitoring»).
MEMORY = "256MB"
KEEP_ORDER = "false"  # answers have no order, and keeping one holds all of them in memory

Engine: TypeAlias = "DuckDBPyConnection"


@contextmanager
def opened_engine(folder: Path) -> Iterator[Engine]:
    """An engine in memory that reads and writes below `folder` alone, loads no extension and asks no other machine.

    Its errors leave as MonitoringError.
    """
    # The engine takes half a second to load; commands that do not rate do without it.
    import duckdb  # noqa: PLC0415

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "preserve_insertion_order": KEEP_ORDER,
        "temp_directory": str(folder / ".spill"),
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    try:
        with duckdb.connect(":memory:", config=settings) as engine:
            # In this order: what is closed or locked cannot be set any more.
            engine.execute(f"SET allowed_directories = ['{sql_text(str(folder))}']")
            engine.execute("SET enable_external_access = false")
            engine.execute("SET lock_configuration = true")
            yield engine
    except duckdb.Error as problem:
        first = str(problem).partition("\n")[0]
        raise MonitoringError(f"the answers in {folder} cannot be worked on ({first})") from problem


def sql_text(text: str) -> str:
    """A text as it stands between the quotation marks of SQL."""
    return text.replace("'", "''")
