"""``readiness check-link``: arguments, exit codes, and what is shown."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, environment
from tests.published import fits

from readiness.links import wording

TRAP = "https://okx-login.example/x"


class Stdin(io.StringIO):
    """A stdin of bytes."""

    def __init__(self, raw: bytes) -> None:
        super().__init__()
        self._raw = io.BytesIO(raw)

    @property
    def buffer(self) -> io.BytesIO:
        """The bytes."""
        return self._raw


@pytest.mark.parametrize(
    ("link", "code", "said"),
    [
        ("https://www.okx.com/help", 0, "official, OKX"),
        ("okx.com", 0, "https"),
        (TRAP, 10, "TRAP (lookalike), OKX"),
        ("https://www.okx.com/join/1", 10, "TRAP (referral), OKX"),
        ("https://files.example/a.apk", 10, "TRAP (download)"),
        ("https://evil.example", 11, "unknown"),
        ("https://", 11, "names no host"),
        ("support@okx.com", 11, "can be forged"),
    ],
)
def test_links_by_themselves(run: Run, link: str, code: int, said: str) -> None:
    """The contract's exit codes."""
    outcome = run("check-link", link)
    assert (outcome.code, outcome.err) == (code, "")
    assert said in outcome.out or link == "okx.com"
    document = fits("links", run("check-link", link, "--format", "json").out)
    assert document["exit_code"] == code
    assert document["links"][0]["link"] == link


def test_files(run: Run, clean_place: Path) -> None:
    """A name of a file that is there is that file; what has a scheme is a link all the same."""
    (clean_place / "guide.txt").write_text(f"{TRAP} https://www.okx.com", encoding="utf-8")
    (clean_place / "okx.com").write_text("https://evil.example", encoding="utf-8")
    assert run("check-link", "guide.txt").code == 10
    assert run("check-link", "okx.com").code == 11
    assert run("check-link", "https://okx.com").code == 0
    assert run("check-link", "./okx.com").code == 11
    document = json.loads(run("check-link", "guide.txt", "--format", "json").out)
    assert [each["verdict"] for each in document["links"]] == ["trap", "official"]
    assert document["links"][0]["line"] == 1


def test_a_file_does_not_answer_for_the_host_of_its_name(run: Run, clean_place: Path) -> None:
    """Who can put a file here cannot make a lookalike official."""
    (clean_place / "okx.cc").write_text("https://www.okx.com", encoding="utf-8")
    (clean_place / "example.com").write_text("https://www.okx.com", encoding="utf-8")
    outcome = run("check-link", "okx.cc")
    assert outcome.code == 10
    assert "Put ./ before it" in outcome.out
    assert run("check-link", "example.com").code == 11
    assert run("check-link", "./okx.cc").code == 0


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("请打开https://www.okx.com/help注销".encode(), 0),
        (f"x {TRAP}".encode("utf-16"), 10),
        (b"nothing here", 11),
        (b"", 11),
        (b"\x89PNG\r\n", 11),
        (bytes(range(256)), 11),
    ],
)
def test_stdin(run: Run, monkeypatch: pytest.MonkeyPatch, raw: bytes, code: int) -> None:
    """Whatever comes in."""
    monkeypatch.setattr(sys, "stdin", Stdin(raw))
    outcome = run("check-link", "-")
    assert outcome.code == code
    if b"http" not in raw and code == 11:
        assert "There is no link in it" in outcome.out


def test_stdin_that_is_closed_or_has_no_bytes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read from nowhere, and characters are taken too."""
    monkeypatch.setattr(sys, "stdin", None)
    assert run("check-link", "-").code == 11
    monkeypatch.setattr(sys, "stdin", io.StringIO("https://www.okx.com \udc80"))
    assert run("check-link", "-").code in (0, 11)


@pytest.mark.parametrize(
    "what", ["", " ", "missing.txt", "./nothing", "/no/such/file", "~/x.y", "word", "x" * 5000, "."]
)
def test_what_is_neither_is_a_usage_error(run: Run, what: str) -> None:
    """With what to do next; a directory too."""
    outcome = run("check-link", what)
    assert outcome.code == 2
    assert "next: give" in outcome.err


def test_nothing_shown_can_be_clicked_or_hides(run: Run) -> None:
    """Controls and what does not show are written out; official links are left alone."""
    out = run("check-link", "https://ok\u200bx-login.example/\x1b[31m\u202e").out
    assert "hxxps://ok\\u200bx-login[.]example/\\x1b[31m\\u202e" in out
    assert not {"\x1b", "\u200b", "\u202e"} & set(out)
    assert "asked for as xn--k-0tbw[.]com" in run("check-link", "https://\u043ek\u0445.com").out
    assert "https://www.okx.com/help" in run("check-link", "https://www.okx.com/help").out
    inner = run("check-link", "https://okx.com@www.evil.example/?u=https://www.evil.example").out
    assert "https://" not in inner
    assert "www.evil" not in inner
    shown = run("check-link", "hxxps://okx[.]com").out
    assert "https://okx" not in shown


def test_every_sentence_fills_in() -> None:
    """Placeholders of a sentence are values that somebody gives."""
    known = {"host", "exchange", "what", "domain", "who", "registered", "label", "link", "other"}
    known |= {"scheme", "shown", "target", "name", "part", "ending", "word", "address"}
    for sentence in wording.REASONS.values():
        assert "?" not in sentence.format(**dict.fromkeys(known, "x"))


def test_it_answers_at_once_and_loads_nothing_that_could_ask() -> None:
    """Neither ccxt, httpx, keyring nor a socket of its own."""
    code = (
        "import sys; from readiness.cli import main; main(['check-link', 'https://okx.com']); "
        "sys.exit(len({'ccxt', 'httpx', 'keyring', 'aiohttp', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(), check=False)
    assert done.returncode == 0


def test_it_speaks_chinese(run: Run) -> None:
    """Verdict, reason, advice and summary."""
    outcome = run("check-link", TRAP, "--lang", "zh")
    assert outcome.code == 10
    assert "陷阱" in outcome.out
    assert "okx-login" in outcome.out
