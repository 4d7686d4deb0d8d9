"""Waves out of the tables of a report: counts that it prints, and shares that tell the counts exactly."""
