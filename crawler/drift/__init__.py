"""The drift alarm: a site changed its template, and the figures of its articles say so.

Nothing is configured. A run's figures are held against the site's own earlier runs; what those runs make all but
impossible is an alarm.
"""

from crawler.drift.alarm import Alarm, find_alarms
from crawler.drift.figures import SiteFigures, take_figures

__all__ = ["Alarm", "SiteFigures", "find_alarms", "take_figures"]
