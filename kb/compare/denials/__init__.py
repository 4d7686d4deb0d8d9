"""Sentences that one text says and another denies in the same words."""
