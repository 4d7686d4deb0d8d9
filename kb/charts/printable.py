"""Words of any origin → words that can stand in a drawing."""


def printable(words: str) -> str:
    """The words with a blank in place of what XML cannot hold or what changes the way letters run."""
    return "".join(letter if letter.isprintable() else " " for letter in words)
