"""Terms as lengths of time: which cannot both be kept."""
