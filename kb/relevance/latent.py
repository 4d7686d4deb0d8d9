"""A space in which Kazakh and Russian words that stand in texts of one meaning lie together.

Latent semantic indexing over both languages (Dumais, Landauer and Littman 1997, cross-language LSI): a pair of texts is
one document, so that a truncated singular value decomposition finds what its words have in common.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from kb.model import Language
from kb.relevance.errors import RelevanceError
from kb.text import analyse

# A term of one pair alone tells nothing of its translation.
FEWEST_PAIRS = 2
ITERATIONS = 3

# A text with its language; None for a question, whose words may be of either.
Told = tuple[str, Language | None]


@dataclass(frozen=True, slots=True)
class PairedText:
    """Two texts of one meaning; `source` says where they were found together."""

    kk: str
    ru: str
    source: str


class LatentSpace:
    """A space made of pairs; `dimensions` is the most that `likeness` can use, the same `seed` gives the same space."""

    def __init__(self, pairs: Sequence[PairedText], *, dimensions: int, seed: int) -> None:
        self._tools = _Tools.load()
        self._terms = self._tools.terms()
        documents = [[(pair.kk, Language.KK), (pair.ru, Language.RU)] for pair in pairs]
        try:
            weighed = self._terms.fit_transform([_terms_of(document) for document in documents])
            self._reduce = self._tools.reduction(dimensions, seed).fit(weighed)
        except ValueError as problem:
            raise RelevanceError(
                f"{len(pairs)} pairs make no space of {dimensions} dimensions ({problem}): give more pairs, or ask for "
                "fewer dimensions than they have terms in common"
            ) from problem

    def likeness(
        self,
        questions: Iterable[str],
        documents: Iterable[Sequence[Sequence[Told]]],
        *,
        shares: Sequence[float],
        dimensions: int,
    ) -> list[list[float]]:
        """The cosine (-1 to 1) of each question to each document, 0 where a text has no known term.

        A document is its parts, of which `shares` tells how much each counts; the first `dimensions` are used.
        """
        parts = zip(*documents, strict=True)
        folded = [share * self._fold(part, dimensions) for share, part in zip(shares, parts, strict=True)]
        asked = self._fold(([(question, None)] for question in questions), dimensions)
        found: list[list[float]] = (asked @ self._tools.normal(sum(folded)).T).tolist()
        return found

    def _fold(self, texts: Iterable[Sequence[Told]], dimensions: int) -> Any:
        placed = self._reduce.transform(self._terms.transform([_terms_of(text) for text in texts]))
        return self._tools.normal(placed[:, :dimensions])


@dataclass(frozen=True, slots=True)
class _Tools:
    """What scikit-learn has for this; it is a dependency of development, so that it is loaded when it is needed."""

    features: Any
    pipeline: Any
    preprocessing: Any
    decomposition: Any

    @classmethod
    def load(cls) -> "_Tools":
        names = ("feature_extraction.text", "pipeline", "preprocessing", "decomposition")
        try:
            return cls(*(import_module(f"sklearn.{name}") for name in names))
        except ImportError as problem:
            raise RelevanceError(
                f"scikit-learn is not installed ({problem}): `make install` has it among what tests need"
            ) from problem

    def terms(self) -> Any:
        """Stems and trigrams weighed apart, the same for both together."""
        weighed = [(kind, self._weighed(kind)) for kind in ("stems", "grams")]
        return self.pipeline.make_pipeline(self.pipeline.FeatureUnion(weighed), self.preprocessing.Normalizer())

    def reduction(self, dimensions: int, seed: int) -> Any:
        return self.decomposition.TruncatedSVD(dimensions, n_iter=ITERATIONS, random_state=seed)

    def normal(self, rows: Any) -> Any:
        return self.preprocessing.normalize(rows)

    def _weighed(self, kind: str) -> Any:
        def part(terms: Mapping[str, list[str]]) -> list[str]:
            return terms[kind]

        return self.features.TfidfVectorizer(analyzer=part, sublinear_tf=True, min_df=FEWEST_PAIRS)


def _terms_of(texts: Iterable[Told]) -> Mapping[str, list[str]]:
    """Stems marked by their language, and trigrams, which both languages share for their loan words."""
    found = [analyse(text, language) for text, language in texts]
    marked = [(mark, stems) for one in found for mark, stems in ((Language.KK, one.kk), (Language.RU, one.ru))]
    return {
        "stems": [f"{mark}:{stem}" for mark, stems in marked for stem in stems],
        "grams": [gram for one in found for gram in one.tri],
    }
