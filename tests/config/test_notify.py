"""``[notify]``: who is told of what, and where URLs may stand."""

from pathlib import Path

import pytest
from tests.config.support import CANARY, load, refusal

from readiness.config import Directory, Env, Keyring, Target, TargetKind, Topic, Written

ACCOUNTS = """
[accounts.okx-main]
exchange = "okx"

[accounts.okx-grid]
exchange = "okx"
parent = "okx-main"
sub_account = "grid01"
"""
PHONE = ACCOUNTS + '[notify.targets.phone]\nkind = "apprise"\n'
HOOK = ACCOUNTS + '[notify.targets.hook]\nkind = "webhook"\n'
PING = ACCOUNTS + '[notify.targets.beat]\nkind = "ping"\n'
USUAL = frozenset(set(Topic) - {Topic.AMOUNT})


def test_without_the_table_nobody_is_told(tmp_path: Path) -> None:
    """Notifications are asked for, never a default."""
    notify = load(tmp_path, ACCOUNTS).notify
    assert (dict(notify.targets), notify.amounts, notify.blind_runs) == ({}, False, 3)


def test_a_target_by_default(tmp_path: Path) -> None:
    """Its URL is in the keyring, and it is told of everything but amounts, of all accounts."""
    notify = load(tmp_path, PHONE).notify
    assert notify.targets == {
        "phone": Target(name="phone", kind=TargetKind.APPRISE, url=Keyring(), on=USUAL)
    }
    assert notify.targets["phone"].covers("whatever")


def test_everything_can_be_said(tmp_path: Path) -> None:
    """A target's own list stands in place of the usual one."""
    notify = load(
        tmp_path,
        f"""{ACCOUNTS}
        [notify]
        on = ["ready"]
        blind_runs = 7
        amounts = true
        [notify.targets.hook]
        kind = "webhook"
        url = "https://notify.example.com:8443/readiness"
        [notify.targets.beat]
        kind = "ping"
        url = "env"
        start = true
        accounts = ["okx-main"]
        [notify.targets.phone]
        kind = "apprise"
        url = "directory"
        on = ["amount", "failed"]
        """,
    ).notify
    assert (notify.blind_runs, notify.amounts) == (7, True)
    hook, beat, phone = notify.targets.values()
    assert hook.url == Written("https://notify.example.com:8443/readiness")
    assert hook.on == {Topic.READY}
    assert (beat.url, beat.start, beat.accounts) == (Env(), True, frozenset({"okx-main"}))
    assert not beat.covers("okx-eea")
    assert phone.url == Directory()
    assert phone.on == {Topic.AMOUNT, Topic.FAILED}


@pytest.mark.parametrize(
    "url",
    [
        "https://notify.example.com",
        "https://notify.example.com/a/b.c~d/%20",
        "HTTPS://NOTIFY.EXAMPLE.COM/",
        "https://[2001:db8::1]:8443/x",
        "http://127.0.0.1:8080/hook",
        "http://localhost/hook",
        "http://[::1]:1/",
    ],
)
def test_urls_that_may_stand_in_the_file(tmp_path: Path, url: str) -> None:
    """Https anywhere, http to this machine; the settings never show it."""
    config = load(tmp_path, f'{HOOK}url = "{url}"')
    assert config.notify.targets["hook"].url == Written(url)
    assert url not in repr(config)


@pytest.mark.parametrize(
    ("url", "word"),
    [
        (f"http://notify.example.com/{CANARY}", "https"),
        (f"https://me:{CANARY}@notify.example.com/", "user name"),
        (f"https://notify.example.com/?token={CANARY}", "query"),
        (f"https://notify.example.com/#{CANARY}", "plain web address"),
        (f"https://notify.example.com/ {CANARY}", "plain web address"),
        (f"https://notify.example.com:0/{CANARY}", "plain web address"),
        (f"https://notify.example.com:99999/{CANARY}", "plain web address"),
        (f"https://nötify.example.com/{CANARY}", "plain web address"),
        (f"https://notify.example.com\\\\@evil.example/{CANARY}", "plain web address"),
        (f"ftp://notify.example.com/{CANARY}", "plain web address"),
        (f"file:///{CANARY}", "plain web address"),
        (f"http://2130706433/{CANARY}", "https"),
        (f"https://notify.example.com/{CANARY * 300}", "plain web address"),
        (CANARY, '"keyring"'),
        ("", '"keyring"'),
    ],
)
def test_urls_that_may_not(tmp_path: Path, url: str, word: str) -> None:
    """The place is named, and what to write; never the URL."""
    error = refusal(tmp_path, f'{HOOK}url = "{url}"')
    (problem,) = error.problems
    assert problem.key == "notify.targets.hook.url"
    assert problem.line == len(HOOK.splitlines()) + 1
    assert word in problem.what + problem.remedy
    assert CANARY not in f"{error}{error!r}"


def test_an_apprise_url_is_never_in_the_file(tmp_path: Path) -> None:
    """It nearly always holds a password or a token."""
    error = refusal(tmp_path, f'{PHONE}url = "https://notify.example.com/{CANARY}"')
    assert "readiness notify set" in str(error)
    assert CANARY not in str(error)


@pytest.mark.parametrize(
    ("text", "key", "word"),
    [
        (f'{PHONE}kind2 = "x"', "notify.targets.phone.kind2", "unknown key"),
        (f'{PHONE}on = ["changes"]', "notify.targets.phone.on[0]", "must be one of"),
        (f'{PHONE}on = "change"', "notify.targets.phone.on", "an array"),
        (f'{PING}on = ["ready"]', "notify.targets.beat.on", "after every scan"),
        (f"{HOOK}start = true", "notify.targets.hook.start", '"ping"'),
        (f'{HOOK}accounts = ["okx-mian"]', "notify.targets.hook.accounts[0]", '"okx-main"'),
        (f'{HOOK}accounts = ["okx-grid"]', "notify.targets.hook.accounts[0]", "okx-main"),
        (f"{ACCOUNTS}[notify.targets.a]\n", "notify.targets.a.kind", "is missing"),
        (f'{ACCOUNTS}[notify.targets.a]\nkind = "mail"', "notify.targets.a.kind", "apprise"),
        (f"{ACCOUNTS}[notify]\nblind_runs = 0", "notify.blind_runs", "at least 1"),
        (f"{ACCOUNTS}[notify]\namounts = 1", "notify.amounts", "true or false"),
        (f"{ACCOUNTS}[notify]\ntargets = 1", "notify.targets", "a table"),
        (f"{ACCOUNTS}[notify]\nfor = 1", "notify.for", "unknown key"),
        (
            f'{ACCOUNTS}[notify.targets."a b"]\nkind = "ping"',
            'notify.targets."a b"',
            "not a name for a target",
        ),
        (
            f'{ACCOUNTS}[notify.targets.a-b]\nkind = "ping"\n[notify.targets.A_B]\nkind = "ping"',
            "notify.targets.A_B",
            "environment variable",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, key: str, word: str) -> None:
    """The key, the line, what is wrong and what to write."""
    error = refusal(tmp_path, text)
    (problem,) = error.problems
    assert problem.key == key
    assert problem.line is not None
    assert word in f"{problem.what} {problem.remedy}"


def test_a_key_of_another_table_is_sent_home(tmp_path: Path) -> None:
    """Where the key belongs is written as one would write the table."""
    error = refusal(tmp_path, f"{ACCOUNTS}[network]\nblind_runs = 3\nkind = 1")
    assert "[notify]" in str(error)
    assert "[notify.targets.NAME]" in str(error)
