"""Words around findings in one language."""

from kb.model import Language
from kb.pipeline.printing import PrintedWords


class ReportWords(PrintedWords):
    """The words of data/words.yaml of this package."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, "kb.pipeline.finding_report")
