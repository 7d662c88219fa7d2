"""Attack by attack: what a link is, and why."""

from __future__ import annotations

import pytest
from tests.links.support import codes, one, word

from readiness.links.judgement import Verdict, worst

LOOKALIKES = [
    # The name in a host of somebody else
    ("https://okx.com.login-secure.example/", "carries-name"),
    ("https://www.okx.com.evil.example/close", "carries-name"),
    ("https://okx.example", "carries-name"),
    ("https://okx.example:8443", "carries-name"),
    ("https://okx-login.example", "carries-name"),
    ("https://login-okx.example", "carries-name"),
    ("https://okx2026.example", "carries-name"),
    ("https://okx_help.example", "carries-name"),
    ("https://okxlogin.example", "carries-name"),
    ("https://myokxwallet.example", "carries-name"),
    ("https://wwwokx.example", "carries-name"),
    ("https://o-k-x.example", "carries-name"),
    ("https://okx.github.io", "carries-name"),
    ("https://binance.pages.dev/", "carries-name"),
    ("https://binance-support.vercel.app", "carries-name"),
    ("https://mybinancehelp.example", "carries-name"),
    ("https://binance.evil.example", "carries-name"),
    ("https://binance.com.cn", "carries-name"),
    ("https://coin-base.example", "carries-name"),
    ("https://kraken-app.example", "carries-name"),
    ("https://htx-login.example", "carries-name"),
    ("https://mexc.example", "carries-name"),
    ("https://ouyi.example", "carries-name"),
    ("https://欧易.example", "carries-name"),
    ("https://币安官网.example", "carries-name"),
    ("https://gate-login.example", "carries-name"),
    ("https://cryptocom.example", "carries-name"),
    # Letters that stand in for others
    ("https://\u043ek\u0445.com/", "looks-like-name"),
    ("https://o\u043ax.com/", "looks-like-name"),
    ("https://xn--kx-emc.com/", "looks-like-name"),
    ("https://\u03bfkx.com", "looks-like-name"),
    ("https://\u1ecdkx.com", "looks-like-name"),
    ("https://b\u0131nance.com", "looks-like-name"),
    ("https://0kx.com", "looks-like-name"),
    ("https://0kx-login.example", "looks-like-name"),
    ("https://rnexc.example", "looks-like-name"),
    ("https://\u0430\u0440\u0440-\u043ek\u0445.example", "looks-like-name"),
    ("https://xn--okx-.example", "carries-name"),
    ("https://\u1d0braken.example", "looks-like-name"),
    ("https://o\u049dx.example", "looks-like-name"),
    ("https://\u00f8kx.example", "looks-like-name"),
    # Nearly the name
    ("https://binnance.example", "near-name"),
    ("https://bnance.example", "near-name"),
    ("https://binacne.example", "near-name"),
    ("https://binanse.test", "near-name"),
    ("https://kcoin-app.example", "near-name"),
    ("https://coinbasse.example", "near-name"),
    ("https://okxx.example", "near-name"),
    ("https://oxk.example", "near-name"),
    ("https://ouyi-okx.example", "carries-name"),
    ("https://ouyiokx.example", "carries-name"),
    ("https://okxeea.example", "carries-name"),
    ("https://getokx.example", "carries-name"),
    # Before and behind an at sign
    ("https://okx.com@evil.example/", "name-before-at"),
    ("https://www.okx.com%2fhelp@evil.example/", "name-before-at"),
    ("https://okx.com:443@evil.example/", "name-before-at"),
    ("okx.com@evil.example/login", "name-before-at"),
    ("okx.com:x@evil.example", "name-before-at"),
    ("https://evil.example/@okx.com", "host-after-at"),
    ("https://evil.example#@okx.com", "host-after-at"),
    ("https://evil.example?@www.okx.com/", "host-after-at"),
    ("https://a@okx.com@evil.example", "two-hosts"),
    # Where programs differ
    ("https://okx.com\\@evil.example", "two-hosts"),
    ("https://evil.example\\@okx.com", "two-hosts"),
    ("https://okx.com\\.evil.example", "two-hosts"),
    ("https://okx.com%2Eevil.example", "carries-name"),
    ("https://okx.com%40evil.example", "host-separators"),
    ("https://www.okx.com%2f/", "host-separators"),
    ("https://okx.com%2f.evil.example", "host-separators"),
    ("https://okx.com%00.evil.example", "host-separators"),
    ("https://\u0262ate-login.example", "looks-like-name"),
    ("https://lbank.example", "carries-name"),
    ("https://gateio-app.example", "carries-name"),
    ("https://www.okx.com/?u=aHR0cHM6Ly9va3gtYS5leGFtcGxl", "onward"),
    ("https://okx.com\uff0fhelp.evil.example", "host-separators"),
    ("https://okx.com\u3002evil.example", "carries-name"),
    # Mail
    ("mailto:support@okx-help.example", "carries-name"),
    ("okx.com@evil.example", "mail-name"),
    ("mailto:okx@evil.example", "mail-name"),
    # Sent on
    ("https://www.okx.com/redirect?url=https%3A%2F%2Fokx-a.example", "onward"),
    ("https://www.okx.com/redirect?url=https%253A%252F%252Fokx-a.example", "onward"),
    ("https://t.co/?url=https://okx-a.example", "onward"),
    ("intentional://https://okx-a.example", "onward"),
]

DOWNLOADS = [
    "https://evil.example/okx.apk",
    "https://evil.example/OKX.APK?x=1",
    "https://evil.example/okx%2eapk",
    "https://evil.example/get?file=okx-6.1.apk",
    "https://evil.example/a.apk/download",
    "https://evil.example/#/okx.ipa",
    "https://files.example/setup.exe",
    "https://files.example/wallet.dmg",
    "https://files.example/profile.mobileconfig",
    "https://files.example/app.zip",
    "https://github.com/someone/okx/releases/download/v1/okx.apk",
    "https://www.okx.com/go?to=https://files.example/okx.apk",
    "https://evil.example/okx/download",
    "https://evil.example/binance/apk",
    "http://evil.example/okx.apk",
    "itms-services://?action=download-manifest&url=https://files.example/m.plist",
    "intent://x/#Intent;scheme=okx;end",
    "ms-appinstaller:?source=https://files.example/a.msix",
    "data:application/vnd.android.package-archive;name=okx.apk;base64,AAAA",
]

REFERRALS = [
    "https://www.okx.com/join/123456",
    "https://okx.com/zh-hans/join/INVITE",
    "https://www.okx.com/JOIN/123456",
    "https://www.okx.com/%6aoin/123456",
    "https://www.okx.com//join/123456",
    "https://www.okx.com/account/register?channelId=123",
    "https://www.okx.com/account/register?channel%49d=123",
    "https://www.okx.com/?inviteCode=123",
    "https://www.okx.com/#/register?ref=123",
    "https://www.okx.com/invite;ref=1",
    "https://www.okx.com/help/../join/1",
    "https://www.okx.com/help/%2e%2E/join/1",
    "https://www.okx.com/a/b/c/d/../../.././../join/1",
    "https://partner.bybit.com/b/1",
    "https://www.gate.com/signup/1?ref_type=103",
    "https://accounts.binance.com/register?ref=123",
    "https://accounts.binance.com/en/register?REF_ID=123",
    "https://www.binance.com/en/activity/referral-entry/CPA?ref=CPA_1",
    "https://www.binance.com/activity/referral?x=1",
    "https://www.bybit.com/invite?ref=ABC",
    "https://partner.bybit.com/b/x?affiliate_id=1",
    "https://www.kucoin.com/r/rf/ABC",
    "https://www.mexc.com/register?inviteCode=mexc-1",
    "https://huobi.com/invite/x",
    "https://blog.example/okx?inviteCode=1",
]

UNKNOWN = [
    # Nothing is known
    ("https://evil.example/", "nothing-known"),
    ("https://evil.example/okx/close", "named-behind"),
    ("https://bookxchange.example", "nothing-known"),
    ("https://smokx.example", "nothing-known"),
    ("https://oktoberfest.example", "nothing-known"),
    ("https://finance.yahoo.com", "nothing-known"),
    ("https://bing.com", "nothing-known"),
    ("https://usbank.example", "nothing-known"),
    ("https://bookcoin.example", "nothing-known"),
    ("https://startupbit.example", "nothing-known"),
    ("https://cryptocompare.com", "nothing-known"),
    ("https://crypto-news.example", "nothing-known"),
    ("https://krakend.io", "nothing-known"),
    ("https://mygate.example", "nothing-known"),
    ("https://news.gemini.example", "common-word"),
    ("https://capitalbank.example", "nothing-known"),
    ("https://blank.example", "nothing-known"),
    ("https://bingo.example", "nothing-known"),
    ("https://coined.example", "nothing-known"),
    ("https://investigate.example", "nothing-known"),
    ("https://ok.ru", "nothing-known"),
    ("https://medium.com/@okx", "named-behind"),
    ("https://github.com/ccxt/ccxt?ref=okx", "nothing-known"),
    ("https://golden-gate.example", "common-word"),
    ("https://gate.example", "common-word"),
    ("https://crypto.com/", "said"),
    ("https://co.uk", "suffix"),
    # On an official host, and yet
    ("http://www.okx.com/", "http"),
    ("ftp://www.okx.com/", "other-web-scheme"),
    ("wss://ws.okx.com/", "other-web-scheme"),
    ("https://www.okx.com:8443/", "port"),
    ("https://www.okx.com:0443/", "port"),
    ("https://www.okx.com:x/", "port-invalid"),
    ("https://www.okx.com:99999/", "port-invalid"),
    ("https://www.okx.com:\u0664\u0664\u0663/", "port-invalid"),
    ("https://user@www.okx.com/", "userinfo"),
    ("https://okx.com@www.okx.com/", "userinfo"),
    ("https://@www.okx.com/", "userinfo"),
    ("https://www.okx.com./", "host-dot"),
    ("https://www.okx\u3002com/", "host-mapped"),
    ("https://\uff57ww.okx.com/", "host-mapped"),
    ("https://www.o%6bx.com/", "host-percent"),
    ("https://www.ok\u200bx.com/", "hidden"),
    ("https://www.okx.com/\u202egpj.exe", "hidden"),
    ("https://www.ok\nx.com/", "line-break"),
    ("https://www.okx.com/\tx", "line-break"),
    ("https://www.okx.com/ x", "space"),
    ("https:\\\\www.okx.com/", "backslash"),
    ("https://www.okx.com\\help", "backslash"),
    ("https:/www.okx.com/", "slashes"),
    ("https:www.okx.com/", "slashes"),
    ("https:///www.okx.com/", "slashes"),
    ("https://www.okx.com?@evil.example", "late-at"),
    ("https://www.okx.com#@evil.example", "late-at"),
    ("https://a_b.okx.com/", "host-label"),
    ("https://www.okx.com/ul/abc", "short-path"),
    ("https://app.binance.com/uni-qr/cart/1", "short-path"),
    ("https://www.okx.com/go?https://evil.example", "onward"),
    ("https://www.okx.com/go?x=1&https%3A%2F%2Fevil.example/a=b", "onward"),
    ("https://www.okx.com/#//evil.example", "onward"),
    ("https://www.okx.com\x00", "hidden"),
    ("https://static.okx.com/okx.apk", "installer-official"),
    ("https://www.okx.com/login?next=//evil.example", "onward"),
    ("https://www.okx.com/login?next=evil.com", "onward"),
    ("https://www.okx.com/login?next=\\\\evil.example", "onward"),
    ("https://www.okx.com/login?x=javascript:alert(1)", "onward"),
    ("https://www.okx.com/login?next=/%09/evil.example", "onward"),
    ("https://www.okx.com/login?u=aHR0cHM6Ly9ldmlsLmV4YW1wbGU", "onward"),
    ("https://www.okx.com//evil.example/", "onward"),
    ("https://www.okx.com/go/https://evil.example/", "onward"),
    ("hxxps://www.okx[.]com/", "defanged"),
    # No host that could be compared
    ("https://", "host-empty"),
    ("https://a..b/", "host-empty-label"),
    ("https://.okx.com/", "host-empty-label"),
    ("https://okx.com../", "host-empty-label"),
    ("https://ex ample.com", "host-letters"),
    ("https://<okx>.com/", "host-letters"),
    ("https://%ff.com/", "host-letters"),
    ("https://a\u2026b.example/", "host-letters"),
    ("https://a\udc80b.example/", "host-letters"),
    ("https://[zz]/", "host-letters"),
    ("https://www.okx.com,", "host-letters"),
    ("https://www.okx.com\uff09", "host-letters"),
    ("https://xn--a.example", "host-punycode"),
    ("https://xn--zzzzzz.example", "host-punycode"),
    ("https://1.2.3.4/", "host-is-number"),
    ("https://0x7f.1/", "host-is-number"),
    ("https://3232235777/", "host-is-number"),
    ("https://0300.0250.1/", "host-is-number"),
    ("https://[::1]/", "host-is-number"),
    ("https://[::1/", "host-letters"),
    ("https://1.2.3.4.5/", "host-number"),
    ("https://1.2.3.256/", "host-number"),
    ("https://08.1/", "host-number"),
    (f"https://{'9' * 50}/", "host-number"),
    (f"https://{'a' * 64}.example", "host-too-long"),
    (f"https://{chr(0x4E00) * 60}.example", "host-too-long"),
    (f"https://{'a.' * 130}example", "host-too-long"),
    (f"https://{'a' * 5000}", "host-too-long"),
    ("https://p\u0430ypal.example", "mixed-scripts"),
    # Places of others
    ("https://t.co/abc", "shortener"),
    ("https://bit.ly/okx-close", "shortener"),
    ("https://t.me/okx_support", "chat"),
    ("https://play.google.com/store/apps/details?id=com.other.app", "store"),
    ("https://play.google.com/store/apps/details?id=com.okinc.okex.gp", "store-said"),
    ("itms-apps://itunes.apple.com/app/id1", "store"),
    # Links to something else
    ("javascript:location='https://www.okx.com/'", "running-scheme"),
    ("data:text/html,x", "running-scheme"),
    ("tg://resolve?domain=okx", "talking-scheme"),
    ("okx://wallet", "other-scheme"),
    ("foo:bar", "other-scheme"),
    ("mailto:support@okx.com", "mail-official"),
    ("support@okx.com", "mail-official"),
    ("mailto:support@gate.com", "mail-domain"),
    ("mailto:support@evil.example", "nothing-known"),
    ("mailto:nobody", "mail-invalid"),
]

OFFICIAL = [
    "https://www.okx.com/help/how-to-invite-friends",
    "https://www.okx.com/help/join",
    "https://www.okx.com/join/../help",
    "https://www.okx.com/zh-hans/help/ref-programme",
    "https://www.okx.com/login?next=/account",
    "https://www.okx.com/login?next=https://www.okx.com/account",
    "https://www.okx.com/?utm_source=x&lang=en",
    "https://www.okx.com/?ref=",
    "https://www.okx.com/download",
    "//www.okx.com/help",
    "okx.com",
    " https://www.okx.com/ ",
]


@pytest.mark.parametrize(("link", "why"), LOOKALIKES)
def test_lookalikes(link: str, why: str) -> None:
    """Written to be taken for an exchange."""
    assert word(link) == "lookalike"
    assert why in codes(link)
    assert one(link).links[0].judgement.exchange


@pytest.mark.parametrize("link", DOWNLOADS)
def test_downloads(link: str) -> None:
    """Files that install something, anywhere but on a host of the exchange."""
    assert word(link) == "download"


@pytest.mark.parametrize("link", REFERRALS)
def test_referrals(link: str) -> None:
    """Links for which somebody is paid."""
    assert word(link) == "referral"


@pytest.mark.parametrize(("link", "why"), UNKNOWN)
def test_unknown(link: str, why: str) -> None:
    """Neither proved official nor a trap."""
    assert word(link) == "unknown"
    assert why in codes(link)


@pytest.mark.parametrize("link", OFFICIAL)
def test_official(link: str) -> None:
    """What resembles a sign and is none."""
    assert word(link) == "official"


def test_reasons_have_an_order() -> None:
    """The worst first, each once."""
    found = one("http://okx.com@evil.example/join?ref=1&ref=2#okx.apk").links[0].judgement
    assert [reason.code for reason in found.reasons][:2] == ["name-before-at", "installer"]
    assert len({reason.key for reason in found.reasons}) == len(found.reasons)


def test_leading_on_and_on_ends() -> None:
    """Addresses inside addresses are looked at for a while."""
    assert word("https://www.okx.com/go/" * 30) == "unknown"
    many = "&".join(f"a{n}=https://www.okx.com/{n}" for n in range(30))
    assert codes(f"https://www.okx.com/?{many}") >= {"onward-many"}


def test_the_worst_of_several_counts() -> None:
    """And of none at all nothing is known."""
    assert worst([Verdict.OFFICIAL, Verdict.UNKNOWN, Verdict.TRAP]) is Verdict.TRAP
    assert worst([Verdict.OFFICIAL, Verdict.UNKNOWN]) is Verdict.UNKNOWN
    assert worst([Verdict.OFFICIAL]) is Verdict.OFFICIAL
    assert worst([]) is Verdict.UNKNOWN
