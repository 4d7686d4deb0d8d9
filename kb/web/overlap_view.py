"""What repeats, as its pages show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kb.model import Act, Evidence, Language, Service
from kb.model.overlap import OverlapShare
from kb.pipeline.repeat_passages import RepeatPassages
from kb.read import WordChangeKind
from kb.web.result_view import service_names
from kb.web.source_link import SourceLink, document_name, shorten, source_link
from kb.web.value_words import Shown, quoted
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView:
    """A share in words; `percent` is the whole number that a bar draws, `part` the same in words."""

    percent: int
    part: str
    repeated: str
    characters: str
    common: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceBar:
    """A service with its share."""

    shown: Shown
    share: ShareView
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """An act or document; `href` leads to an act that the base has."""

    name: str
    title: Shown | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """What of one act stands in another."""

    first: WorkView
    second: WorkView
    share: ShareView
    href: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words; `differs` where the other passage has it not."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """One of two passages: where it stands and what it says."""

    work: WorkView
    link: SourceLink
    language: Language
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatView:
    """Two passages side by side."""

    exact: bool
    common: bool
    sides: tuple[PassageView, PassageView]


def share_view(share: OverlapShare, words: Words) -> ShareView:
    """The numbers of a share."""
    percent = round(share.part * 100)
    return ShareView(
        percent=percent,
        part=words("overlap.percent", n=words.number(percent)),
        repeated=words.number(share.repeated),
        characters=words.number(share.characters),
        common=words.number(share.common),
    )


def service_bar(share: OverlapShare, service_of: Callable[[str], Service], words: Words) -> ServiceBar:
    """The bar of a service."""
    return ServiceBar(
        shown=service_names(service_of(share.first), words.language)[0],
        share=share_view(share, words),
        href=f"/overlap/repeats?{urlencode({'service': share.first})}",
    )


def pair_row(share: OverlapShare, acts: Mapping[str, Act], words: Words) -> PairRow:
    """The row of a pair of acts."""
    return PairRow(
        first=work_view(share.first, acts, words),
        second=work_view(share.second, acts, words),
        share=share_view(share, words),
        href=f"/overlap/repeats?{urlencode({'act': share.first, 'with': share.second})}",
    )


def work_view(work: str, acts: Mapping[str, Act], words: Words) -> WorkView:
    """An act with its title in the page's language where it has one; a document by the name of its file."""
    act = acts.get(work)
    if act is None:
        return WorkView(name=document_name(work), title=None, href=None)
    titles = [(act.title_kk, Language.KK), (act.title_ru, Language.RU)]
    if words.language is Language.RU:
        titles.reverse()
    title = next((quoted(shorten(text), words, language=own) for text, own in titles if text), None)
    return WorkView(name=act.id, title=title, href=f"/acts/{quote(act.id)}")


def repeat_view(passages: RepeatPassages, acts: Mapping[str, Act], words: Words) -> RepeatView:
    """A pair of passages with the differing words of each."""

    def side(evidence: Evidence, work: str, absent: WordChangeKind) -> PassageView:
        return PassageView(
            work=work_view(work, acts, words),
            link=source_link(evidence, words),
            language=evidence.language,
            stretches=tuple(
                Stretch(one.words, one.kind is not WordChangeKind.SAME)
                for one in passages.words
                if one.kind is not absent
            ),
        )

    repeat = passages.repeat
    return RepeatView(
        exact=repeat.exact,
        common=repeat.common,
        sides=(
            side(passages.a, repeat.a.work, WordChangeKind.ADDED),
            side(passages.b, repeat.b.work, WordChangeKind.REMOVED),
        ),
    )
