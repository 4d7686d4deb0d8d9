"""Bodies that texts name as providers of one service against each other."""
