"""Answers from the values of a card."""
