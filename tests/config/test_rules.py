"""Every rule of the file: what is refused, at which line and key, and in which words."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.config.support import CANARY, load, refusal

from readiness.config import ConfigError, Record

ACCOUNT = '[accounts.a]\nexchange = "okx"\n'
PAIR = '[accounts.main]\nexchange = "okx"\n[accounts.sub]\nexchange = "okx"\n'
ACKNOWLEDGE = (
    '[[acknowledge]]\nfingerprint = "a/main/wallet.funding/LUNC"\n'
    'reason = "tiny"\nuntil = 2026-12-31\n'
)
CONFIRM = '[[confirm]]\naccount = "a"\nitem = "p2p"\non = 2026-11-20\n'
CLOSURE = "[accounts.a.closure]\nrequested_on = 2026-11-23\nwait_days = 30\n"


def check(folder: Path, text: str, line: int, key: str, *words: str) -> None:
    """The text is refused for exactly one reason: at this line and key, in these words."""
    error = refusal(folder, text)
    (problem,) = error.problems
    assert (problem.line, problem.key) == (line, key)
    assert f"readiness.toml:{line}: {key}: " in str(error)
    assert problem.remedy
    for word in words:
        assert word in str(error)


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ("[accountz]\n", 1, "accountz", ['did you mean "accounts"?']),
        ("timeout = 3\n", 1, "timeout", ["unknown key", "belongs into [network]"]),
        ("[network]\ntimeoutt = 3\n", 2, "network.timeoutt", ['did you mean "timeout"?']),
        (ACCOUNT + "colour = 3\n", 3, "accounts.a.colour", ["unknown key", "base_url"]),
        (ACCOUNT + CLOSURE + "day = 1\n", 6, "accounts.a.closure.day", ["wait_days"]),
        (ACKNOWLEDGE + "note = 1\n", 5, "acknowledge[0].note", ["unknown key"]),
        (ACCOUNT + CONFIRM + "by = 1\n", 7, "confirm[0].by", ["unknown key"]),
        ('[watch]\neveryy = "6h"\n', 2, "watch.everyy", ['did you mean "every"?']),
        ('"\\u001b[2J" = 1\n', 1, '"\\u001b[2J"', ["unknown key"]),
    ],
)
def test_unknown_keys(tmp_path: Path, text: str, line: int, key: str, words: list[str]) -> None:
    """An unknown key is never skipped, wherever it stands; a likely one is suggested."""
    check(tmp_path, text, line, key, *words)


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ("accounts = 1\n", 1, "accounts", ["a table, not a whole number"]),
        ('[accounts]\na = "okx"\n', 2, "accounts.a", ["a table", "[accounts.NAME]"]),
        ("[accounts.a]\n", 1, "accounts.a.exchange", ["is missing"]),
        ("[accounts.a]\nexchange = 1\n", 2, "accounts.a.exchange", ["text in quotes"]),
        (ACCOUNT + "closure = 3\n", 3, "accounts.a.closure", ["a table"]),
        (ACCOUNT + "base_url = 1\n", 3, "accounts.a.base_url", ["text in quotes"]),
        ("network = []\n", 1, "network", ["a table, not an array"]),
        ("[network]\nattempts = true\n", 2, "network.attempts", ["not true or false"]),
        ('[network]\nattempts = "4"\n', 2, "network.attempts", ["a whole number, not text"]),
        ("[network]\nattempts = 4.0\n", 2, "network.attempts", ["a whole number"]),
        ("[network]\ntimeout = true\n", 2, "network.timeout", ["a number, not true"]),
        ('[network]\ntimeout = "10"\n', 2, "network.timeout", ["a number, not text"]),
        (f"[network]\ntimeout = 1{'0' * 400}\n", 2, "network.timeout", ["too large"]),
        ("[network]\nproxy = 1080\n", 2, "network.proxy", ["text in quotes"]),
        ('[history]\nenabled = "yes"\n', 2, "history.enabled", ["must be true or false, not text"]),
        ("[history]\nenabled = 1\n", 2, "history.enabled", ["not a whole number"]),
        ("[history]\npath = 1\n", 2, "history.path", ["text in quotes"]),
        ('[history]\nkeep = "1y"\n', 2, "history.keep", ["not a duration"]),
        ('[history]\nkeep = "4000d"\n', 2, "history.keep", ["longer than ten years"]),
        ('[history]\npath = " "\n', 2, "history.path", ["is empty"]),
        ("[acknowledge]\nuntil = 1\n", 1, "acknowledge", ["[[acknowledge]]", "two brackets"]),
        ("confirm = [1]\n", 1, "confirm[0]", ["a table"]),
        ("[watch]\nevery = 6\n", 2, "watch.every", ["text in quotes, not a whole number"]),
        ("[watch]\ncron = 10:00:00\n", 2, "watch.cron", ["not a time"]),
    ],
)
def test_wrong_types(tmp_path: Path, text: str, line: int, key: str, words: list[str]) -> None:
    """Nothing is converted: what has the wrong type is refused and named in TOML's words."""
    check(tmp_path, text, line, key, *words)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    """A user should not have to run the tool once for each mistake."""
    error = refusal(tmp_path, '[network]\ntimeout = 0\nattempts = 0\n[watch]\nevery = "x"\n')
    assert [problem.line for problem in error.problems] == [2, 3, 5]


@pytest.mark.parametrize(
    "text",
    [
        f'key = "{CANARY}"\n',
        ACCOUNT + f'key = "{CANARY}"\n',
        ACCOUNT + f'secret = "{CANARY}"\n',
        ACCOUNT + f'passphrase = "{CANARY}"\n',
        ACCOUNT + f'api_key = "{CANARY}"\n',
        ACCOUNT + f'apiSecret = "{CANARY}"\n',
        ACCOUNT + f'"API-KEY" = "{CANARY}"\n',
        ACCOUNT + f'password = "{CANARY}"\n',
        ACCOUNT + f'[accounts.a.credentials]\nkey = "{CANARY}"\n',
        f'[accounts]\nsecret = "{CANARY}"\n',
        f'[network]\napi_secret = "{CANARY}"\n',
    ],
)
def test_secrets_are_never_in_the_file(tmp_path: Path, text: str) -> None:
    """A key in the file is refused, with the places where it belongs, and is not echoed."""
    error = refusal(tmp_path, text)
    assert "is never in this file" in str(error)
    assert "readiness keys set" in str(error)


@pytest.mark.parametrize(
    "text",
    [
        f'[accounts.a]\nexchange = "okx"\ncredentials = "{CANARY}"\n',
        f'[accounts.a]\nexchange = "okx"\nbase_url = "https://{CANARY}@www.okx.com"\n',
        f'[accounts.a]\nexchange = "okx"\ncredentials_command = "{CANARY}"\n',
        f'[accounts.a]\nexchange = "okx"\ncredentials_command = ["{CANARY}", 3]\n',
        f'[accounts.a]\nexchange = ["{CANARY}"]\n',
        f'[network]\nproxy = "ftp://me:{CANARY}@proxy.example"\n',
        f'[network]\nproxy = "http://me:{CANARY} @proxy.example"\n',
        f'[watch]\nevery = "{CANARY}"\n',
        f'[accounts]\nkey = "{CANARY}\n',
    ],
)
def test_values_are_never_echoed(tmp_path: Path, text: str) -> None:
    """People paste secrets into the wrong place; no message and no cause repeats them."""
    error: BaseException | None = refusal(tmp_path, text)
    while error is not None:
        assert CANARY not in f"{error}{error!r}"
        error = None if error.__suppress_context__ else error.__context__


@pytest.mark.parametrize("name", ["ö", "a b", "a.b", "", "a/b", "*", "a\\n"])
def test_account_names(tmp_path: Path, name: str) -> None:
    """A name becomes part of file names, variables and fingerprints."""
    error = refusal(tmp_path, f'[accounts."{name}"]\nexchange = "okx"\n')
    assert "is not a name for an account" in str(error)
    assert error.problems[0].line == 1


def test_account_names_that_share_a_variable(tmp_path: Path) -> None:
    """One variable cannot hold two keys."""
    text = '[accounts.okx-main]\nexchange = "okx"\n[accounts.OKX_MAIN]\nexchange = "okx"\n'
    check(tmp_path, text, 3, "accounts.OKX_MAIN", "okx-main", "READINESS_OKX_MAIN_")


def test_unknown_exchange(tmp_path: Path) -> None:
    """The supported ones are listed."""
    text = '[accounts.a]\nexchange = "okex"\n'
    check(tmp_path, text, 2, "accounts.a.exchange", "okx, okx-eea, binance, kraken", "did you mean")


def test_sub_account(tmp_path: Path) -> None:
    """It names its main account, and the name under which the exchange lists it there."""
    config = load(tmp_path, PAIR + 'parent = "main"\nsub_account = "g"\n')
    assert (config.accounts["sub"].parent, config.accounts["sub"].sub_account) == ("main", "g")


def test_sub_account_at_another_company(tmp_path: Path) -> None:
    """A key of one company of a family does not exist at another."""
    text = PAIR.replace('exchange = "okx"\n[', 'exchange = "okx-eea"\n[')
    text += 'parent = "main"\nsub_account = "g"\n'
    with pytest.raises(ConfigError, match="at the same exchange as its parent"):
        load(tmp_path, text)


@pytest.mark.parametrize(
    ("lines", "line", "key", "words"),
    [
        ('parent = "main"', 3, "sub_account", ["is missing"]),
        ('sub_account = "g"', 3, "parent", ["is missing"]),
        ('parent = "mainn"\nsub_account = "g"', 5, "parent", ['did you mean "main"?']),
        ('parent = "sub"\nsub_account = "g"', 5, "parent", ["its own parent"]),
        ('parent = "main"\nsub_account = " "', 6, "sub_account", ["is empty"]),
    ],
)
def test_broken_parents(tmp_path: Path, lines: str, line: int, key: str, words: list[str]) -> None:
    """``parent`` and ``sub_account`` come together, and the parent is a configured account."""
    check(tmp_path, f"{PAIR}{lines}\n", line, f"accounts.sub.{key}", *words)


def test_parent_at_another_exchange(tmp_path: Path) -> None:
    """A sub-account is at the exchange of its parent."""
    text = PAIR.replace("okx", "binance", 1) + 'parent = "main"\nsub_account = "g"\n'
    check(tmp_path, text, 5, "accounts.sub.parent", "Binance", "OKX")


def test_parent_with_a_parent(tmp_path: Path) -> None:
    """There are no sub-accounts of sub-accounts."""
    text = (
        f'{PAIR}parent = "main"\nsub_account = "g"\n'
        '[accounts.deep]\nexchange = "okx"\nparent = "sub"\nsub_account = "h"\n'
    )
    check(tmp_path, text, 9, "accounts.deep.parent", "itself belongs to")


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ('parent = "main"\nsub_account = "g"\n', "parent"),
        ('parent = "main"\n', "parent"),
        ('sub_account = "g"\n', "sub_account"),
    ],
)
def test_a_sub_account_where_nobody_lists_them(tmp_path: Path, lines: str, key: str) -> None:
    """Its own key is all there is, and no main account's key could confirm whose it is."""
    text = PAIR.replace("okx", "lone") + lines
    words = ["Lone lists no sub-accounts", "an account of its own"]
    check(tmp_path, text, 5, f"accounts.sub.{key}", *words)


def test_two_entries_for_one_sub_account(tmp_path: Path) -> None:
    """A copied entry must not stand in for another sub-account."""
    twin = 'parent = "main"\nsub_account = "g"\n'
    text = f'{PAIR}{twin}[accounts.again]\nexchange = "okx"\n{twin}'
    check(tmp_path, text, 10, "accounts.again.sub_account", "sub already stands for")


def test_closure_of_a_sub_account(tmp_path: Path) -> None:
    """A closing request is for the whole account, so it stands where the scan looks for it."""
    text = (
        f'{PAIR}parent = "main"\nsub_account = "g"\n'
        "[accounts.sub.closure]\nrequested_on = 2026-11-01\nwait_days = 30\n"
    )
    check(tmp_path, text, 7, "accounts.sub.closure", "move it to main")


@pytest.mark.parametrize(
    ("lines", "line", "key", "words"),
    [
        ('credentials = "plain"', 3, "credentials", ["'keyring'", "'command'"]),
        ('credentials_directory = "/x"', 3, "credentials_directory", ["only read with"]),
        ('credentials_command = ["x"]', 3, "credentials_command", ["only read with"]),
        (
            'credentials = "env"\ncredentials_command = ["x"]',
            4,
            "credentials_command",
            ['credentials = "command"'],
        ),
        (
            'credentials = "directory"\ncredentials_directory = ""',
            4,
            "credentials_directory",
            ["is empty"],
        ),
        ('credentials = "command"', 1, "credentials_command", ["is missing"]),
        (
            'credentials = "command"\ncredentials_command = []',
            4,
            "credentials_command",
            ["names no program"],
        ),
        (
            'credentials = "command"\ncredentials_command = [""]',
            4,
            "credentials_command",
            ["names no program"],
        ),
        (
            'credentials = "command"\ncredentials_command = "op read x"',
            4,
            "credentials_command",
            ["an array, not text"],
        ),
        (
            'credentials = "command"\ncredentials_command = [\n "x",\n 3,\n]',
            6,
            "credentials_command[1]",
            ["text in quotes"],
        ),
        (
            'credentials = "command"\ncredentials_command = ["x", "\\u0000"]',
            4,
            "credentials_command[1]",
            ["NUL"],
        ),
    ],
)
def test_credential_keys(tmp_path: Path, lines: str, line: int, key: str, words: list[str]) -> None:
    """``credentials_*`` stands with its source only, and has its shape."""
    check(tmp_path, f"{ACCOUNT}{lines}\n", line, f"accounts.a.{key}", *words)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), ("15m", 900), ("6h", 21600), ("2d", 172800)]
)
def test_durations(tmp_path: Path, text: str, seconds: int) -> None:
    """Whole numbers with a unit."""
    config = load(tmp_path, f'[watch]\nevery = "{text}"\n')
    assert config.watch.every == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6",
        "h",
        "0h",
        "-1h",
        "+1h",
        "1.5h",
        "6 h",
        " 6h",
        "6h ",
        "6H",
        "1h30m",
        "1w",
        "٦h",
        "9999999999h",
        "999999999d",
        "6h\\n",
    ],
)
def test_broken_durations(tmp_path: Path, text: str) -> None:
    """Anything else is refused."""
    error = refusal(tmp_path, f'[watch]\nevery = "{text}"\n')
    assert (error.problems[0].line, error.problems[0].key) == (2, "watch.every")


@pytest.mark.parametrize(
    "text",
    [
        "0 */6 * * *",
        "*/15 0-6,22 1,15 jan-mar,12 *",
        "59 23 31 12 7",
        "0  0 * * SUN",
        "0-30/10 * * * mon-fri",
    ],
)
def test_cron(tmp_path: Path, text: str) -> None:
    """The classic five fields, with lists, ranges, steps and names."""
    assert load(tmp_path, f'[watch]\ncron = "{text}"\n').watch.cron == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "* * * *",
        "* * * * * *",
        "@daily",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * 0 *",
        "* * * * 8",
        "*/0 * * * *",
        "*/60 * * * *",
        "5/10 * * * *",
        "5-1 * * * *",
        "*-5 * * * *",
        "1,,2 * * * *",
        ", * * * *",
        "- * * * *",
        "mon * * * *",
        "* * * mon *",
        "* * * * ?",
        "* * L * *",
        "٣ * * * *",
        "-1 * * * *",
        "*\\t* * * *",
        "* * * * *\\n",
        "0 0 31 2 *",
        "0 0 31 apr,jun */2",
    ],
)
def test_broken_cron(tmp_path: Path, text: str) -> None:
    """What a cron would not take is refused before it is scheduled."""
    error = refusal(tmp_path, f'[watch]\ncron = "{text}"\n')
    assert (error.problems[0].line, error.problems[0].key) == (2, "watch.cron")


@pytest.mark.parametrize("text", ["0 0 29 2 *", "0 0 31 2 mon", "0 0 31 2,3 *"])
def test_rare_days(tmp_path: Path, text: str) -> None:
    """Leap days come; and a day that the month has not is none where a weekday will do."""
    assert load(tmp_path, f'[watch]\ncron = "{text}"\n').watch.cron == text


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"])
def test_time_zones(tmp_path: Path, zone: str) -> None:
    """IANA names."""
    assert load(tmp_path, f'[watch]\ntimezone = "{zone}"\n').watch.timezone == zone


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Berlim", ['did you mean "Europe/Berlin"?']),
        ("Europe", ["IANA name"]),
        ("", ["IANA name"]),
        ("../../etc/passwd", ["not a time zone"]),
        ("/etc/localtime", ["not a time zone"]),
        ("Mars/Olympus_Mons", ["IANA name"]),
        ("x" * 100, ["not a time zone"]),
    ],
)
def test_unknown_time_zones(tmp_path: Path, zone: str, words: list[str]) -> None:
    """Refused where the file is read, not when the first scan is due."""
    check(tmp_path, f'[watch]\ntimezone = "{zone}"\n', 2, "watch.timezone", *words)


@pytest.mark.parametrize(("head", "key"), [("[watch]\n", "watch"), (ACCOUNT, "accounts.a")])
def test_every_and_cron(tmp_path: Path, head: str, key: str) -> None:
    """One schedule, not two."""
    text = f'{head}every = "6h"\ncron = "0 * * * *"\n'
    check(tmp_path, text, text.count("\n"), f"{key}.cron", "keep one")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("timeout = 0", "timeout"),
        ("timeout = -1", "timeout"),
        ("timeout = inf", "timeout"),
        ("timeout = nan", "timeout"),
        ("timeout = 86401", "timeout"),
        ("attempts = 0", "attempts"),
        ("attempts = 11", "attempts"),
        ("deadline = 0.0", "deadline"),
        ("deadline = -inf", "deadline"),
    ],
)
def test_network_bounds(tmp_path: Path, line: str, key: str) -> None:
    """Numbers that would make requests never end, or never begin."""
    check(tmp_path, f"[network]\n{line}\n", 2, f"network.{key}")


@pytest.mark.parametrize(
    ("lines", "record"),
    [
        ("", Record(True, None, timedelta(days=1000))),
        ('[history]\nenabled = false\nkeep = "6h"\n', Record(False, None, timedelta(hours=6))),
        ('[history]\npath = "/var/h.db"\n', Record(path=Path("/var/h.db"))),
    ],
    ids=["usual", "off", "elsewhere"],
)
def test_history(tmp_path: Path, lines: str, record: Record) -> None:
    """Where scans are recorded, and for how long."""
    assert load(tmp_path, ACCOUNT + lines).history == record


def test_the_file_of_the_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path starts at the configuration, ~ is the user's home."""
    monkeypatch.setenv("HOME", "/home/me")
    for given, path in (("h.db", tmp_path / "h.db"), ("~/h.db", Path("/home/me/h.db"))):
        assert load(tmp_path, ACCOUNT + f'[history]\npath = "{given}"\n').history.path == path


@pytest.mark.parametrize(
    "proxy",
    ["http://p:1", "https://proxy.example", "socks5://127.0.0.1:1080", "socks5h://u:p@[::1]:1080/"],
)
def test_proxies(tmp_path: Path, proxy: str) -> None:
    """The four kinds of proxy."""
    assert load(tmp_path, f'[network]\nproxy = "{proxy}"\n').network.proxy == proxy


@pytest.mark.parametrize(
    "proxy",
    [
        "",
        "p:1",
        "//p:1",
        "socks4://p:1",
        "ftp://p",
        "http://",
        "http://p:0",
        "http://p:65536",
        "http://p/x",
        "http://p?x",
        "http://p#x",
        "http://p :1",
        "http://p:1\\n",
        "http://ü:1",
    ],
)
def test_broken_proxies(tmp_path: Path, proxy: str) -> None:
    """What is not the plain address of one."""
    check(tmp_path, f'[network]\nproxy = "{proxy}"\n', 2, "network.proxy")


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("a/main/wallet.funding/LUNC", "*", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a/main/wallet.funding/*", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a/main/wallet.funding", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a/main/wallet.funding/LUNC/1", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a//wallet.funding/LUNC", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a/main/wallet.funding/", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "ä/main/wallet.funding/LUNC", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a/main/wallet.funding/LUNC ", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "a/main/wallet.funding/\\n", 2, "fingerprint"),
        ("a/main/wallet.funding/LUNC", "", 2, "fingerprint"),
        ('"tiny"', '""', 3, "reason"),
        ('"tiny"', '"  "', 3, "reason"),
        ('"tiny"', "1", 3, "reason"),
        ("2026-12-31", '"2026-12-31"', 4, "until"),
        ("2026-12-31", "2026-12-31T00:00:00Z", 4, "until"),
        ("2026-12-31", "2026-12-31T00:00:00", 4, "until"),
        ("until = 2026-12-31\n", "", 1, "until"),
        ('reason = "tiny"\n', "", 1, "reason"),
    ],
)
def test_broken_acknowledgements(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    """An acknowledgement is for one finding, says why, and ends."""
    check(tmp_path, ACKNOWLEDGE.replace(old, new), line, f"acknowledge[0].{key}")


def test_second_finding_on_one_subject(tmp_path: Path) -> None:
    """The ``#2`` of a fingerprint is part of it."""
    config = load(tmp_path, ACKNOWLEDGE.replace("LUNC", "LUNC#2"))
    assert config.decisions.acknowledgements[0].fingerprint.endswith("LUNC#2")


@pytest.mark.parametrize(
    "value",
    [
        "0.1",
        "1",
        "true",
        '""',
        '"-1"',
        '"+1"',
        '"1e3"',
        '"NaN"',
        '"Infinity"',
        '".5"',
        '"1."',
        '" 1"',
        '"1,5"',
        '"1_000"',
        '"٣"',
        f'"{"9" * 101}"',
        '"1\\n"',
    ],
)
def test_broken_amounts(tmp_path: Path, value: str) -> None:
    """An amount is decimal text: a float is already not what was written."""
    text = f"{ACKNOWLEDGE}up_to = {value}\n"
    check(tmp_path, text, 5, "acknowledge[0].up_to")


@pytest.mark.parametrize("value", ["0", "0.0001", "100", "00.10"])
def test_amounts(tmp_path: Path, value: str) -> None:
    """Zero is an amount: nothing more than nothing is accepted."""
    config = load(tmp_path, f'{ACKNOWLEDGE}up_to = "{value}"\n')
    assert str(config.decisions.acknowledgements[0].up_to) == value.lstrip("0").rjust(
        len(value) - 1 if value.startswith("00") else len(value), "0"
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ('account = "a"', 'account = "b"', 4, "account"),
        ('"p2p"', '"*"', 5, "item"),
        ('"p2p"', '"p*"', 5, "item"),
        ('"p2p"', '""', 5, "item"),
        ('"p2p"', '" p2p"', 5, "item"),
        ("2026-11-20", "2026-11-25", 6, "on"),
        ("2026-11-20", "9999-12-31", 6, "on"),
        ("2026-11-20", '"2026-11-20"', 6, "on"),
        ("2026-11-20", "2026-11-20 10:00:00", 6, "on"),
        ("on = 2026-11-20\n", "", 3, "on"),
    ],
)
def test_broken_confirmations(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    """A confirmation is for one item of one account, on a day that has been."""
    check(tmp_path, ACCOUNT + CONFIRM.replace(old, new), line, f"confirm[0].{key}")


@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-23", "2020-01-01"])
def test_tomorrow_is_somewhere_already_today(tmp_path: Path, day: str) -> None:
    """East of UTC it is tomorrow already; one day ahead is accepted."""
    text = ACCOUNT + CONFIRM.replace("2026-11-20", day) + CLOSURE.replace("2026-11-23", day)
    config = load(tmp_path, text)
    assert config.decisions.confirmations[0].on.isoformat() == day
    closure = config.accounts["a"].closure
    assert closure is not None
    assert closure.requested_on.isoformat() == day


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("2026-11-23", "2026-11-25", 4, "requested_on"),
        ("2026-11-23", "2026-11-23T00:00:00", 4, "requested_on"),
        ("requested_on = 2026-11-23\n", "", 3, "requested_on"),
        ("wait_days = 30\n", "", 3, "wait_days"),
        ("30", "0", 5, "wait_days"),
        ("30", "-1", 5, "wait_days"),
        ("30", "true", 5, "wait_days"),
        ("30", '"30"', 5, "wait_days"),
        ("30", "30.0", 5, "wait_days"),
        ("30", "99999999999999999999", 5, "wait_days"),
    ],
)
def test_broken_closures(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    """The waiting period decides that nothing is sent, so it is never guessed."""
    check(tmp_path, ACCOUNT + CLOSURE.replace(old, new), line, f"accounts.a.closure.{key}")


@pytest.mark.parametrize("name", ["binance.us", "binanceus", "Binance-US", "BINANCE_US"])
def test_another_company_under_a_similar_name(tmp_path: Path, name: str) -> None:
    """Whoever means Binance.US is told that it is another company, not that it is misspelt."""
    message = str(refusal(tmp_path, f'[accounts.a]\nexchange = "{name}"\n'))
    assert "Binance.US is another company" in message


@pytest.mark.parametrize("host", ["api.binance.us", "binance.us"])
def test_an_address_of_another_company(tmp_path: Path, host: str) -> None:
    """Its API would be sent a key of somebody else's customer."""
    text = f'[accounts.a]\nexchange = "binance"\nbase_url = "https://{host}"\n'
    assert "Binance.US is another company" in str(refusal(tmp_path, text))


def test_a_name_that_only_ends_alike_is_nobody(tmp_path: Path) -> None:
    """A lookalike of the other company is not that company either."""
    text = '[accounts.a]\nexchange = "binance"\nbase_url = "https://xbinance.us"\n'
    message = str(refusal(tmp_path, text))
    assert "Binance.US" not in message
    assert "not an official API host" in message


@pytest.mark.parametrize("tier", ["starter", "intermediate", "pro"])
def test_a_tier_of_the_exchange(tmp_path: Path, tier: str) -> None:
    """Where limits depend on the account's tier, it can be named."""
    text = f'[accounts.a]\nexchange = "kraken"\ntier = "{tier}"\n'
    assert load(tmp_path, text).accounts["a"].tier == tier
    assert load(tmp_path, ACCOUNT).accounts["a"].tier is None


@pytest.mark.parametrize(
    ("exchange", "tier", "words"),
    [
        ("kraken", '"prro"', ["Kraken has no tier prro", 'did you mean "pro"?', "its tiers"]),
        ("kraken", '"Pro"', ["no tier Pro"]),
        ("kraken", '""', ["is empty"]),
        ("kraken", "1", ["text in quotes"]),
        ("okx", '"pro"', ["the limits of OKX depend on no tier", "remove this line"]),
    ],
)
def test_a_tier_that_is_none(tmp_path: Path, exchange: str, tier: str, words: list[str]) -> None:
    """A tier that the exchange does not have, or has no use for, is an error at its line."""
    text = f'[accounts.a]\nexchange = "{exchange}"\ntier = {tier}\n'
    check(tmp_path, text, 3, "accounts.a.tier", *words)
