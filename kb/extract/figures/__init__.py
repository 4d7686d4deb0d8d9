"""Figures and claims of a survey report as remarks."""

from kb.extract.figures.reading import read_remarks

__all__ = ["read_remarks"]
