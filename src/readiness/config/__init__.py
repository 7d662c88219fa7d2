"""The user's configuration and credentials.

:func:`load_config` reads ``readiness.toml``; :func:`load_credentials` fetches a key from
where the configuration says it is. Neither ever echoes a secret. Importing this package
loads no keyring.
"""

from readiness.config.credentials import (
    Credentials,
    Secret,
    delete_credentials,
    delete_url,
    has_credentials,
    has_url,
    load_credentials,
    load_url,
    make_credentials,
    make_url,
    place_of,
    source_of,
    store_credentials,
    store_url,
)
from readiness.config.errors import (
    ConfigError,
    CredentialError,
    DecisionError,
    Problem,
    SetupError,
    TargetError,
)
from readiness.config.load import find_config, load_config
from readiness.config.notify_settings import Notify, Target, TargetKind, Topic, Written
from readiness.config.settings import AccountConfig, Config, ExchangeLike, Network, Record, Schedule
from readiness.config.sources import Command, CredentialSource, Directory, Env, Keyring

__all__ = [
    "AccountConfig",
    "Command",
    "Config",
    "ConfigError",
    "CredentialError",
    "CredentialSource",
    "Credentials",
    "DecisionError",
    "Directory",
    "Env",
    "ExchangeLike",
    "Keyring",
    "Network",
    "Notify",
    "Problem",
    "Record",
    "Schedule",
    "Secret",
    "SetupError",
    "Target",
    "TargetError",
    "TargetKind",
    "Topic",
    "Written",
    "delete_credentials",
    "delete_url",
    "find_config",
    "has_credentials",
    "has_url",
    "load_config",
    "load_credentials",
    "load_url",
    "make_credentials",
    "make_url",
    "place_of",
    "source_of",
    "store_credentials",
    "store_url",
]
