"""Checks, read-only, what still stands in the way of closing a crypto-exchange account."""

from __future__ import annotations

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    # Looked up when asked for: reading the metadata costs every start a few milliseconds.
    if name == "__version__":
        from importlib.metadata import version

        return version("readiness")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
