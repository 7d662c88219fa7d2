"""Finds the configuration file, checks it, and hands out the frozen result."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from readiness.config.addresses import check_base_url
from readiness.config.checks import check_file
from readiness.config.errors import ConfigError, Problem
from readiness.config.model import AccountTable, ConfigFile
from readiness.config.notify_load import notify_settings
from readiness.config.parents import Exchanges
from readiness.config.problems import problem_at, problems_of
from readiness.config.settings import AccountConfig, Config, Network, Record, Schedule
from readiness.config.sources import Command, CredentialSource, Directory, Env, Keyring
from readiness.config.toml import Document, read_toml
from readiness.domain.decision import Acknowledgement, Closure, Confirmation, Decisions
from readiness.language import say
from readiness.location import VARIABLE, locate, usual_places


def find_config(explicit: Path | None, *, environ: Mapping[str, str], cwd: Path) -> Path:
    """Where the configuration is.

    A file that was named is taken, whether it is there or not; otherwise the first that
    exists, in the working directory and then in the user's configuration directory.

    Raises:
        ConfigError: none was named and none exists.
    """
    found = locate(explicit, environ=environ, cwd=cwd)
    if found is not None:
        return found
    here, there = usual_places(cwd)
    problem = Problem(
        say(
            "no configuration found (looked for {here} and {there})",
            here=here,
            there=there,
        ),
        say(
            "create one; two lines are enough: [accounts.okx-main] and, below it, "
            'exchange = "okx". Or name one with --config or {variable}',
            variable=VARIABLE,
        ),
    )
    raise ConfigError(None, [problem])


def load_config(
    explicit: Path | None,
    *,
    environ: Mapping[str, str],
    cwd: Path,
    today: date,
    exchanges: Exchanges,
) -> Config:
    """Find, read and check the configuration.

    Args:
        explicit: the file given with ``--config``.
        environ: the environment variables.
        cwd: the working directory.
        today: the current day in UTC.
        exchanges: what is supported, by id.

    Raises:
        ConfigError: there is none, or something in it is wrong; names file, line and key.
    """
    document = read_toml(find_config(explicit, environ=environ, cwd=cwd))
    return checked_config(document, today=today, exchanges=exchanges)


def checked_config(document: Document, *, today: date, exchanges: Exchanges) -> Config:
    """Check a parsed configuration and hand out what it says.

    Raises:
        ConfigError: something in it is wrong; names file, line and key.
    """
    file = _shaped(document)
    problems = [
        problem_at(objection.location, objection.what, objection.remedy, document.lines)
        for objection in check_file(file, exchanges, today)
    ]
    if problems:
        raise ConfigError(document.path, problems)
    return _config(file, document.path, exchanges)


def _shaped(document: Document) -> ConfigFile:
    try:
        return ConfigFile.model_validate(document.data)
    except ValidationError as error:
        problems = problems_of(error, document.lines)
    # Raised outside of the handler: pydantic's own message quotes values.
    raise ConfigError(document.path, problems)


def _config(file: ConfigFile, path: Path, exchanges: Exchanges) -> Config:
    accounts = {
        name: _account(name, table, path.parent, exchanges) for name, table in file.accounts.items()
    }
    return Config(
        path=path,
        accounts=MappingProxyType(accounts),
        network=Network(
            timeout=float(file.network.timeout),
            attempts=file.network.attempts,
            deadline=float(file.network.deadline),
            proxy=file.network.proxy,
        ),
        decisions=Decisions(
            acknowledgements=tuple(
                Acknowledgement(
                    fingerprint=entry.fingerprint,
                    reason=entry.reason,
                    until=entry.until,
                    up_to=entry.up_to,
                )
                for entry in file.acknowledge
            ),
            confirmations=tuple(
                Confirmation(account=entry.account, item=entry.item, on=entry.on)
                for entry in file.confirm
            ),
        ),
        watch=Schedule(every=file.watch.every, cron=file.watch.cron, timezone=file.watch.timezone),
        history=Record(
            enabled=file.history.enabled,
            path=_path(file.history.path, path.parent),
            keep=file.history.keep,
        ),
        notify=notify_settings(file.notify),
    )


def _account(name: str, table: AccountTable, folder: Path, exchanges: Exchanges) -> AccountConfig:
    exchange = exchanges[table.exchange]
    closure = table.closure
    return AccountConfig(
        name=name,
        exchange=table.exchange,
        credentials=_source(table, folder),
        base_url=(
            None
            if table.base_url is None
            else check_base_url(table.base_url, exchange, exchanges.values())
        ),
        parent=table.parent,
        sub_account=table.sub_account,
        tier=table.tier,
        closure=(
            None
            if closure is None
            else Closure(requested_on=closure.requested_on, wait_days=closure.wait_days)
        ),
        every=table.every,
        cron=table.cron,
    )


def _source(table: AccountTable, folder: Path) -> CredentialSource:
    match table.credentials:
        case "keyring":
            return Keyring()
        case "env":
            return Env()
        case "directory":
            return Directory(_path(table.credentials_directory, folder))
        case "command":
            return Command(tuple(table.credentials_command or ()))


def _path(given: str | None, folder: Path) -> Path | None:
    """A path of the file: a relative one starts at the file, ``~`` is the user's home."""
    return None if given is None else folder / _at_home(given)


def _at_home(given: str) -> Path:
    try:
        return Path(given).expanduser()
    except RuntimeError:  # no such user: then it is a name like any other
        return Path(given)
