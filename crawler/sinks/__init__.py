"""Articles of a job in databases: each version once, whatever is killed, restarted or down in between."""

from crawler.sinks.export import catch_up
from crawler.sinks.sink import Sink, SinkError, Stored, open_sink

__all__ = ["Sink", "SinkError", "Stored", "catch_up", "open_sink"]
