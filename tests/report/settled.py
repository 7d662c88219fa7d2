"""A finding that its user decided to live with."""

from datetime import date
from decimal import Decimal
from typing import Final

from tests.report.samples import LUNC

from readiness.domain.finding import Acknowledged

ACCEPTED: Final = LUNC.model_copy(
    update={
        "subject": "ACC",
        "acknowledged": Acknowledged(
            reason="support agreed", up_to=Decimal(1), until=date(2026, 12, 31)
        ),
    }
)
