"""The colours of drawings by what they are for; on pages the classes of these names take those of the theme."""

# As on white paper in kb/web/static/base.css; each is a colour of its own, so that it can be told from the others.
INK = "#15212d"
BAR = "#1b6d96"
TRACK = "#e1e8ee"
PAPER = "#ffffff"

CLASSES = {INK: "ink", BAR: "bar", TRACK: "track", PAPER: "paper"}
