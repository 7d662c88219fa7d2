"""What goes wrong is said in Chinese too, with the same names, paths, codes and exit code."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.cli.conftest import Run
from tests.cli.recorded import remembered
from tests.history.support import DUSTY

from readiness.documents.published import PUBLISHED

WRONG: Final = """\
[accounts.okx-main]
exchange = "okx"
closure = { requested_on = 2026-11-01 }

[network]
attempts = 0
timeout = "soon"
proxi = "socks5://127.0.0.1:1080"

[watch]
cron = "61 * * * *"
"""

CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def both(run: Run) -> Callable[..., str]:
    """Runs a command in English and in Chinese; what it says in Chinese."""

    def call(*arguments: str, code: int, facts: Sequence[str] = ()) -> str:
        said = {}
        for language in ("en", "zh"):
            outcome = run(*arguments, "--lang", language)
            assert outcome.code == code
            said[language] = outcome.out + outcome.err
            assert [fact for fact in facts if fact not in said[language]] == []
        assert not CHINESE.search(said["en"])
        return said["zh"]

    return call


Both = Callable[..., str]


def test_a_wrong_configuration(both: Both, config: Path) -> None:
    """File, line and key stay what editors and people search for."""
    config.write_text(WRONG, encoding="utf-8")
    places = {3: "accounts.okx-main.closure.wait_days", 6: "network.attempts", 7: "network.timeout"}
    places |= {8: "network.proxi", 11: "watch.cron"}
    said = both("scan", code=2, facts=[f"{config}:{line}: {key}: " for line, key in places.items()])
    assert "缺少这一项\n  下一步：写明交易所的等待天数，例如 30\n" in said
    assert "不能小于 1\n  下一步：写明每个请求最多尝试几次（含首次）：1 到 10\n" in said
    assert "应为数字，现为文本\n" in said
    assert '未知的配置项 proxi\n  下一步：是否应为 "proxy"？此处可用：timeout、' in said
    assert "“分钟”字段有误\n  下一步：取值范围为 0 到 59\n" in said


@pytest.mark.parametrize(
    ("arguments", "facts", "phrase"),
    [
        (("keys", "test", "nobody"), ("'nobody'", "okx-main"), "没有账户 'nobody'"),
        (
            ("scan", "--output", "pdf=x"),
            ("--output pdf=x", "json", "./pdf=x"),
            "没有 'pdf' 这种格式",
        ),
        (("confirm", "okx-main", "p2p", "--on", "soon"), ("'soon'",), "'soon' 不是日期"),
        (("acknowledge", "x"), ("--reason", "--until"), "缺少 --reason 和 --until"),
        (("explain", "wallet-not-emty"), ("wallet-not-empty",), "没有规则"),
        (("endpoints", "okcoin"), ("okcoin", "binance"), "没有交易所 'okcoin'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("config")
def test_a_wrong_usage(
    both: Both, arguments: tuple[str, ...], facts: tuple[str, ...], phrase: str
) -> None:
    """What was typed is quoted as it was typed."""
    assert phrase in both(*arguments, code=2, facts=facts)


@pytest.mark.parametrize(
    ("arguments", "phrase"),
    [
        (("scan", "--forc"), "没有该选项：'--forc'。是否应为 --force 或 --format？\n"),
        (("scan", "--zzz"), "没有该选项：'--zzz'。\n"),
        (("keys", "show"), "缺少参数 'ACCOUNT'。\n  下一步：这是配置文件中"),
        (("schema",), f"缺少参数 '{{{'|'.join(PUBLISHED)}}}'。可选值：\n\tbackup,\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("config")
def test_what_the_library_refuses(both: Both, arguments: tuple[str, ...], phrase: str) -> None:
    """Its pieces are joined as Chinese joins them."""
    assert f"错误：{phrase}" in both(*arguments, code=2)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("[accounts.a]\nexchange = okx\n", "不是有效的 TOML：值无效\n"),
        ("[a]\n[a]\n", "不是有效的 TOML：重复声明了 ('a',)\n"),
        ("a = 1, 2\n", "不是有效的 TOML：语句之后应换行或结束文件\n"),
        ("a = {b = 1, b = 2}\n", "不是有效的 TOML：Duplicate inline table key 'b'\n"),
    ],
)
def test_a_configuration_that_is_no_toml(both: Both, config: Path, text: str, phrase: str) -> None:
    """The parser's usual words are translated, its rarer ones are shown as they are."""
    config.write_text(text, encoding="utf-8")
    assert phrase in both("scan", code=2)


@pytest.mark.usefixtures("config")
def test_no_keyring(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way out is the same line of the configuration."""
    monkeypatch.setattr(keyring, "get_keyring", NoKeyring)
    said = both("keys", "show", "okx-main", code=2, facts=["okx-main", 'credentials = "env"'])
    assert "账户 okx-main：本机没有系统密钥环\n  下一步：安装并启动密钥环" in said


@pytest.mark.usefixtures("config")
def test_a_closing_request_that_is_refused(both: Both) -> None:
    """The verdict's code word stays."""
    remembered(("okx-main", DUSTY))
    said = both(
        *("closure", "requested", "okx-main", "--wait-days", "30"),
        code=2,
        facts=["okx-main", "blocked", "readiness scan okx-main", "--force"],
    )
    assert "okx-main 最近一次有记录的扫描（" in said
    assert "\n  下一步：运行：readiness scan okx-main；" in said


def test_doctor(both: Both, config: Path) -> None:
    """A mark, a name and the mend, each line whole."""
    config.write_text('[accounts.okx-env]\nexchange = "okx"\ncredentials = "env"\n')
    variable = "READINESS_OKX_ENV_SECRET"
    said = both("doctor", code=11, facts=[variable, "okx-env", "passphrase"])
    assert said.startswith("正常 配置：")
    assert "\n失败 okx-env：凭据：" in said
    assert "\n正常 历史记录：" in said


def test_a_file_that_cannot_be_read(both: Both, clean_place: Path) -> None:
    """What the system says is said in the reader's language, too."""
    missing = clean_place / "none.toml"
    said = both("scan", "--config", str(missing), code=2, facts=[str(missing)])
    assert "无法读取配置文件：没有那个文件或目录\n  下一步：检查路径和文件权限\n" in said


def test_a_count_of_one(both: Both, config: Path) -> None:
    """Counts have one form in Chinese."""
    config.write_text('[accounts.a]\nexchange = "okx"\n', encoding="utf-8")
    arguments = ("closure", "requested", "a", "--wait-days", "1", "--force")
    said = both(*arguments, code=0, facts=["readiness scan a"])
    assert "等待期 1 天" in said


def test_doctor_names_each_problem_of_a_configuration(both: Both, config: Path) -> None:
    """A line for each, with the mend."""
    config.write_text(WRONG, encoding="utf-8")
    said = both("doctor", code=11)
    assert said.count("失败 配置：") == 5
