"""Answers for property tests."""

from hypothesis import strategies as st

from kb.model.monitoring import Answers

COUNTS = st.lists(st.integers(min_value=0, max_value=5_000), min_size=5, max_size=5)
MARKED = st.builds(Answers.marks, COUNTS, st.integers(min_value=0, max_value=500))
RATED = MARKED.filter(lambda answers: answers.rated > 0)
