"""Sums, days and lists for one person's case; see docs/calculators.md."""
