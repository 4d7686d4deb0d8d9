"""Anyq: a registry of Kazakhstan's public-service standards in which every value points at the clause that sets it."""

__version__ = "0.1.0"
