"""The keyring: what is stored, and every way in which one can fail."""

import json
import threading
import time
from collections.abc import Callable, Iterator

import keyring
import keyring.backend
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest
from tests.config.support import CANARY, OKX_FIELDS, account

from readiness.config import (
    CredentialError,
    Keyring,
    delete_credentials,
    has_credentials,
    load_credentials,
    make_credentials,
    store_credentials,
)
from readiness.config.credentials import keyring as door
from readiness.config.credentials.keyring import Guard, KeyringReader

GOOD = {"key": "AK1", "secret": CANARY, "passphrase": "p"}
ACCOUNT = account(Keyring())


class Memory(keyring.backend.KeyringBackend):
    """A keyring in memory; what it answers can be replaced."""

    priority = 1.0

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.before: Callable[[], object] = lambda: None

    def get_password(self, service: str, username: str) -> str | None:
        """Look up."""
        self.before()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep."""
        self.before()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget."""
        self.before()
        del self.entries[service, username]


@pytest.fixture
def memory() -> Iterator[Memory]:
    """A working keyring in place of this machine's."""
    before = keyring.core._keyring_backend
    backend = Memory()
    keyring.set_keyring(backend)
    yield backend
    keyring.core._keyring_backend = before


def failure() -> CredentialError:
    with pytest.raises(CredentialError) as caught:
        load_credentials(ACCOUNT, OKX_FIELDS, {})
    link: BaseException | None = caught.value
    while link is not None:
        assert CANARY not in f"{link}{link!r}{link.__dict__}"
        link = link.__cause__ or link.__context__
    assert "account okx-main" in str(caught.value)
    assert caught.value.remedy
    return caught.value


def raising(error: BaseException) -> Callable[[], object]:
    def fail() -> None:
        raise error

    return fail


def test_set_show_delete(memory: Memory) -> None:
    """One JSON entry of service ``readiness``, under the account's name."""
    assert not has_credentials(ACCOUNT)
    credentials = make_credentials("okx-main", OKX_FIELDS, GOOD)
    store_credentials(ACCOUNT, credentials, OKX_FIELDS)
    assert list(memory.entries) == [("readiness", "okx-main")]
    assert json.loads(memory.entries["readiness", "okx-main"]) == GOOD
    assert has_credentials(ACCOUNT)
    assert load_credentials(ACCOUNT, OKX_FIELDS, {}) == credentials
    assert delete_credentials(ACCOUNT)
    assert not delete_credentials(ACCOUNT)


def test_storing_what_the_exchange_does_not_use(memory: Memory) -> None:
    """A passphrase too many, or one too few, is refused before it is stored."""
    with_one = make_credentials("okx-main", OKX_FIELDS, GOOD)
    without = make_credentials("okx-main", ("key", "secret"), {"key": "k", "secret": "s"})
    for credentials, fields in ((with_one, ("key", "secret")), (without, OKX_FIELDS)):
        with pytest.raises(CredentialError) as caught:
            store_credentials(ACCOUNT, credentials, fields)
        assert caught.value.fields == ("passphrase",)
    assert memory.entries == {}


def test_no_entry(memory: Memory) -> None:
    """The command that writes one is named."""
    assert memory.entries == {}
    assert "readiness keys set okx-main" in failure().remedy


@pytest.mark.parametrize("text", [CANARY, "", "[]", f'{{"key": "{CANARY}"}}', '{"key": 1}'])
def test_entry_of_another_shape(memory: Memory, text: str) -> None:
    """An entry that something else wrote is not guessed at."""
    memory.entries["readiness", "okx-main"] = text
    assert "readiness keys set okx-main" in failure().remedy


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (keyring.errors.KeyringLocked(CANARY), "the keyring is locked"),
        (keyring.errors.InitError(CANARY), "could not be opened"),
        (keyring.errors.NoKeyringError(CANARY), "there is no keyring"),
        (keyring.errors.KeyringError(CANARY), "the keyring failed (KeyringError)"),
        (RuntimeError(CANARY), "the keyring failed (RuntimeError)"),
        (SystemExit(CANARY), "the keyring failed (SystemExit)"),
        (KeyboardInterrupt(), "the keyring failed (KeyboardInterrupt)"),
    ],
)
def test_keyring_that_raises(memory: Memory, error: BaseException, words: str) -> None:
    """Whatever a backend raises becomes one clear error, without the backend's words."""
    memory.before = raising(error)
    assert words in str(failure())


def test_keyring_that_does_not_keep(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written is read back before anybody relies on it."""
    monkeypatch.setattr(memory, "set_password", lambda *_: None)
    with pytest.raises(CredentialError, match="did not keep"):
        store_credentials(ACCOUNT, make_credentials("a", OKX_FIELDS, GOOD), OKX_FIELDS)


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
@pytest.mark.usefixtures("memory")
def test_no_keyring(backend: Callable[[], keyring.backend.KeyringBackend]) -> None:
    """Neither the one that always fails nor the one that forgets is a keyring."""
    keyring.set_keyring(backend())
    assert "there is no keyring" in str(failure())


class PlaintextKeyring(Memory):
    """A stand-in for a file with plain text; named like one."""


class Disguised(Memory):
    """A stand-in for anything of ``keyrings.alt``."""

    __module__ = "keyrings.alt.file"


class Derived(Disguised):
    """A class of somebody's own on top of it."""


@pytest.mark.parametrize("kind", [PlaintextKeyring, Disguised, Derived])
@pytest.mark.usefixtures("memory")
def test_plain_files_are_refused(kind: type[Memory]) -> None:
    """Plain text on disk is no keyring: not for writing and not for reading."""
    backend = kind()
    backend.entries["readiness", "okx-main"] = json.dumps(GOOD)
    keyring.set_keyring(backend)
    assert "plain file" in str(failure())
    with pytest.raises(CredentialError, match="plain file"):
        store_credentials(ACCOUNT, make_credentials("a", OKX_FIELDS, GOOD), OKX_FIELDS)
    with pytest.raises(CredentialError, match="plain file"):
        delete_credentials(ACCOUNT)
    with pytest.raises(CredentialError, match="plain file"):
        has_credentials(ACCOUNT)


def chain(*links: keyring.backend.KeyringBackend) -> keyring.backend.KeyringBackend:
    class Chain(keyring.backends.chainer.ChainerBackend):
        backends = links
        priority = 0.0

    return Chain()  # type: ignore[no-untyped-call]


def test_chain_is_its_first_keyring(memory: Memory) -> None:
    """A chain never falls through to a plain file."""
    plain = Disguised()
    plain.entries["readiness", "okx-main"] = json.dumps(GOOD)
    keyring.set_keyring(chain(memory, plain))
    assert "no entry" in str(failure())
    keyring.set_keyring(chain(plain, memory))
    assert "plain file" in str(failure())
    keyring.set_keyring(chain())
    assert "there is no keyring" in str(failure())


def test_keyring_that_cannot_be_loaded(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong setting of the library itself is an error like any other."""
    assert memory.entries == {}
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "nowhere.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    assert "the keyring failed" in str(failure())


def test_keyring_that_hangs_is_asked_once(memory: Memory) -> None:
    """A prompt nobody sees costs one wait, not one for each account."""
    release, asked = threading.Event(), []

    def hang() -> None:
        asked.append(1)
        release.wait(30)

    memory.before = hang
    reader = KeyringReader(Guard(limit=0.05))
    try:
        for name in ("a", "b", "c"):
            with pytest.raises(CredentialError, match=r"did not answer within 0\.05 seconds"):
                reader.read(name, OKX_FIELDS)
        assert asked == [1]
    finally:
        release.set()


def test_limit_leaves_room_for_the_rest_of_three_seconds() -> None:
    """The promise is three seconds in all."""
    assert door.LIMIT == 2.5
    began = time.monotonic()
    assert Guard().run(lambda: 1) == 1
    assert time.monotonic() - began < 1
