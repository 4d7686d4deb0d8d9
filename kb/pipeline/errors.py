"""What can go wrong between the stages."""


class PipelineError(Exception):
    """A stage cannot run, or the base does not hold what was asked for."""


class UnknownName(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """No service, act, source or body goes by this name."""


class BadCursor(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A page cursor that was not given out by this base."""


class HomeBusy(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """Another import or build is at work in this home."""


class NothingBuilt(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """The base was not built yet."""


class NotCollected(PipelineError):  # noqa: N818 - it is a state of the source
    """The source takes local files only."""


class BadDecision(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A decision that cannot be taken on this review item: no reason, no author, or a value that does not fit."""


class BadCuration(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A synonym or best bet that cannot be kept: no words, no author, or a term that the vocabulary does not have."""


class BadKey(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """An access key that cannot be made: a name that was used before, or a last day that is over."""


class BadVerdict(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A decision on a finding that cannot be kept: without a reason, or with too long a one."""


class BadFeedback(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A mark that cannot be kept: too long, of no page, of an unknown service, or of a class that it cannot have."""


class BadRecommendation(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A recommendation or a step of it that cannot be kept: without ground, owner, day or note, or out of turn."""


class BadEvaluation(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A step of an appeal that cannot be kept: without a reason or a name, or with one that cannot be shown."""


class TooManyMarks(PipelineError):  # noqa: N818 - it is a state of the address
    """An address that sent marks without end; `wait_s` seconds from now it may send one again."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"too many marks from this address; try again in {wait_s} s")
        self.wait_s = wait_s


class MarkedToday(PipelineError):  # noqa: N818 - it is a state of the address
    """An address that gave this service its mark of the day."""

    def __init__(self) -> None:
        super().__init__("this address gave this service a mark today; tomorrow it may give another")


class BadMystery(PipelineError):  # noqa: N818 - named in docs/rooms.md
    """A file of questions with expected answers that cannot be read; the message names the line."""
