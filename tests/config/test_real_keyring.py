"""Against a real Secret Service: GNOME Keyring on a D-Bus session of its own.

It runs in a process of its own, because what is under test talks to a (unix) socket, and
because a locked or broken service must not reach the other tests.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

TOOLS = ("dbus-run-session", "gnome-keyring-daemon")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
CANARY = "CANARY5ecret0value"

pytestmark = [
    pytest.mark.secret_service,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

INSIDE = f"""
import json, subprocess, sys, time

sys.path[:0] = json.loads(sys.argv[1])
service = subprocess.Popen(
    ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
    stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
service.stdin.write(b"a password for the keyring")
service.stdin.close()
try:
    import secretstorage
    bus = secretstorage.dbus_init()
    until = time.monotonic() + 20
    while not secretstorage.check_service_availability(bus):
        assert time.monotonic() < until, "the service did not start"
        time.sleep(0.02)
    collection = secretstorage.get_default_collection(bus)
    assert not collection.is_locked()

    from readiness.config import (
        AccountConfig, CredentialError, delete_credentials, has_credentials, load_credentials,
        make_credentials, store_credentials,
    )
    fields = ("key", "secret", "passphrase")
    account = AccountConfig(name="okx-main", exchange="okx")
    values = dict(zip(fields, ("AK1", {CANARY!r}, "p")))
    credentials = make_credentials(account.name, fields, values)
    told = {{}}
    told["at first"] = has_credentials(account)
    store_credentials(account, credentials, fields)
    store_credentials(account, credentials, fields)
    told["kept"] = has_credentials(account)
    told["same"] = load_credentials(account, fields, {{}}) == credentials
    told["entries"] = [item.get_attributes()["username"] for item in collection.get_all_items()]
    told["deleted"] = [delete_credentials(account), delete_credentials(account)]
    store_credentials(account, credentials, fields)
    collection.lock()
    began = time.monotonic()
    try:
        load_credentials(account, fields, {{}})
    except CredentialError as error:
        told["locked"] = str(error)
    told["seconds"] = time.monotonic() - began
    import keyring
    told["backend"] = type(keyring.get_keyring()).__module__
    print(json.dumps(told))
finally:
    service.kill()
    service.wait()
"""


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A short path: a socket's name has about a hundred characters."""
    with tempfile.TemporaryDirectory(prefix="kr-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def told(home: Path) -> dict[str, object]:
    """What the process inside the session found."""
    kept = ("PATH", "LANG", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    environ = {name: os.environ[name] for name in kept if name in os.environ}
    environ |= {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", INSIDE, json.dumps(sys.path)],
        env=environ,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert CANARY not in done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def test_secret_service_is_what_is_used(told: dict[str, object]) -> None:
    """The test says something about the real backend."""
    assert told["backend"] == "keyring.backends.SecretService"


def test_set_get_delete(told: dict[str, object]) -> None:
    """What is stored comes back, once, and goes away."""
    assert told["at first"] is False
    assert told["kept"] is True
    assert told["same"] is True
    assert told["entries"] == ["okx-main"]
    assert told["deleted"] == [True, False]


def test_locked_keyring(told: dict[str, object]) -> None:
    """A locked keyring is told within three seconds, without a value."""
    text, seconds = told["locked"], told["seconds"]
    assert isinstance(text, str)
    assert isinstance(seconds, float)
    assert "account okx-main" in text
    assert "locked" in text
    assert "unlock it" in text
    assert seconds < 3


def test_nothing_is_stored_in_plain_text(home: Path, told: dict[str, object]) -> None:
    """The files that the keyring leaves behind do not hold the secret."""
    assert told["kept"] is True
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not any(CANARY.encode() in path.read_bytes() for path in files)
