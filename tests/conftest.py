"""What all tests share: how hard hypothesis tries.

``HYPOTHESIS_PROFILE=thorough`` tries much harder than a run by default.
"""

import os

from hypothesis import HealthCheck, settings

# Two workers on a busy machine are slow now and then; that is no reason to fail.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("default", _PATIENT, max_examples=60)
settings.register_profile("ci", _PATIENT, max_examples=150, derandomize=True, print_blob=True)
settings.register_profile("thorough", _PATIENT, max_examples=3_000, print_blob=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default")
)
