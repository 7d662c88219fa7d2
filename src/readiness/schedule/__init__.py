"""Ready-to-install units for the schedulers that a machine already has.

Pure functions from a :class:`Plan` (which accounts, when, where the tool and its
configuration are) to text. Nothing here reads a secret or starts anything.
"""

from readiness.schedule.crontab import crontab
from readiness.schedule.github import workflows
from readiness.schedule.launchd import launch_agents
from readiness.schedule.plan import Place, Plan, make_plan
from readiness.schedule.systemd import system_units, user_units
from readiness.schedule.units import ScheduleError, UnitFile, Units

__all__ = [
    "Place",
    "Plan",
    "ScheduleError",
    "UnitFile",
    "Units",
    "crontab",
    "launch_agents",
    "make_plan",
    "system_units",
    "user_units",
    "workflows",
]
