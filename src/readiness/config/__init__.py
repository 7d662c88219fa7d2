"""The user's configuration and credentials.

:func:`load_config` reads ``readiness.toml``; :func:`load_credentials` fetches a key from
where the configuration says it is. Neither ever echoes a secret. Importing this package
loads no keyring.
"""

from readiness.config.credentials import (
    Credentials,
    Secret,
    delete_credentials,
    has_credentials,
    load_credentials,
    make_credentials,
    source_of,
    store_credentials,
)
from readiness.config.errors import ConfigError, CredentialError, Problem, SetupError
from readiness.config.load import find_config, load_config
from readiness.config.settings import (
    AccountConfig,
    Command,
    Config,
    CredentialSource,
    Directory,
    Env,
    ExchangeLike,
    Keyring,
    Network,
    Record,
    Schedule,
)

__all__ = [
    "AccountConfig",
    "Command",
    "Config",
    "ConfigError",
    "CredentialError",
    "CredentialSource",
    "Credentials",
    "Directory",
    "Env",
    "ExchangeLike",
    "Keyring",
    "Network",
    "Problem",
    "Record",
    "Schedule",
    "Secret",
    "SetupError",
    "delete_credentials",
    "find_config",
    "has_credentials",
    "load_config",
    "load_credentials",
    "make_credentials",
    "source_of",
    "store_credentials",
]
