"""Import and build of the largest seed document into a fresh home, as a person would run it."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One command: wall seconds and peak resident memory in MB."""

    command: str
    seconds: float
    peak_mb: float


def measure_build(shared: Path) -> list[Run]:
    """`kb import` and `kb build`; raises RuntimeError with the command's own words when one fails."""
    document = max((shared / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory(prefix="anyq-bench-") as home:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
        environment["KB_HOME"] = home
        return [_run(["import", str(document)], environment), _run(["build"], environment)]


def _run(arguments: list[str], environment: dict[str, str]) -> Run:
    program = Path(sys.executable).with_name("kb")
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603  our own program
            [str(program), *arguments], env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(
                f"kb {' '.join(arguments)} ended with {process.returncode}: {output.read().decode()[-2000:]}"
            )
    return Run(f"kb {arguments[0]}", seconds, usage.ru_maxrss / 1024)
