"""Credentials from variables, files and commands; and what makes a value usable."""

import copy
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.config.support import CANARY, OKX_FIELDS, account

from readiness.config import (
    Command,
    CredentialError,
    Credentials,
    CredentialSource,
    Directory,
    Env,
    Secret,
    delete_credentials,
    has_credentials,
    load_credentials,
    make_credentials,
    store_credentials,
)
from readiness.config.credentials.command import CommandReader
from readiness.config.errors import shown

GOOD = {"key": "AK1", "secret": CANARY, "passphrase": "p@ss"}
VARIABLES = {f"READINESS_OKX_MAIN_{name.upper()}": value for name, value in GOOD.items()}


def failure(
    source: CredentialSource,
    environ: Mapping[str, str] | None = None,
    fields: tuple[str, ...] = OKX_FIELDS,
) -> CredentialError:
    """The error; it never carries the canary, not even in what caused it."""
    with pytest.raises(CredentialError) as caught:
        load_credentials(account(source), fields, environ or {})
    link: BaseException | None = caught.value
    while link is not None:
        assert CANARY not in f"{link}{link!r}{link.__dict__}"
        link = link.__cause__ or link.__context__
    assert "account okx-main" in str(caught.value)
    return caught.value


def plain(credentials: Credentials) -> dict[str, str]:
    return {
        name: value.get_secret_value()
        for name, value in vars(credentials).items()
        if value is not None
    }


def printing(text: str) -> Command:
    return Command((sys.executable, "-c", f"print({text!r})"))


# --- What they are ---------------------------------------------------------------------------


def test_credentials_show_nothing() -> None:
    """No way to print, format, copy or save them gives a value away."""
    credentials = make_credentials("a", OKX_FIELDS, dict.fromkeys(OKX_FIELDS, CANARY))
    shown = f"{credentials}{credentials!r}{credentials.key}{credentials.key!r}{[credentials]}"
    assert CANARY not in shown
    assert CANARY not in json.dumps(vars(credentials), default=str)
    assert copy.deepcopy(credentials) == copy.copy(credentials) == credentials
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError):
            pickle.dumps(credentials, protocol)
        with pytest.raises(TypeError):
            pickle.dumps(credentials.key, protocol)
    with pytest.raises(AttributeError):
        credentials.key = Secret("x")  # type: ignore[misc]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        (f" {CANARY}", "begins or ends with a space"),
        (f"{CANARY}\n", "begins or ends with a space or a line break"),
        (f"{CANARY}\u00a0", "begins or ends"),
        (f"{CANARY} x", "inside"),
        (f"{CANARY}\n{CANARY}", "inside"),
        (f"{CANARY}é", "ASCII"),
        (f"{CANARY}\u200b", "ASCII"),
        (f"{CANARY}\x07", "ASCII"),
        (f"{CANARY}\0", "ASCII"),
        (f"{CANARY}\udc80", "ASCII"),
    ],
)
@pytest.mark.parametrize("field", OKX_FIELDS)
def test_unusable_values(field: str, value: str, words: str) -> None:
    """What copying usually breaks is found here, not by the exchange."""
    error = failure(Env(), VARIABLES | {f"READINESS_OKX_MAIN_{field.upper()}": value})
    assert error.fields == (field,)
    assert f"field {field}: " in str(error)
    assert words in error.what
    assert error.remedy


# --- Variables -------------------------------------------------------------------------------


def test_env() -> None:
    """One variable for each field."""
    assert plain(load_credentials(account(Env()), OKX_FIELDS, VARIABLES)) == GOOD


def test_env_missing_fields_are_all_named() -> None:
    """Both the fields and the variables to set."""
    error = failure(Env(), {"READINESS_OKX_MAIN_KEY": "x"})
    assert error.fields == ("secret", "passphrase")
    assert "READINESS_OKX_MAIN_SECRET" in error.remedy
    assert "READINESS_OKX_MAIN_PASSPHRASE" in error.remedy


def test_passphrase_only_where_there_is_one() -> None:
    """An exchange without passphrases is not given one."""
    loaded = load_credentials(account(Env()), ("key", "secret"), VARIABLES)
    assert loaded.passphrase is None


# --- Files -----------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, value in GOOD.items():
        path = tmp_path / f"okx-main.{name}"
        path.write_text(f"{value}\n")
        path.chmod(0o600)
    return tmp_path


def test_directory(folder: Path) -> None:
    """A configured directory with private files."""
    assert plain(load_credentials(account(Directory(folder)), OKX_FIELDS, {})) == GOOD


def test_directory_of_systemd_is_taken_as_it_is(folder: Path) -> None:
    """The service manager guards its own directory; the modes there show an access list."""
    for path in folder.iterdir():
        path.chmod(0o444)
    environ = {"CREDENTIALS_DIRECTORY": str(folder)}
    assert plain(load_credentials(account(Directory()), OKX_FIELDS, environ)) == GOOD


def test_configured_directory_wins(folder: Path, tmp_path: Path) -> None:
    """What is written in the account's table is what is meant."""
    environ = {"CREDENTIALS_DIRECTORY": str(tmp_path / "elsewhere")}
    assert plain(load_credentials(account(Directory(folder)), OKX_FIELDS, environ)) == GOOD


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620, 0o602, 0o666])
def test_files_open_to_others(folder: Path, mode: int) -> None:
    """Others who can read a secret have it."""
    path = folder / "okx-main.secret"
    path.chmod(mode)
    error = failure(Directory(folder))
    assert error.fields == ("secret",)
    assert f"chmod 600 {path}" in str(error)
    assert f"{mode:04o}" in str(error)


@pytest.mark.parametrize("mode", [0o400, 0o600, 0o700])
def test_private_files(folder: Path, mode: int) -> None:
    """The owner may do anything with them."""
    for path in folder.iterdir():
        path.chmod(mode)
    assert plain(load_credentials(account(Directory(folder)), OKX_FIELDS, {})) == GOOD


def test_links_are_followed_to_what_they_lead_to(folder: Path, tmp_path: Path) -> None:
    """Secret mounts are links; it is the file behind them that must be private."""
    link = folder / "okx-main.secret"
    real = tmp_path / "real"
    link.rename(real)
    link.symlink_to(real)
    assert plain(load_credentials(account(Directory(folder)), OKX_FIELDS, {})) == GOOD
    real.chmod(0o644)
    assert failure(Directory(folder)).fields == ("secret",)


@pytest.mark.parametrize(
    ("text", "kept"), [("x", "x"), ("x\n", "x"), ("x\r\n", "x"), ("x\n\n", None), ("\n", None)]
)
def test_one_line_break_at_the_end(folder: Path, text: str, kept: str | None) -> None:
    """Editors add one; more than one is a mistake."""
    (folder / "okx-main.key").write_bytes(text.encode())
    if kept is None:
        assert failure(Directory(folder)).fields == ("key",)
    else:
        loaded = load_credentials(account(Directory(folder)), OKX_FIELDS, {})
        assert loaded.key.get_secret_value() == kept


def test_missing_file(folder: Path) -> None:
    """The path to create is named."""
    (folder / "okx-main.passphrase").unlink()
    error = failure(Directory(folder))
    assert error.fields == ("passphrase",)
    assert str(folder / "okx-main.passphrase") in error.remedy


@pytest.mark.parametrize("kind", ["directory", "pipe", "large", "binary", "dangling", "loop"])
def test_odd_files(folder: Path, kind: str) -> None:
    """Nothing hangs, nothing fills the memory, and everything is told."""
    path = folder / "okx-main.key"
    path.unlink()
    match kind:
        case "directory":
            path.mkdir(0o700)
        case "pipe":
            os.mkfifo(path, 0o600)
        case "large":
            path.write_text("x" * 100_000)
        case "binary":
            path.write_bytes(CANARY.encode() + b"\xff\n")
        case "dangling":
            path.symlink_to(folder / "nowhere")
        case _:
            path.symlink_to(path)
    if kind in {"large", "binary"}:
        path.chmod(0o600)
    assert failure(Directory(folder)).fields == ("key",)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(folder: Path) -> None:
    """The system's reason is passed on."""
    (folder / "okx-main.key").chmod(0)
    assert "Permission denied" in str(failure(Directory(folder)))


def test_directory_that_is_a_file(folder: Path) -> None:
    """Also an error of the system."""
    assert "Not a directory" in str(failure(Directory(folder / "okx-main.key")))


@pytest.mark.parametrize("environ", [{}, {"CREDENTIALS_DIRECTORY": ""}])
def test_no_directory_at_all(environ: dict[str, str]) -> None:
    """Both ways to name one are told."""
    error = failure(Directory(), environ)
    assert "credentials_directory" in str(error)
    assert "LoadCredential" in str(error)


# --- Commands --------------------------------------------------------------------------------


def test_command() -> None:
    """A program prints them as one JSON object."""
    source = printing(json.dumps(GOOD))
    assert plain(load_credentials(account(source), OKX_FIELDS, {})) == GOOD


def test_command_has_no_shell_and_no_input() -> None:
    """Arguments arrive as they are, and nobody waits for a prompt."""
    code = (
        "import json, sys; assert sys.stdin.read() == '';"
        "print(json.dumps({'key': sys.argv[1], 'secret': 's'}))"
    )
    source = Command((sys.executable, "-c", code, "$HOME;`id`"))
    loaded = load_credentials(account(source), ("key", "secret"), {"HOME": "/x"})
    assert loaded.key.get_secret_value() == "$HOME;`id`"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("", "not a JSON object"),
        (CANARY, "not a JSON object"),
        (f'"{CANARY}"', "not a JSON object"),
        (f'["{CANARY}"]', "not a JSON object"),
        (f'[["key", "{CANARY}"]]', "not a JSON object"),
        ("[]", "not a JSON object"),
        (f'{{"key": "{CANARY}"', "not a JSON object"),
        ("[" * 100_000, "prints too much"),
        ("[" * 50_000, "not a JSON object"),
        ("{}", "missing"),
        (f'{{"key": "k", "secret": "{CANARY}"}}', "field passphrase: missing"),
        (f'{{"key": "k", "secret": ["{CANARY}"], "passphrase": "p"}}', "not text"),
        ('{"key": 3, "secret": "s", "passphrase": "p"}', "field key: "),
        (f'{{"key": "{CANARY}", "key": "k"}}', "twice"),
        (f'{{"key": "k", "secret": "s", "passphrase": "p", "{CANARY}": "x"}}', "a field that"),
        (f'{{"key": "{CANARY} ", "secret": "s", "passphrase": "p"}}', "begins or ends"),
    ],
)
def test_command_that_prints_something_else(printed: str, words: str) -> None:
    """Told by field, never by value."""
    assert words in str(failure(printing(printed)))


def test_extra_passphrase() -> None:
    """A field too many is a sign of the wrong entry; a known name is told."""
    error = failure(printing(json.dumps(GOOD)), fields=("key", "secret"))
    assert error.fields == ("passphrase",)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (f"import sys; print({CANARY!r}); print({CANARY!r}, file=sys.stderr); sys.exit(3)", "3"),
        ("import os; os.kill(os.getpid(), 9)", "by signal 9"),
        (f"import sys; sys.stdout.buffer.write({CANARY!r}.encode() + bytes([255]))", "JSON"),
    ],
)
def test_command_that_fails(code: str, words: str, capfd: pytest.CaptureFixture[str]) -> None:
    """How it ended is told; what it printed is not, on any stream."""
    assert words in str(failure(Command((sys.executable, "-c", code))))
    captured = capfd.readouterr()
    assert CANARY not in captured.out + captured.err


@pytest.mark.parametrize("program", ["/nowhere/at-all", "/", "a\0b"])
def test_command_that_cannot_start(program: str) -> None:
    """The system's reason is passed on, and the program that is wanted is named."""
    error = failure(Command((program, CANARY)))
    assert "could not be started" in str(error)
    assert error.remedy.startswith(shown(program))


def test_command_in_one_text() -> None:
    """It may hold arguments, and they may be secret: it is not shown."""
    error = failure(Command((f"vault read {CANARY}",)))
    assert "each argument as an item of its own" in error.remedy
    assert CANARY not in str(error) + error.remedy


def test_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    """A child that keeps the output open does not keep the tool waiting, and does not stay."""
    mark = tmp_path / "pid"
    child = "import time; time.sleep(60)"
    code = (
        "import pathlib, subprocess, sys;"
        f"child = subprocess.Popen([sys.executable, '-c', {child!r}]);"
        f"pathlib.Path({str(mark)!r}).write_text(str(child.pid))"
    )
    reader = CommandReader((sys.executable, "-c", code), {}, timeout=1.0)
    began = time.monotonic()
    with pytest.raises(CredentialError, match="did not end within 1 seconds"):
        reader.read("a", OKX_FIELDS)
    assert time.monotonic() - began < 10
    pid = int(mark.read_text())
    until = time.monotonic() + 5
    while time.monotonic() < until and _runs(pid):
        time.sleep(0.01)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    """Whether a process is there and is not merely waiting to be collected."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return bool(state) and not state.startswith("Z")


def test_command_that_closes_its_output_and_stays() -> None:
    """It has to end, not only to print."""
    code = "import os, time; os.close(1); time.sleep(60)"
    reader = CommandReader((sys.executable, "-c", code), {}, timeout=1.0)
    with pytest.raises(CredentialError, match="did not end"):
        reader.read("a", OKX_FIELDS)


def test_command_that_never_stops_printing() -> None:
    """The memory is bounded."""
    code = "import sys\nwhile True: sys.stdout.write('x' * 65536)"
    assert "prints too much" in str(failure(Command((sys.executable, "-c", code))))


# --- Only the keyring is written --------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Env(), "READINESS_OKX_MAIN_"),
        (Directory(Path("/keys")), "/keys"),
        (Directory(), "$CREDENTIALS_DIRECTORY"),
        (Command((CANARY,)), "credentials_command"),
    ],
)
def test_other_places_are_not_written(source: CredentialSource, words: str) -> None:
    """``keys set`` and ``delete`` say where those credentials live instead."""
    credentials = make_credentials("a", OKX_FIELDS, GOOD)
    for call in (
        lambda: store_credentials(account(source), credentials, OKX_FIELDS),
        lambda: delete_credentials(account(source)),
        lambda: has_credentials(account(source)),
    ):
        with pytest.raises(CredentialError, match="not in the keyring") as caught:
            call()
        assert words in str(caught.value)
        assert CANARY not in str(caught.value)


def test_importing_loads_no_keyring() -> None:
    """``--help`` must stay quick."""
    code = (
        "import sys, readiness.config;"
        "loaded = {'keyring', 'platformdirs', 'httpx', 'ccxt'} & set(sys.modules);"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
