"""The rows of one record: the block of a standard that tells of one service."""
