"""Rules: which printed figures follow from which others."""
