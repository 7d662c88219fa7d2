"""Fetches credentials from where the configuration says they are."""

from collections.abc import Mapping, Sequence

from readiness.config.credentials import keyring
from readiness.config.credentials.command import CommandReader
from readiness.config.credentials.directory import VARIABLE, DirectoryReader
from readiness.config.credentials.env import EnvReader
from readiness.config.credentials.interface import Credentials, Reader, make_credentials
from readiness.config.errors import CredentialError
from readiness.config.names import env_prefix
from readiness.config.settings import AccountConfig
from readiness.config.sources import Command, Directory, Env, Keyring
from readiness.language import clauses, say


def load_credentials(
    account: AccountConfig, fields: Sequence[str], environ: Mapping[str, str]
) -> Credentials:
    """Fetch and check an account's credentials.

    Args:
        account: the account.
        fields: what a key of its exchange consists of.
        environ: the environment variables.

    Raises:
        CredentialError: a field is missing or unusable, or the source is; never with a value.
    """
    reader = _reader(account, environ)
    values = reader.read(account.name, fields)
    lacking = [reader.missing(account.name, field) for field in fields if field not in values]
    remedy = clauses(dict.fromkeys(lacking))
    return make_credentials(account.name, fields, values, remedy=remedy)


def store_credentials(
    account: AccountConfig, credentials: Credentials, fields: Sequence[str]
) -> None:
    """Write an account's credentials into the keyring, and make sure they are kept.

    Raises:
        CredentialError: they are not those of this exchange, the account's credentials live
            elsewhere, or the keyring cannot be used.
    """
    _only_keyring(account)
    given = {
        "key": credentials.key.get_secret_value(),
        "secret": credentials.secret.get_secret_value(),
    }
    if credentials.passphrase is not None:
        given["passphrase"] = credentials.passphrase.get_secret_value()
    keyring.store(account.name, make_credentials(account.name, fields, given))


def delete_credentials(account: AccountConfig) -> bool:
    """Remove an account's credentials from the keyring; says whether there were any.

    Raises:
        CredentialError: they live elsewhere, or the keyring cannot be used.
    """
    _only_keyring(account)
    return keyring.delete(account.name)


def has_credentials(account: AccountConfig) -> bool:
    """Whether the keyring has an entry for an account; says nothing about what is in it.

    Raises:
        CredentialError: they live elsewhere, or the keyring cannot be used.
    """
    _only_keyring(account)
    return keyring.has(account.name)


def source_of(account: AccountConfig) -> str:
    """Where an account's credentials live, in words."""
    match account.credentials:
        case Keyring():
            return say("the system's keyring")
        case Env():
            return say(
                "the environment variables {variables}", variables=f"{env_prefix(account.name)}..."
            )
        case Directory(path=path):
            folder = f"${VARIABLE}" if path is None else str(path)
            return say("the files {files} in {folder}", files=f"{account.name}.*", folder=folder)
        case Command():
            return say("what credentials_command prints")


def _reader(account: AccountConfig, environ: Mapping[str, str]) -> Reader:
    match account.credentials:
        case Keyring():
            return keyring.KeyringReader()
        case Env():
            return EnvReader(environ)
        case Directory(path=path):
            return DirectoryReader(path, environ.get(VARIABLE))
        case Command(argv=argv):
            return CommandReader(argv, environ)


def _only_keyring(account: AccountConfig) -> None:
    if not isinstance(account.credentials, Keyring):
        raise CredentialError(
            account.name,
            say(
                "its credentials are not in the keyring: they are {place}",
                place=source_of(account),
            ),
            say('change them there, or set credentials = "keyring" in its table'),
        )
