"""Questions about what people said in focus groups."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from kb.model import Language
from kb.model.monitoring import Wave, wave_from_json
from kb.model.quote import Quote
from kb.store.practice_tables import QuoteRow, QuoteWaveRow


class QuoteReader:
    """Quotes by wave and service."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def quote_waves(self) -> tuple[tuple[Wave, int], ...]:
        """The heads of all waves of quotes with how many quotes each has, the newest year first."""
        count = select(func.count()).where(QuoteRow.wave == QuoteWaveRow.id).scalar_subquery()
        found = [
            (wave_from_json(payload), number)
            for payload, number in self._connection.execute(select(QuoteWaveRow.payload, count))
        ]
        return tuple(sorted(found, key=lambda one: (-one[0].year, one[0].id)))

    def quotes(self, wave: str) -> tuple[Quote, ...]:
        """The quotes of a wave in the order of its file."""
        query = select(QuoteRow.__table__).where(QuoteRow.wave == wave)
        return tuple(_quote(row) for row in self._connection.execute(query.order_by(QuoteRow.position)))

    def quotes_of(self, services: frozenset[str]) -> tuple[tuple[Wave, Quote], ...]:
        """What was said of a service that goes by these ids, with the wave, the newest year first."""
        query = (
            select(QuoteWaveRow.payload, *QuoteRow.__table__.columns)
            .join(QuoteWaveRow, QuoteWaveRow.id == QuoteRow.wave)
            .where(QuoteRow.service.in_(sorted(services)))
            .order_by(QuoteRow.wave, QuoteRow.position)
        )
        found = [(wave_from_json(row.payload), _quote(row)) for row in self._connection.execute(query)]
        return tuple(sorted(found, key=lambda one: -one[0].year))


def _quote(row: Row[Any]) -> Quote:
    return Quote(
        service=row.service,
        theme=row.theme,
        language=Language(row.language),
        words=row.words,
        region=row.region,
        channel=row.channel,
    )
