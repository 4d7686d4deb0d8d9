"""The name under which something is kept."""

AUTHOR = "Who it is at this machine, where no key tells so; with a key its own name is taken whatever stands here"
