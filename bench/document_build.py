"""Import and build of the largest seed document into a fresh home, as a person would run it."""

import json
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
        environment = fresh_environment(home)
        return [run_command(["import", str(document)], environment), run_command(["build"], environment)]


# A forked process counts the memory of the one it came from: a small interpreter stands between, so that the peak is
# the command's own.
_LAUNCH = """
import json, os, sys
process = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(process, 0)
with open(sys.argv[1], "w") as place:
    json.dump([os.waitstatus_to_exitcode(status), usage.ru_maxrss], place)
"""


def fresh_environment(home: str) -> dict[str, str]:
    """The environment of this process without settings of the product, and with a home."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    environment["KB_HOME"] = home
    return environment


def run_command(arguments: list[str], environment: dict[str, str]) -> Run:
    """`kb` with these arguments; raises RuntimeError with the command's own words when it fails."""
    program = Path(sys.executable).with_name("kb")
    with tempfile.NamedTemporaryFile() as usage, tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-S", "-c", _LAUNCH, usage.name, str(program), *arguments],
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=True,
        )
        seconds = time.perf_counter() - started
        status, peak = json.loads(Path(usage.name).read_text(encoding="utf-8"))
        if status:
            output.seek(0)
            raise RuntimeError(f"kb {' '.join(arguments)} ended with {status}: {output.read().decode()[-2000:]}")
    return Run(f"kb {arguments[0]}", seconds, peak / 1024)
