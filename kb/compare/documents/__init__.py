"""Lists of documents of one service against each other."""
