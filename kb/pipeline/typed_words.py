"""Words that people type into forms, checked before they are kept."""

from kb.model.review_shapes import has_controls
from kb.pipeline.errors import PipelineError


def typed_words(text: str, what: str, *, longest: int, wrong: type[PipelineError]) -> str:
    """The words with single blanks; raises `wrong`, which names `what`, for none, too many and unshowable ones."""
    words = " ".join(text.split())
    if not words:
        raise wrong(f"{what} is needed")
    if len(words) > longest:
        raise wrong(f"{what} has at most {longest} letters, this one has {len(words)}")
    if has_controls(words):
        raise wrong(f"{what} holds characters that cannot be shown")
    return words
