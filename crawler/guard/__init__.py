"""Cleaning in child processes that may crash, hang or run out of memory without taking anything else with them."""

from crawler.guard.guard import Guard
from crawler.guard.limits import GuardError, Limits, Loss

__all__ = ["Guard", "GuardError", "Limits", "Loss"]
