"""Keeping what people said in focus groups."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert

from kb.model.monitoring import Wave, wave_to_json
from kb.model.quote import Quote
from kb.store.practice_tables import QuoteRow, QuoteWaveRow
from kb.store.quote_reader import QuoteReader
from kb.store.search_reader import moment_text


class QuoteWriter(QuoteReader):
    """Changes the quotes."""

    def save_quotes(self, wave: Wave, quotes: Sequence[Quote], *, at: datetime) -> None:
        """Keeps the quotes of a wave in place of those it had."""
        self.forget_quotes(wave.id)
        head = {"id": wave.id, "kept_at": moment_text(at), "payload": wave_to_json(wave)}
        self._connection.execute(insert(QuoteWaveRow), head)
        rows = [
            {
                "wave": wave.id,
                "position": position,
                "service": one.service,
                "theme": one.theme,
                "language": one.language.value,
                "region": one.region,
                "channel": one.channel,
                "words": one.words,
            }
            for position, one in enumerate(quotes)
        ]
        if rows:
            self._connection.execute(insert(QuoteRow), rows)

    def forget_quotes(self, wave: str) -> int:
        """Deletes a wave of quotes; how many quotes that were."""
        count = self._connection.execute(delete(QuoteRow).where(QuoteRow.wave == wave)).rowcount
        self._connection.execute(delete(QuoteWaveRow).where(QuoteWaveRow.id == wave))
        return count
