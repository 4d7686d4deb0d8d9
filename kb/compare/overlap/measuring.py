"""How much of many texts repeats elsewhere, in one pass over them."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.compare.errors import CompareError
from kb.compare.overlap.clause_text import ClauseText
from kb.compare.overlap.coverage import Coverage
from kb.compare.overlap.overlap import Overlap
from kb.compare.overlap.repeats import find_repeats
from kb.compare.overlap.share import Share
from kb.compare.overlap.shelf import fill_shelf
from kb.compare.overlap.side_by_side import passage_pairs
from kb.compare.overlap.wordings import Wordings, find_alike


@contextmanager
def measure_overlap(texts: Iterable[ClauseText]) -> Iterator[Overlap]:
    """What repeats among the texts, which are read once; those of one snapshot must come together.

    Words lie in a folder for temporary files until the end of the `with`; raises CompareError when it cannot be
    written.
    """
    with ExitStack() as held:
        try:
            overlap = _measure(texts, held)
        except OSError as problem:
            raise CompareError(
                f"the overlap needs room for temporary files: {problem}; free some, or name another folder in TMPDIR"
            ) from problem
        yield overlap


def _measure(texts: Iterable[ClauseText], held: ExitStack) -> Overlap:
    folder = Path(held.enter_context(TemporaryDirectory(prefix="anyq-overlap-")))
    shelf = held.enter_context(closing(fill_shelf(texts, folder)))
    wordings = Wordings(shelf)
    repeats = find_repeats(shelf, wordings, find_alike(shelf, wordings, folder))
    shares = Coverage(shelf, repeats)
    by_service = shares.of_services()
    return Overlap(
        overall=by_service.pop(None, Share(characters=0, repeated=0)),
        by_service={name: share for name, share in by_service.items() if name is not None},
        by_act_pair=shares.of_pairs(),
        pairs=lambda: passage_pairs(shelf, repeats),
    )
