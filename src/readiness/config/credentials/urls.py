"""URLs of notification targets: secrets like keys, from the same places."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from readiness.config.credentials.directory import VARIABLE, DirectoryReader
from readiness.config.credentials.env import EnvReader
from readiness.config.credentials.interface import Reader, Secret
from readiness.config.credentials.keyring import GUARD, SERVICE, keyring_door
from readiness.config.errors import CredentialError, TargetError, WrongValueError
from readiness.config.names import env_name
from readiness.config.notify_settings import Target, TargetKind, Written
from readiness.config.notify_urls import check_service_url, check_web_url
from readiness.config.sources import Directory, Env, Keyring
from readiness.language import message, say, translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_FIELD: Final = "url"
_ELSEWHERE: Final = message(
    'unlock or install a keyring and run this again, or set url = "env" or "directory"'
)

T = TypeVar("T")


def load_url(target: Target, environ: Mapping[str, str]) -> Secret:
    """Fetch and check a target's URL.

    Raises:
        TargetError: it is missing or unusable, or its place is; never with the URL.
    """
    match target.url:
        case Written(url=url):
            return make_url(target, url)
        case Keyring():
            return make_url(target, _from_keyring(target))
        case Env():
            return make_url(target, _read(target, EnvReader(environ)))
        case Directory():
            return make_url(target, _from_directory(target, environ.get(VARIABLE)))


def make_url(target: Target, url: str) -> Secret:
    """Check a URL and mask it.

    Raises:
        TargetError: it is none that a target of this kind can have; never quotes it.
    """
    check = check_service_url if target.kind is TargetKind.APPRISE else check_web_url
    try:
        return Secret(check(url))
    except WrongValueError as error:
        what, remedy = error.what, error.remedy
    raise TargetError(target.name, say("its URL {what}", what=what), remedy)


def store_url(target: Target, url: Secret) -> None:
    """Write a target's URL into the keyring and read it back.

    Raises:
        TargetError: it lives elsewhere, or the keyring cannot be used or did not keep it.
    """
    text = url.get_secret_value()

    def write(door: "KeyringBackend") -> bool:
        door.set_password(SERVICE, _entry(target), text)
        return door.get_password(SERVICE, _entry(target)) == text

    if not _visit(target, write):
        raise TargetError(
            target.name, say("the keyring did not keep the entry"), translate(_ELSEWHERE)
        )


def delete_url(target: Target) -> bool:
    """Remove a target's URL from the keyring; says whether there was one.

    Raises:
        TargetError: it lives elsewhere, or the keyring cannot be used.
    """

    def remove(door: "KeyringBackend") -> bool:
        if door.get_password(SERVICE, _entry(target)) is None:
            return False
        door.delete_password(SERVICE, _entry(target))
        return True

    return _visit(target, remove)


def has_url(target: Target) -> bool:
    """Whether the keyring has a target's URL; says nothing about it.

    Raises:
        TargetError: it lives elsewhere, or the keyring cannot be used.
    """
    return _visit(target, lambda door: door.get_password(SERVICE, _entry(target)) is not None)


def place_of(target: Target) -> str:
    """Where a target's URL lives, in words."""
    match target.url:
        case Written():
            return say("the configuration file")
        case Keyring():
            return say("the system's keyring")
        case Env():
            return say(
                "the environment variable {variable}", variable=env_name(_owner(target), _FIELD)
            )
        case Directory():
            return say(
                "the file {file} in {folder}",
                file=f"{_owner(target)}.{_FIELD}",
                folder=f"${VARIABLE}",
            )


def _owner(target: Target) -> str:
    """The name under which variables and files keep it, told apart from an account's."""
    return f"notify-{target.name}"


def _entry(target: Target) -> str:
    """Its name in the keyring. No account's name has a slash, so the two never meet."""
    return f"notify/{target.name}"


def _from_keyring(target: Target) -> str:
    text = _visit(target, lambda door: door.get_password(SERVICE, _entry(target)))
    if not isinstance(text, str):
        raise TargetError(
            target.name,
            say("the keyring has no URL for it"),
            say("run `readiness notify set {target}`", target=target.name),
        )
    return text


def _from_directory(target: Target, folder: str | None) -> str:
    if not folder:
        raise TargetError(
            target.name,
            say('its url is "directory", and {variable} is not set', variable=f"${VARIABLE}"),
            say("start the tool from a systemd unit with LoadCredential="),
        )
    return _read(target, DirectoryReader(None, folder))


def _read(target: Target, reader: Reader) -> str:
    owner = _owner(target)
    try:
        found = reader.read(owner, (_FIELD,)).get(_FIELD)
        remedy = reader.missing(owner, _FIELD)
    except CredentialError as error:
        raise TargetError(target.name, error.what, error.remedy) from None
    if found is None:
        raise TargetError(
            target.name, say("its URL is missing in {place}", place=place_of(target)), remedy
        )
    return found


def _visit(target: Target, call: "Callable[[KeyringBackend], T]") -> T:
    if not isinstance(target.url, Keyring):
        raise TargetError(
            target.name,
            say("its URL is not in the keyring: it is in {place}", place=place_of(target)),
            say('change it there, or set url = "keyring" in its table'),
        )
    try:
        return GUARD.run(lambda: call(keyring_door()))
    except WrongValueError as error:
        what = error.what
    raise TargetError(target.name, what, translate(_ELSEWHERE))
