"""Days that are asked about, days that are answered."""
