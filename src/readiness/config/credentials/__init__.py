"""API keys: what they are, and the four places they come from."""

from readiness.config.credentials.interface import Credentials, Secret, make_credentials
from readiness.config.credentials.load import (
    delete_credentials,
    has_credentials,
    load_credentials,
    source_of,
    store_credentials,
)

__all__ = [
    "Credentials",
    "Secret",
    "delete_credentials",
    "has_credentials",
    "load_credentials",
    "make_credentials",
    "source_of",
    "store_credentials",
]
