from datetime import tzinfo

from apscheduler.triggers.base import BaseTrigger

class CronTrigger(BaseTrigger):
    timezone: tzinfo
    def __init__(
        self,
        *,
        month: str | None = None,
        day: str | None = None,
        day_of_week: str | None = None,
        hour: str | None = None,
        minute: str | None = None,
        timezone: tzinfo | None = None,
    ) -> None: ...
