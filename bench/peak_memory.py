"""The most memory that a process held, from /proc of Linux."""

from pathlib import Path


def peak_mb(process: str) -> float:
    """Peak resident memory in MB since the start or the last `forget_peak`; `process` is an id or `self`."""
    status = Path("/proc", process, "status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def forget_peak(process: str) -> None:
    """Counts anew from now on."""
    Path("/proc", process, "clear_refs").write_text("5", encoding="ascii")
