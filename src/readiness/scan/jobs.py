"""What a run is going to scan: accounts, what belongs to them, their credentials."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readiness.config import AccountConfig, Config, Credentials, load_credentials
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.address import Address
from readiness.gate.addresses import Addresses
from readiness.language import advised, listed, say, translate
from readiness.scan.errors import ScanUsageError


@dataclass(frozen=True)
class Job:
    """One key that is going to be used.

    Attributes:
        account: the account as it is configured.
        exchange: the exchange entity it is at.
        credentials: its key.
    """

    account: AccountConfig
    exchange: ExchangeInfo
    credentials: Credentials

    @property
    def addresses(self) -> Addresses:
        """The API's addresses."""
        origins = self.exchange.origins(self.account.base_url)
        return Addresses({prefix: Address.of(origin) for prefix, origin in origins.items()})

    def secrets(self) -> dict[str, str]:
        """The parts of the key in the clear, for the signer and the redactor."""
        parts = {
            "key": self.credentials.key.get_secret_value(),
            "secret": self.credentials.secret.get_secret_value(),
        }
        if self.credentials.passphrase is not None:
            parts["passphrase"] = self.credentials.passphrase.get_secret_value()
        return parts


@dataclass(frozen=True)
class Family:
    """One entry of the report: an account, and the keys of what belongs to it.

    Attributes:
        main: the account's own key.
        subs: the own keys of its sub-accounts.
        parts: the keys of its parts.
    """

    main: Job
    subs: tuple[Job, ...] = ()
    parts: tuple[Job, ...] = ()

    @classmethod
    def of(cls, main: Job, others: Iterable[Job]) -> "Family":
        """An account with what belongs to it."""
        below = tuple(others)
        return cls(
            main,
            tuple(job for job in below if not job.account.is_part),
            tuple(job for job in below if job.account.is_part),
        )


def select(config: Config, names: Sequence[str]) -> tuple[tuple[AccountConfig, ...], ...]:
    """The configured accounts to scan, grouped: a main account first, then what belongs to it.

    Naming either an account or what belongs to it selects all of them.

    Raises:
        ScanUsageError: a name is not configured, or there is nothing to scan.
    """
    unknown = [name for name in names if name not in config.accounts]
    if unknown:
        raise ScanUsageError(
            say(
                "{config}: there is no account {unknown} (configured: {known})",
                config=config.path,
                unknown=listed(map(repr, unknown)),
                known=listed(config.accounts) or translate("none"),
            )
        )
    wanted = names or tuple(config.accounts)
    roots = dict.fromkeys(config.accounts[name].parent or name for name in wanted)
    if not roots:
        raise ScanUsageError(
            advised(
                say("{config}: no account to scan", config=config.path),
                translate(
                    "write two lines into it, a table and the exchange, such as: "
                    '[accounts.okx-main] and below it exchange = "okx"'
                ),
            )
        )
    return tuple(
        (
            config.accounts[root],
            *(entry for entry in config.accounts.values() if entry.parent == root),
        )
        for root in roots
    )


def make_job(account: AccountConfig, environ: Mapping[str, str]) -> Job:
    """Fetch the credentials of one account.

    Raises:
        CredentialError: a field is missing, or the source cannot be used.
    """
    exchange = EXCHANGES[account.exchange]
    credentials = load_credentials(account, exchange.credential_fields, environ)
    return Job(account, exchange, credentials)
