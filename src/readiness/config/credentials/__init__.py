"""API keys and URLs of notifications: what they are, and the places they come from."""

from readiness.config.credentials.interface import Credentials, Secret, make_credentials
from readiness.config.credentials.load import (
    delete_credentials,
    has_credentials,
    load_credentials,
    source_of,
    store_credentials,
)
from readiness.config.credentials.urls import (
    delete_url,
    has_url,
    load_url,
    make_url,
    place_of,
    store_url,
)

__all__ = [
    "Credentials",
    "Secret",
    "delete_credentials",
    "delete_url",
    "has_credentials",
    "has_url",
    "load_credentials",
    "load_url",
    "make_credentials",
    "make_url",
    "place_of",
    "source_of",
    "store_credentials",
    "store_url",
]
