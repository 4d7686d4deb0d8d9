"""Answers that quote a clause, where no value is stated."""
