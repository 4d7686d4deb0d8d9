"""Channels of one service against each other: what is set, what is told, where people were served."""
