"""Credentials from environment variables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readiness.config.names import env_name
from readiness.language import say


@dataclass(frozen=True)
class EnvReader:
    """Reads ``READINESS_<ACCOUNT>_KEY`` and its siblings."""

    environ: Mapping[str, str] = field(repr=False)

    def read(self, account: str, fields: Sequence[str]) -> Mapping[str, str]:
        """Those of the fields whose variable is set."""
        names = {name: env_name(account, name) for name in fields}
        return {
            name: self.environ[variable]
            for name, variable in names.items()
            if variable in self.environ
        }

    def missing(self, account: str, field: str) -> str:
        """Name the variable."""
        return say("set the environment variable {variable}", variable=env_name(account, field))
