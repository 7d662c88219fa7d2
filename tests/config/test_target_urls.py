"""URLs of notification targets: kept like keys, and never shown."""

import traceback
from pathlib import Path

import keyring
import pytest
from tests.cli.conftest import MemoryKeyring
from tests.config.support import CANARY

from readiness.config import (
    Directory,
    Env,
    Keyring,
    Secret,
    Target,
    TargetError,
    TargetKind,
    Written,
    delete_url,
    has_url,
    load_url,
    make_url,
    place_of,
    store_url,
)
from readiness.config.credentials.keyring import Guard
from readiness.config.notify_settings import UrlPlace

HOOK = f"https://notify.example.com/{CANARY}?token={CANARY}"
PLACES: list[UrlPlace] = [Keyring(), Env(), Directory(), Written(HOOK)]


def hook(place: UrlPlace, kind: TargetKind = TargetKind.WEBHOOK) -> Target:
    return Target(name="my-hook", kind=kind, url=place)


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """A keyring that lives as long as a test."""
    ring = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


def refusal(target: Target, environ: dict[str, str]) -> TargetError:
    """The error that a URL is refused with; nothing of it knows the URL."""
    with pytest.raises(TargetError) as caught:
        load_url(target, environ)
    shown = "".join(traceback.format_exception(caught.value))
    assert CANARY not in shown
    assert "notification target my-hook" in str(caught.value)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_every_place(place: UrlPlace, tmp_path: Path) -> None:
    """The same URL comes out of each; shown, it is masked."""
    store_url(hook(Keyring()), Secret(HOOK))
    (tmp_path / "notify-my-hook.url").write_text(f"{HOOK}\n")
    environ = {"READINESS_NOTIFY_MY_HOOK_URL": HOOK, "CREDENTIALS_DIRECTORY": str(tmp_path)}
    url = load_url(hook(place), environ)
    assert url.get_secret_value() == HOOK
    assert CANARY not in f"{url!r}{url}{hook(place)!r}{place_of(hook(place))}"


@pytest.mark.parametrize(
    ("place", "word"),
    [
        (Keyring(), "readiness notify set my-hook"),
        (Env(), "READINESS_NOTIFY_MY_HOOK_URL"),
        (Directory(), "CREDENTIALS_DIRECTORY"),
    ],
)
def test_nothing_there(place: UrlPlace, word: str) -> None:
    """What to do is said."""
    assert word in str(refusal(hook(place), {}))


def test_no_file(tmp_path: Path) -> None:
    """The file that is looked for is named."""
    error = refusal(hook(Directory()), {"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert "notify-my-hook.url" in error.remedy


@pytest.mark.parametrize("kind", TargetKind)
@pytest.mark.parametrize(
    "url",
    ["", " ", CANARY, f" {HOOK}", f"{HOOK}\n", f"https://{CANARY} x", f"//{CANARY}", "x" * 5_000],
)
def test_what_is_no_url(kind: TargetKind, url: str) -> None:
    """Is refused for every kind of target."""
    refusal(hook(Env(), kind), {"READINESS_NOTIFY_MY_HOOK_URL": url})


@pytest.mark.parametrize("kind", [TargetKind.WEBHOOK, TargetKind.PING])
@pytest.mark.parametrize(
    "url",
    [
        f"http://notify.example.com/{CANARY}",
        f"http://127.0.0.1.evil.example/{CANARY}",
        f"https://me:{CANARY}@notify.example.com/",
        f"https://notify.example.com@{CANARY}.example/",
        f"https://notify.example.com/#{CANARY}",
        f"file:///etc/{CANARY}",
        f"mailto://{CANARY}",
    ],
)
def test_where_nothing_is_sent_to(kind: TargetKind, url: str) -> None:
    """Wherever a URL comes from, the same rules hold."""
    refusal(hook(Env(), kind), {"READINESS_NOTIFY_MY_HOOK_URL": url})


def test_apprise_has_schemes_of_its_own() -> None:
    """With whatever they need in it."""
    target = hook(Env(), TargetKind.APPRISE)
    url = f"mailto://me:{CANARY}@mail.example?to=you@mail.example"
    assert make_url(target, url).get_secret_value() == url


def test_set_and_delete(ring: MemoryKeyring) -> None:
    """One entry, whose name no account can have."""
    target = hook(Keyring())
    assert not has_url(target)
    store_url(target, Secret(HOOK))
    assert ring.entries == {("readiness", "notify/my-hook"): HOOK}
    assert has_url(target)
    assert delete_url(target)
    assert not delete_url(target)
    assert ring.entries == {}


@pytest.mark.parametrize("place", PLACES[1:], ids=lambda place: type(place).__name__)
def test_what_lives_elsewhere_is_not_stored(place: UrlPlace, ring: MemoryKeyring) -> None:
    """It would never be read."""
    for attempt in (has_url, delete_url, lambda target: store_url(target, Secret(HOOK))):
        with pytest.raises(TargetError, match="not in the keyring") as caught:
            attempt(hook(place))
        assert CANARY not in str(caught.value)
    assert ring.entries == {}


def test_a_keyring_that_forgets(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is noticed at once."""
    monkeypatch.setattr(ring, "set_password", lambda *_: None)
    with pytest.raises(TargetError, match="did not keep"):
        store_url(hook(Keyring()), Secret(HOOK))


def test_a_keyring_that_fails(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own words are not repeated: they may quote the URL."""

    def fail(*_: str) -> str:
        raise RuntimeError(HOOK)

    monkeypatch.setattr(ring, "get_password", fail)
    monkeypatch.setattr("readiness.config.credentials.urls.GUARD", Guard())
    assert "RuntimeError" in str(refusal(hook(Keyring()), {}))
