"""Starts `kb serve`, waits until it answers, and tells what to do next (`make run`, `make run-elastic`)."""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from kb.yaml_text import parse_yaml
from tests.engines.elastic_server import running_elasticsearch
from tests.engines.owner import ServerError

ROOT = Path(__file__).resolve().parent.parent
KB = Path(sys.executable).with_name("kb")
START_SECONDS = 60


def main() -> int:
    """Serves until interrupted; returns the exit status of `kb serve`, or 2 when it cannot be started."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--samples", action="store_true", help="say what to ask the samples")
    options.add_argument("--elastic", action="store_true", help="search with Elasticsearch")
    given = options.parse_args()

    host, port = os.environ.get("KB_HOST") or "127.0.0.1", os.environ.get("KB_PORT") or "8000"
    problem = port_problem(host, port)
    if problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    settings = {**os.environ, "KB_HOST": host, "KB_PORT": port}
    with ExitStack() as engine:
        if given.elastic:
            try:
                settings["KB_SEARCH_URL"] = os.environ.get("KB_SEARCH_URL") or start_engine(engine)
            except ServerError as failure:
                sys.stderr.write(f"{failure}\n")
                return 2
            if given.samples and (status := build_samples(settings)):
                return status
        return serve(settings, samples=given.samples)


def start_engine(engine: ExitStack) -> str:
    """The address of an empty Elasticsearch that stops with `engine`; raises ServerError when it does not start."""
    sys.stdout.write("Starting Elasticsearch …\n")
    sys.stdout.flush()
    return engine.enter_context(running_elasticsearch())


def port_problem(host: str, port: str) -> str | None:
    """One line that says why `port` cannot be served on, or None."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"KB_PORT is {port!r}; it must be a number from 1 to 65535"
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, int(port)))
        except OSError as refusal:
            other = f"KB_PORT={int(port) + 1} make run"
            return f"port {port} of {host} cannot be used ({refusal.strerror}); take another: {other}"
    return None


def serve(settings: Mapping[str, str], *, samples: bool) -> int:
    """Runs `kb serve` and greets when it is ready; its exit status, 0 when it was interrupted."""
    server = subprocess.Popen([KB, "serve"], env=dict(settings))  # noqa: S603 – our own command

    def stop(*_: object) -> None:
        server.terminate()

    signal.signal(signal.SIGTERM, stop)
    try:
        address = f"http://{settings['KB_HOST']}:{settings['KB_PORT']}"
        if wait_until_alive(address, server):
            greet(address, samples=samples, home=settings.get("KB_HOME"))
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        return 0


def wait_until_alive(address: str, server: "subprocess.Popen[bytes]") -> bool:
    """True as soon as the server answers, False when it ended or took too long."""
    limit = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < limit:
        if ask(f"{address}/healthz") is not None:
            return True
        time.sleep(0.1)
    return False


def ask(address: str) -> dict[str, object] | None:
    """The JSON object at `address`, None when it is refused or not there."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 – our own address
            found: dict[str, object] = json.load(answer)
            return found
    except OSError:
        return None


def greet(address: str, *, samples: bool, home: str | None) -> None:
    """Prints the address, what to ask, and how to bring documents."""
    lines = ["", f"  Anyq is at {address}   (API: {address}/v1/services, stop: Ctrl+C)", ""]
    bring = ".venv/bin/kb import FILE-OR-FOLDER… && .venv/bin/kb build"
    if samples:
        questions = parse_yaml((ROOT / "examples" / "questions.yaml").read_text(encoding="utf-8"))
        lines += ["  The base holds samples, written for this project. Ask them:"]
        lines += [f"    {language}  {question}" for language, asked in questions.items() for question in asked]
        lines += [
            "",
            "  Your own documents, in a base of their own:",
            f"    export KB_HOME=./data; {bring} && make run",
        ]
    elif (ask(f"{address}/readyz") or {}).get("built_at"):
        lines += [f"  The base is {home}. More documents: {bring}"]
    else:
        lines += [f"  Nothing is built in {home} yet. Bring documents: {bring}"]
    sys.stdout.write("\n".join([*lines, "", ""]))
    sys.stdout.flush()


def build_samples(settings: Mapping[str, str]) -> int:
    """Brings the samples into the home and engine that `settings` name; the status of the step that failed, or 0."""
    for step in (["import", "--sample", str(ROOT / "examples" / "pages")], ["build"]):
        done = subprocess.run([KB, *step], env=dict(settings), check=False)  # noqa: S603 – our own command
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
