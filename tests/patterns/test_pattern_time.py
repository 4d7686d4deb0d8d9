"""No pattern takes more than linear time, whatever the text."""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.patterns.time_patterns import stopwatch
from tests.patterns.worst_cases import worst_texts

ROOT = Path(__file__).parents[2]
FEWEST = 350  # patterns of modules and wording files; fewer are a sign that the record missed some


def test_every_pattern_is_linear_on_100_kb_of_its_worst_case() -> None:
    command = [sys.executable, "-m", "tests.patterns.time_patterns"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    told = json.loads(done.stdout)
    assert told["slow"] == []
    assert told["patterns"] >= FEWEST


def test_the_worst_texts_are_bad_for_patterns_that_are() -> None:
    with stopwatch(1.0) as is_slow:
        for pattern in (r"\w+\s+x", r"(?:a|aa)+b", r"срок\w*\s+x"):
            assert is_slow(re.compile(pattern), worst_texts(pattern, 0)), pattern
        for pattern in (r"\w{0,40}\s{1,3}x", r"срок\w{0,60}", r"[^»\n]{3,20}»"):
            assert not is_slow(re.compile(pattern), worst_texts(pattern, 0)), pattern
