"""Fees as amounts: which cannot both be paid."""
