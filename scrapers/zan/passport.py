"""The passport of the source."""

from kb.model import Language, Layout, Source, SourceKind

API = "https://zan.gov.kz/api/documents"

SOURCE = Source(
    id="zan",
    publisher_kk="Нормативтік құқықтық актілердің эталондық бақылау банкі",
    publisher_ru="Эталонный контрольный банк нормативных правовых актов",
    urls=("https://zan.gov.kz/api",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    # A stored answer and stored records of 2026 were seen; the list of a search was not, it is checked when read.
    layout=Layout.VERIFIED,
    # About 225,000 acts in two languages (public notes, 2026); a tenth may be missing in one of them.
    expected_documents=(200_000, 500_000),
    # A whole run is about 450,000 requests, 45 days of the budget below; the next one is due two weeks after that.
    cadence_days=60,
    # What a public fetcher waits in its slow mode; the bank refused whole networks for months.
    pace_seconds=3.0,
    # What three seconds allow in a little more than eight hours.
    daily_budget=10_000,
)
