"""Scans again and again, by schedule: what is due when, waiting for it, and nothing else.

What a scan is, and where its report goes, is for the caller to say.
"""

from readiness.watch.clock import Clock
from readiness.watch.loop import Rounds, Watch
from readiness.watch.schedules import times_of
from readiness.watch.supervisor import Supervisor
from readiness.watch.times import Times

__all__ = ["Clock", "Rounds", "Supervisor", "Times", "Watch", "times_of"]
