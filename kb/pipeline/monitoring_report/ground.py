"""What all sections of a report stand on."""

from collections.abc import Callable, Iterable

from kb.model import Language
from kb.model.monitoring import Wave
from kb.monitoring import Group, NothingAnswered
from kb.pipeline.monitoring import Monitoring
from kb.pipeline.monitoring_report.tables import Section
from kb.pipeline.printing import PrintedWords


class ReportGround:
    """A wave with its names and words in one language."""

    def __init__(self, monitoring: Monitoring, wave: Wave, language: Language) -> None:
        self.monitoring, self.wave = monitoring, wave
        self.words = PrintedWords(language, "kb.pipeline.monitoring_report")
        self._names = monitoring.names(wave.id)

    @property
    def language(self) -> Language:
        """The language of the report."""
        return self.words.language

    def name(self, group: Group, key: str) -> str:
        """A service, body, region or channel in words."""
        return self._names(group, key, self.language)

    def listed(self, group: Group, keys: Iterable[str]) -> str:
        """Names one after the other."""
        return ", ".join(f"«{self.name(group, key)}»" for key in keys)

    def section(self, code: str, make: Callable[[], Section]) -> Section:
        """A section, or in its place that the wave did not ask about it; what is said of no rows stays."""
        notes: tuple[str, ...] = ()
        try:
            made = make()
            if made.table is None or made.table.rows:
                return made
            notes = made.notes
        except NothingAnswered:
            pass
        return Section(code=code, title=self.words(f"section.{code}"), notes=(self.words("note.not_asked"), *notes))
