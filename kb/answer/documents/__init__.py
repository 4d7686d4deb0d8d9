"""Answers that list documents."""
