"""Rules judge and never fetch: a snapshot and a policy in, an account's report out."""

from readiness.rules.combine import assess, closing, not_scanned
from readiness.rules.registry import RULES, RULES_BY_ID

__all__ = ["RULES", "RULES_BY_ID", "assess", "closing", "not_scanned"]
