"""Promise and practice of a service as JSON."""

from kb.model import Service
from kb.model.monitoring import Wave
from kb.model.plain_json import Json
from kb.model.quote import Quote
from kb.model.remark import Remark
from kb.model.remark_shapes import remark_to_json
from kb.model.service_shapes import service_reference
from kb.model.shapes import statement_to_json, survey_to_json
from kb.monitoring import rated_to_json
from kb.pipeline.practice.recommendation_json import recommendation_to_json
from kb.pipeline.practice.service_practice import ChannelPoint, Measured, ServicePractice, TopicPractice


def practice_to_json(practice: ServicePractice) -> Json:
    """The shape of /v1/services/{id}/practice and of `kb monitor service --json`; a topic of which nothing was told or
    measured has `known` false."""
    service = practice.service
    return {
        "service": service_reference(service),
        "as_of": practice.day.isoformat(),
        "topics": [_topic_to_json(one, service) for one in practice.topics],
        "channels": [_point_to_json(one) for one in practice.channels],
        "survey": [survey_to_json(one, service) for one in practice.survey],
        "people": {channel.value: count for channel, count in practice.people.items()},
        "quotes": [{"wave": _wave(wave), **quote_to_json(quote)} for wave, quote in practice.quotes],
        "recommendations": [
            recommendation_to_json(one, today=practice.day, actors=False) for one in practice.recommendations
        ],
    }


def quote_to_json(quote: Quote) -> Json:
    """A quote; personal data in its words are masked."""
    return {
        "service": quote.service,
        "theme": quote.theme,
        "language": quote.language.value,
        "words": quote.words,
        "region": quote.region,
        "channel": quote.channel,
    }


def _topic_to_json(one: TopicPractice, service: Service) -> Json:
    return {
        "topic": one.topic.code,
        "known": one.known,
        "promise": [statement_to_json(statement, service) for statement in one.promise],
        "told": [statement_to_json(statement, service) for statement in one.told],
        "figures": [_remark_to_json(remark) for remark in one.figures],
        "met": [_remark_to_json(remark) for remark in one.met],
        "measured": [_measured_to_json(measured) for measured in one.measured],
    }


def _remark_to_json(remark: Remark) -> Json:
    return {name: value for name, value in remark_to_json(remark).items() if value is not None}


def _measured_to_json(one: Measured) -> Json:
    answers = one.answers
    return {
        "wave": _wave(one.wave),
        "question": one.question,
        "kind": one.kind.value,
        "rated": answers.rated,
        "silent": answers.silent,
        "small_n": one.small_n,
        "counts": {str(value): count for value, count in answers.counts},
        "share": _number(one.share),
        "low": _number(one.low),
        "high": _number(one.high),
        "mean": _number(one.mean),
        "median": _number(one.middle),
    }


def _point_to_json(point: ChannelPoint) -> Json:
    return {
        "wave": _wave(point.wave),
        "comparable_with_before": point.same_method,
        "rows": [{"channel": row.key, **rated_to_json(row)} for row in point.rows],
    }


def _wave(wave: Wave) -> Json:
    return {"id": wave.id, "year": wave.year, "method": wave.method, "organisation": wave.organisation}


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
