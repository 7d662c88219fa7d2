"""apprise, in its own process: a real one, that talks to a receiver on loopback."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import environment
from tests.notify.receiver import Receiver, receiving, silence, status
from tests.notify.support import BLOCKED, LUNC, READY, changed, config, news, target

from readiness.config import Env, Target, TargetKind
from readiness.notify import Event, Failure, Notifier, Trial, apprise, apprise_child
from readiness.notify.web import Patience

CANARY = "CANARY5ecret0token"
EVIL = BLOCKED.model_copy(
    update={"findings": (changed(LUNC, subject="<b>[x](https://evil.example)</b> @all *y*"),)}
)
(NEWS,) = news(READY, EVIL)


@pytest.fixture
def there() -> Iterator[Receiver]:
    """A receiver that takes everything."""
    with receiving(status(200)) as receiver:
        yield receiver


def send(
    url: str, *events: Event, limit: float = 60, proxy: str | None = None, **environ: str
) -> tuple[Failure, ...]:
    """Tell a target with this apprise URL."""
    phone = target(TargetKind.APPRISE, Env(), "phone")
    values = {**environment(), "READINESS_NOTIFY_PHONE_URL": url, **environ}
    notifier = Notifier(config(phone, proxy=proxy), environ=values, patience=Patience(limit=limit))
    failures = asyncio.run(notifier.send(events))
    assert CANARY not in f"{failures!r}"
    return failures


def address(there: Receiver) -> str:
    return f"json://user:{CANARY}@{there.base_url.removeprefix('http://')}/{CANARY}"


def test_messages_arrive_as_plain_text(there: Receiver) -> None:
    """Title and text as they were written, and nothing that apprise says of itself."""
    assert send(address(there), NEWS, Trial("phone")) == ()
    first, second = (got.json for got in there.got)
    assert first["title"] == "okx-main: blocked (was ready)"
    assert "- Funding account: " in first["message"]
    assert not set("<>[]@*") & set(first["message"])
    assert second["title"] == "readiness: a test"


def test_html_is_escaped(there: Receiver) -> None:
    """A service that wants HTML gets the text as text."""
    assert send(f"{address(there)}?format=html", NEWS) == ()
    assert "<b>" not in there.got[0].json["message"]


def test_a_service_that_refuses() -> None:
    """Is a failure, with what to look at."""
    with receiving(status(403)) as there:
        (failure,) = send(address(there), NEWS)
    assert failure.target == "phone"
    assert "did not take" in failure.what


def test_every_message_is_tried() -> None:
    """Also after one that was refused; a redirect is that, and not followed."""
    with receiving(status(302, Location="/elsewhere"), status(200)) as there:
        (failure,) = send(address(there), NEWS, Trial("phone"))
    assert "did not take" in failure.what
    assert there.paths == [f"/{CANARY}"] * 2


@pytest.mark.parametrize("url", [f"nosuchservice://{CANARY}", f"tgram://{CANARY}"])
def test_a_url_that_apprise_does_not_know(url: str) -> None:
    """It says so, and does not quote it."""
    (failure,) = send(url, NEWS)
    assert "does not understand" in failure.what


@pytest.mark.parametrize(
    "url", ["", "json://", CANARY, f"x://a {CANARY}", f"x://{CANARY}\n", "x" * 5_000]
)
def test_what_is_no_url_at_all(url: str) -> None:
    """Never reaches apprise."""
    (failure,) = send(url, NEWS)
    assert "is not an apprise URL" in failure.what


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not sent, and how to install it; a scan does not depend on it."""
    monkeypatch.setitem(sys.modules, "apprise", None)
    (failure,) = send(f"json://localhost/{CANARY}", NEWS)
    assert "not installed" in failure.what
    assert 'pip install "readiness[notify]"' in failure.remedy
    phone = target(TargetKind.APPRISE, "json://localhost", "phone")
    (same,) = Notifier(config(phone), environ={}).check()
    assert same.remedy == failure.remedy


def test_an_older_library_is_not_used(there: Receiver, tmp_path: Path) -> None:
    """It cannot be told to follow no redirect, and would send the message wherever that leads."""
    older = "class AppriseAsset:\n    app_id = app_desc = app_url = ''\n    async_mode = False\n"
    (tmp_path / "apprise.py").write_text(older, encoding="utf-8")
    (failure,) = send(address(there), NEWS, PYTHONPATH=str(tmp_path))
    assert "too old" in failure.what
    assert 'pip install "readiness[notify]"' in failure.remedy
    assert there.got == []


def test_a_service_that_hangs_is_ended() -> None:
    """With its process; nothing stays behind."""
    with receiving(silence) as there:
        (failure,) = send(address(there), NEWS, limit=1.5)
    assert "within 1.5 seconds" in failure.what


def test_the_process_knows_nothing_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No key is in its environment, the URL is in no argument, and the proxy is the configured."""
    spy = tmp_path / "spy.py"
    spy.write_text(
        "import json, os, sys, pathlib\n"
        "told = {'argv': sys.argv, 'environ': dict(os.environ), 'path': sys.path}\n"
        f"pathlib.Path({str(tmp_path / 'told')!r}).write_text(json.dumps(told))\n"
    )
    monkeypatch.setattr(apprise_child, "__file__", str(spy))
    monkeypatch.chdir(tmp_path)
    assert (
        send(
            f"json://{CANARY}",
            NEWS,
            proxy="http://proxy.example:3128",
            READINESS_OKX_MAIN_SECRET="a-secret",
            CREDENTIALS_DIRECTORY="/a-secret-place",
            no_proxy="",
        )
        == ()
    )
    told = (tmp_path / "told").read_text()
    assert CANARY not in told
    assert "a-secret" not in told  # nor where keys are
    assert '"HTTPS_PROXY": "http://proxy.example:3128"' in told
    assert '"all_proxy": "http://proxy.example:3128"' in told
    assert f'"{tmp_path}"' not in told.partition('"path"')[2]


def test_what_goes_wrong_in_the_process_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever that is: it prints nothing here."""
    broken = tmp_path / "broken.py"
    broken.write_text(f"raise RuntimeError({CANARY!r})\n")
    monkeypatch.setattr(apprise_child, "__file__", str(broken))
    (failure,) = send(f"json://{CANARY}", NEWS)
    assert failure.what == "apprise failed"


def test_apprise_is_looked_for_and_not_loaded() -> None:
    """It would patch the logging of this process."""
    assert apprise.installed()
    assert isinstance(target(TargetKind.APPRISE, "x://y"), Target)
