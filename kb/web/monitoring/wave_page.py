"""What the template of every page of a wave is given."""

from typing import Any

from kb.monitoring import question_words
from kb.web.monitoring.asked import FILTERS, RatingAsked
from kb.web.monitoring.wave_ground import WaveGround, wave_head


def wave_values(ground: WaveGround, asked: RatingAsked, *, page: str) -> dict[str, Any]:
    """The head of the wave, the ways to its pages, and in words what is asked for."""
    words = ground.words
    return {
        "wave": wave_head(ground.wave, words),
        "ways": ground.ways(asked, page),
        "page": page,
        "question": question_words(asked.question, words.language),
        "measure": words(f"monitoring.measure.{asked.measure_code}"),
        "by": words(f"monitoring.by.{asked.by.value}"),
        "chosen": [
            (words(f"monitoring.field.{group.value}"), ground.name(group, key))
            for group in FILTERS
            if (key := getattr(asked.chosen, group.value)) is not None
        ],
    }
