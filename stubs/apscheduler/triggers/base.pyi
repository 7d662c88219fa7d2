# Only what this project uses of APScheduler 3.11: its triggers, which tell when.
from datetime import datetime

class BaseTrigger:
    def get_next_fire_time(
        self, previous_fire_time: datetime | None, now: datetime
    ) -> datetime | None: ...
