"""Looks for known vulnerabilities in a pinned requirements file (`make check`).

The advisory data is asked for over the network. Whether it can be reached is decided first, by asking
for one package; when it cannot, the check is said not to have run and nothing is claimed.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

PIP_AUDIT = str(Path(sys.executable).with_name("pip-audit"))
PROBE_SECONDS = 60


def main() -> int:
    """0 when nothing is known or the data cannot be reached, otherwise the status of pip-audit."""
    requirements = Path(sys.argv[1])
    reason = unreachable(requirements)
    if reason:
        sys.stdout.write(f"pip-audit did not run: the advisory data cannot be reached ({reason})\n")
        return 0
    command = [PIP_AUDIT, "--strict", "--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    return subprocess.run([*command, "--requirement", str(requirements)], check=False).returncode  # noqa: S603


def unreachable(requirements: Path) -> str | None:
    """Why the advisory data does not answer for the first package of the file, or None when it does."""
    pin = next(line.split()[0] for line in requirements.read_text(encoding="utf-8").splitlines() if "==" in line)
    with tempfile.TemporaryDirectory() as folder:
        probe = Path(folder) / "probe.txt"
        probe.write_text(f"{pin}\n", encoding="utf-8")
        command = [PIP_AUDIT, "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off"]
        try:
            asked = subprocess.run(  # noqa: S603
                [*command, "--timeout", "15", "--requirement", str(probe)],
                capture_output=True,
                text=True,
                check=False,
                timeout=PROBE_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"no answer in {PROBE_SECONDS} seconds"
    try:
        # A report comes out whether or not something was found; a package that is on the public index
        # and yet "not found" means that what answered is a mirror without advisories.
        report = json.loads(asked.stdout)
    except ValueError:
        return (asked.stderr.strip().splitlines() or ["no answer"])[-1]
    return next((str(entry["skip_reason"]) for entry in report["dependencies"] if "skip_reason" in entry), None)


if __name__ == "__main__":
    sys.exit(main())
