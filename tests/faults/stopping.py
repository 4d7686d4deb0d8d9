"""An import or build in a process of its own that stops at a named step and waits to be killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from kb.pipeline import Home, Step, build_base, import_paths

ROOT = Path(__file__).parents[2]
UNTIL_KILLED = 600


def kill_at(stage: str, done: int, *, job: str, home: Path, path: Path | None = None) -> None:
    """Starts the job, waits until it reports `done` items of `stage`, and kills it there with SIGKILL."""
    command = [sys.executable, "-m", "tests.faults.stopping", job, stage, str(done), str(home), str(path or "")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        assert process.stdout is not None
        reached = process.stdout.readline().strip()
        process.send_signal(signal.SIGKILL)
    assert reached == f"{stage} {done}"
    assert process.returncode == -signal.SIGKILL


def main() -> None:
    """The child: runs the job and sleeps at the step."""
    job, stage, done, folder, path = sys.argv[1:]
    home = Home(folder=Path(folder))

    def stop(step: Step) -> None:
        if (step.stage, step.done) == (stage, int(done)):
            sys.stdout.write(f"{stage} {done}\n")
            sys.stdout.flush()
            time.sleep(UNTIL_KILLED)

    if job == "import":
        import_paths(home, [Path(path)], sample=True, progress=stop)
    else:
        build_base(home, full=True, progress=stop)
    sys.stdout.write("ended\n")


if __name__ == "__main__":
    main()
