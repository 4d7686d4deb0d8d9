"""The error family of reference data."""


class NormsError(Exception):
    """A code or a day that the reference tables do not hold; the nearest value is never given instead."""
