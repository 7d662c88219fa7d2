"""How hard the fuzz tests try: a few examples, always the same, or very many new ones.

``make fuzz`` sets ``HYPOTHESIS_PROFILE=fuzz``. Examples that failed are kept in ``.hypothesis``
and are tried first the next time.
"""

from __future__ import annotations

import os
from typing import Final

from hypothesis import HealthCheck, settings

FUZZ: Final = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
"""Whether this is the long run."""

FACTOR: Final = float(os.environ.get("READINESS_FUZZ") or 1)
"""How much longer than usual the long run takes."""

_CHECKS: Final = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)


def effort(few: int, many: int, steps: int = 50) -> settings:
    """So many examples by default and so many in the long run, of so many steps at most."""
    return settings(
        deadline=None,
        derandomize=not FUZZ,
        max_examples=max(1, round(many * FACTOR)) if FUZZ else few,
        suppress_health_check=_CHECKS,
        print_blob=FUZZ,
        stateful_step_count=steps,
    )
