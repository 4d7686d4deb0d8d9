"""The passport of the source."""

from kb.model import Language, Layout, Source, SourceKind

HOST = "https://adilet.zan.kz"
# Serves the pages as before where the first host answers with an empty page that a script fills (public notes, 2026).
MIRROR = "https://old.adilet.zan.kz"
# The first year of the index by year (public code, 2026); before independence many years have no act.
FIRST_YEAR = 1947
FIRST_FULL_YEAR = 1991

SOURCE = Source(
    id="adilet",
    publisher_kk="«Әділет» ақпараттық-құқықтық жүйесі",
    publisher_ru="Информационно-правовая система «Әділет»",
    urls=(HOST,),
    hosts=("old.adilet.zan.kz",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    # A stored page of 2024 was seen. The lists and the pages of history and requisites were not: they are read by
    # what must stand on them (addresses with days, pairs of label and value), and complain when it does not.
    layout=Layout.VERIFIED,
    # About 206,000 acts in Russian and nearly as many in Kazakh (public code, 2026); a tenth may be missing.
    expected_documents=(185_000, 480_000),
    # A whole run is about 450,000 requests, 23 days of the budget below; the next one is due a week after that.
    cadence_days=30,
    # A quarter of what others ask of it: public scrapers go there twice a second.
    pace_seconds=2.0,
    # What two seconds allow in eleven hours, so that the site is left alone for the rest of the day.
    daily_budget=20_000,
)
