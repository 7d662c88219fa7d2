"""From findings to the steps that lead to a closed account, in the order in which to go them."""

from readiness.plan.make import plan_of

__all__ = ["plan_of"]
