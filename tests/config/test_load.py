"""What a good file becomes, and where it is looked for."""

import os
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from tests.config.support import EXCHANGES, TODAY, load, refusal

from readiness.config import (
    Command,
    Config,
    ConfigError,
    Directory,
    Env,
    Keyring,
    Network,
    Schedule,
    load_config,
)
from readiness.domain.decision import Acknowledgement, Closure, Confirmation

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def look(explicit: Path | None, environ: dict[str, str], cwd: Path) -> Config:
    return load_config(explicit, environ=environ, cwd=cwd, today=TODAY, exchanges=EXCHANGES)


def test_example_loads() -> None:
    """The file that users copy is a valid configuration, and its values arrive."""
    config = look(EXAMPLE, {}, Path.cwd())
    assert list(config.accounts) == [
        "okx-main",
        "okx-grid",
        "okx-eea",
        "binance-main",
        "binance-grid",
        "kraken-main",
        "kraken-futures",
        "bybit-main",
        "kucoin-main",
    ]
    main, grid, eea, *_ = config.accounts.values()
    assert (main.exchange, main.credentials, main.every) == ("okx", Keyring(), timedelta(hours=12))
    assert main.closure == Closure(requested_on=date(2026, 11, 23), wait_days=30)
    assert (grid.parent, grid.sub_account) == ("okx-main", "grid01")
    assert grid.credentials == Command(("op", "read", "op://vault/okx-grid"))
    assert isinstance(eea.credentials, Directory)
    assert eea.cron == "30 7 * * mon-fri"
    assert config.accounts["kraken-main"].tier == "intermediate"
    assert {account.tier for account in (main, grid, eea)} == {None}
    assert config.network == Network(timeout=10.0, attempts=4, deadline=180.0, proxy=None)
    assert config.watch == Schedule(every=timedelta(hours=6), timezone="Europe/Berlin")
    assert config.decisions.acknowledgements == (
        Acknowledgement(
            fingerprint="okx-main/main/wallet.funding/LUNC",
            reason="support agreed to forfeit it",
            up_to=Decimal("0.0001"),
            until=date(2026, 12, 31),
        ),
    )
    assert config.decisions.confirmations == (
        Confirmation(account="okx-main", item="p2p", on=date(2026, 11, 20)),
    )


def test_empty_file_is_all_defaults(tmp_path: Path) -> None:
    """Nothing configured is no error here: the scan says that there is no account."""
    config = load(tmp_path, "")
    assert dict(config.accounts) == {}
    assert config.network == Network()
    assert config.watch == Schedule()
    assert dict(load(tmp_path, "[accounts]\n").accounts) == {}


def test_accounts_keep_the_order_of_the_file(tmp_path: Path) -> None:
    """Reports follow the user's order, not the alphabet."""
    text = "".join(f'[accounts.{name}]\nexchange = "okx"\n' for name in ("z", "a", "m"))
    assert list(load(tmp_path, text).accounts) == ["z", "a", "m"]


def test_config_cannot_be_changed(tmp_path: Path) -> None:
    """What was checked stays as it was checked."""
    config = load(tmp_path, '[accounts.a]\nexchange = "okx"\n')
    with pytest.raises(TypeError):
        config.accounts["b"] = config.accounts["a"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        config.accounts["a"].exchange = "binance"  # type: ignore[misc]


def test_seconds_may_be_whole_or_not(tmp_path: Path) -> None:
    """``10`` and ``2.5`` are both seconds."""
    network = load(tmp_path, "[network]\ntimeout = 2.5\ndeadline = 60\n").network
    assert (network.timeout, network.deadline) == (2.5, 60.0)
    assert isinstance(network.deadline, float)


def test_environment_source(tmp_path: Path) -> None:
    """``env`` needs nothing else."""
    config = load(tmp_path, '[accounts.a]\nexchange = "okx"\ncredentials = "env"\n')
    assert config.accounts["a"].credentials == Env()


def test_relative_credentials_directory_starts_at_the_file(tmp_path: Path) -> None:
    """A service may be started from any directory."""
    text = (
        '[accounts.a]\nexchange = "okx"\ncredentials = "directory"\n'
        'credentials_directory = "keys"\n'
    )
    assert load(tmp_path, text).accounts["a"].credentials == Directory(tmp_path / "keys")


def test_home_in_credentials_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``~`` is the home directory; of an unknown user it is a name like any other."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    text = (
        '[accounts.a]\nexchange = "okx"\ncredentials = "directory"\n'
        'credentials_directory = "~/keys"\n'
    )
    expected = Directory(tmp_path / "home" / "keys")
    assert load(tmp_path, text).accounts["a"].credentials == expected
    expected = Directory(tmp_path / "~no-such-user" / "keys")
    text = text.replace("~", "~no-such-user")
    assert load(tmp_path, text).accounts["a"].credentials == expected


def test_directory_source_without_a_path(tmp_path: Path) -> None:
    """Without a path it is systemd's, known only when the credentials are read."""
    config = load(tmp_path, '[accounts.a]\nexchange = "okx"\ncredentials = "directory"\n')
    assert config.accounts["a"].credentials == Directory(None)


def test_proxy_password_is_not_shown(tmp_path: Path) -> None:
    """A proxy's URL may carry a password; the configuration is printed in bug reports."""
    config = load(tmp_path, '[network]\nproxy = "http://me:hunter2@proxy.example:8080"\n')
    assert config.network.proxy == "http://me:hunter2@proxy.example:8080"
    assert "hunter2" not in repr(config)


def test_lookup_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--config``, then the variable, then the working directory, then the user's directory."""
    cwd, home = tmp_path / "cwd", tmp_path / "home"
    user = home / "readiness" / "readiness.toml"
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: home / "readiness")
    files = [tmp_path / "explicit.toml", tmp_path / "variable.toml", cwd / "readiness.toml", user]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    environ = {"READINESS_CONFIG": str(files[1])}
    assert look(files[0], environ, cwd).path == files[0]
    assert look(None, environ, cwd).path == files[1]
    assert look(None, {"READINESS_CONFIG": ""}, cwd).path == files[2]
    files[2].unlink()
    assert look(None, {}, cwd).path == user
    user.unlink()
    with pytest.raises(ConfigError, match=r"no configuration found") as caught:
        look(None, {}, cwd)
    assert str(files[2]) in str(caught.value)
    assert str(user) in str(caught.value)
    assert caught.value.path is None


@pytest.mark.parametrize("named", ["flag", "variable"])
def test_named_file_is_never_replaced_by_another(tmp_path: Path, named: str) -> None:
    """A slip in ``--config`` or the variable must not silently scan other accounts."""
    (tmp_path / "readiness.toml").write_text("")
    missing = tmp_path / "missing.toml"
    explicit = missing if named == "flag" else None
    with pytest.raises(ConfigError, match="cannot be read: No such file") as caught:
        look(explicit, {"READINESS_CONFIG": str(missing)}, tmp_path)
    assert caught.value.path == missing


def test_dangling_link_is_an_error(tmp_path: Path) -> None:
    """A configuration that is there but leads nowhere is not skipped."""
    (tmp_path / "readiness.toml").symlink_to(tmp_path / "gone")
    with pytest.raises(ConfigError, match="cannot be read"):
        look(None, {}, tmp_path)


def test_directory_is_no_file(tmp_path: Path) -> None:
    """The reason the system gives is passed on."""
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        look(tmp_path, {}, tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(tmp_path: Path) -> None:
    """No permission is an error that says so."""
    path = tmp_path / "readiness.toml"
    path.write_text("")
    path.chmod(0)
    with pytest.raises(ConfigError, match="Permission denied"):
        look(None, {}, tmp_path)


def test_path_that_no_system_accepts(tmp_path: Path) -> None:
    """A NUL in the variable is an error like any other."""
    with pytest.raises(ConfigError, match="cannot be read"):
        look(tmp_path / "a\0b", {}, tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (b"a = 1\nb = \n", 2, "not valid TOML"),
        (b"a = 1\nb = '''\nx\n\n", 3, "not valid TOML"),
        (b"[accounts]\r\n[accounts]\r\n", 2, "not valid TOML"),
        (b"\n\n# \xe9\n", 3, "not UTF-8"),
        (b"\xef\xbb\xbf[accounts]\n", 1, "byte order mark"),
        (b"\xff\xfe[\0", 1, "not UTF-8"),
        (b"a = " + b"[" * 5000, None, "nested too deeply"),
        (b"a = " + b"9" * 5000, None, "too long"),
        (b"#" * 1_000_001, None, "larger than"),
    ],
)
def test_broken_file(tmp_path: Path, text: bytes, line: int | None, what: str) -> None:
    """What is no TOML is refused with the line where that shows."""
    error = refusal(tmp_path, text)
    assert error.problems[0].line == line
    assert what in str(error)
    assert str(tmp_path / "readiness.toml") in str(error)
