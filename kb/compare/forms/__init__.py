"""Forms of one service against each other."""
