"""Public monitoring of a base: what `Registry.monitoring` gives."""

from kb.pipeline.monitoring.keeping import audited_waves, remove_wave, taken_in
from kb.pipeline.monitoring.monitoring import Monitoring
from kb.pipeline.monitoring.row_names import RowNames
from kb.pipeline.monitoring.shapes import (
    COUNTED_COLUMNS,
    Named,
    advice_to_json,
    aspects_to_json,
    cell_to_json,
    channel_row_to_json,
    channels_to_json,
    counted_to_json,
    formulas_to_json,
    rating_rows,
    tension_to_json,
    trend_point_to_json,
    weighted_to_json,
)
from kb.pipeline.monitoring.tables import (
    AdviceRow,
    AspectTable,
    ChannelRow,
    ChannelTable,
    TableRow,
    TensionRow,
    Trend,
    TrendNote,
    TrendPoint,
)
from kb.pipeline.monitoring.wave_answers import ALL, Chosen

__all__ = [
    "ALL",
    "COUNTED_COLUMNS",
    "AdviceRow",
    "AspectTable",
    "ChannelRow",
    "ChannelTable",
    "Chosen",
    "Monitoring",
    "Named",
    "RowNames",
    "TableRow",
    "TensionRow",
    "Trend",
    "TrendNote",
    "TrendPoint",
    "advice_to_json",
    "aspects_to_json",
    "audited_waves",
    "cell_to_json",
    "channel_row_to_json",
    "channels_to_json",
    "counted_to_json",
    "formulas_to_json",
    "rating_rows",
    "remove_wave",
    "taken_in",
    "tension_to_json",
    "trend_point_to_json",
    "weighted_to_json",
]
