"""Fetching over the network, politely; see docs/collecting.md."""

from kb.collect.fetch.answer import Answer
from kb.collect.fetch.error import FetchError
from kb.collect.fetch.fetcher import Fetcher
from kb.collect.fetch.settings import FetchSettings

__all__ = ["Answer", "FetchError", "FetchSettings", "Fetcher"]
