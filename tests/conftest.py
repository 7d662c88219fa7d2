"""What all tests share: how hard hypothesis tries.

``HYPOTHESIS_PROFILE=thorough`` tries much harder than a run by default.
"""

import os

from hypothesis import HealthCheck, settings

# Two workers on a busy machine are slow now and then; that is no reason to fail.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("default", max_examples=60, **_PATIENT)
settings.register_profile("ci", max_examples=150, derandomize=True, print_blob=True, **_PATIENT)
settings.register_profile("thorough", max_examples=3_000, print_blob=True, **_PATIENT)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default")
)
