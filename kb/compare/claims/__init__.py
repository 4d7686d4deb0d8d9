"""What bodies and standards promise against what people met, by subject."""
