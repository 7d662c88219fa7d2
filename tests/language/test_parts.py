"""What the parts of the tool say in Chinese, and what stays as it is in every language."""

from __future__ import annotations

import plistlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.backup.support import Vault
from tests.history.support import opened
from tests.notify.support import BLOCKED, LUNC, ORDER, changed, news
from tests.notify.test_message import SILENT, with_findings
from tests.rules.support import said
from tests.schedule.support import FILES, KEYS, ONE, PLACE, plan_of

from readiness.backup.outcome import not_available
from readiness.domain.answer import Cause, Reason
from readiness.domain.items import Restriction
from readiness.exchanges.registry import load_catalogue
from readiness.exchanges.restricted import restricted
from readiness.history.entry import Ending, Entry
from readiness.history.pairs import NotCompared, compare_last_two
from readiness.history.rows import VANISHED
from readiness.history.table import render
from readiness.language import speaking
from readiness.notify.failure import Failure
from readiness.policies import load_policy
from readiness.report.formats import Surface
from readiness.report.sentences import Sentences, reason_text
from readiness.rules import RULES_BY_ID
from readiness.schedule import (
    Plan,
    ScheduleError,
    Units,
    crontab,
    launch_agents,
    system_units,
    user_units,
    workflows,
)

NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)
BY_ENVIRONMENT = ONE.replace("directory", "env") + 'cron = "0 8 * * 1"\n'


def test_a_record_of_scans() -> None:
    """How a scan ended, and a note that nobody wrote."""
    entry = Entry(
        id=7,
        account="a",
        exchange="okx",
        trigger="scan",
        started_at=NOW,
        finished_at=None,
        ending=Ending.INTERRUPTED,
        verdict=None,
        blockers=0,
        unknowns=0,
        confirms=0,
        value_usd=None,
        note=VANISHED,
        owner="",
    )
    with speaking("zh"):
        told = render({"a": [entry]}, {"okx": "OKX"}, Surface(colour=False), 10)
    assert "已中断" in told
    assert "进程已结束，但没有记录如何结束" in told


def test_scans_that_cannot_be_compared(tmp_path: Path) -> None:
    """A reason is a clause without a full stop, as in English."""
    with opened(tmp_path / "history.sqlite") as history, speaking("zh"):
        assert compare_last_two(history, "a") == NotCompared("a", "它已完成的扫描不足两次")


def test_a_notification() -> None:
    """Its title and its lines; a verdict keeps its code."""
    now = with_findings(changed(LUNC, variant="frozen"), ORDER)
    (event,) = news(BLOCKED, now, 0)
    with speaking("zh"):
        message = SILENT.write(event)
    assert re.fullmatch(r"okx-main：仍为.*blocked.*，有变化", message.title)
    assert "\n新出现：\n- " in message.body
    assert message.body.endswith("\n详情：readiness scan okx-main")


def test_a_notification_that_was_not_sent() -> None:
    """The advice has a line of its own."""
    with speaking("zh"):
        told = str(Failure("phone", "未能发出", "请重试"))
    assert told == "通知目标 phone：未能送达：未能发出\n  下一步：请重试"


def _system(plan: Plan) -> Units:
    return system_units(plan, KEYS)


def _user(plan: Plan) -> Units:
    return user_units(plan, KEYS)


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (_system, ONE),
        (_user, ONE),
        (crontab, FILES),
        (launch_agents, FILES),
        (workflows, BY_ENVIRONMENT),
    ],
)
def test_units_differ_in_their_comments_alone(
    tmp_path: Path, make: Callable[[Plan], Units], text: str
) -> None:
    """What a scheduler reads is the same in every language; what a person reads is not."""
    plan = plan_of(tmp_path, text)
    english = make(plan)
    with speaking("zh"):
        chinese = make(plan_of(tmp_path, text))
    for one, other in zip(english.files, chinese.files, strict=True):
        assert one.name == other.name
        assert _read(one.text) == _read(other.text)
    assert "安装步骤：" in chinese.files[0].text
    assert all(re.search(r"[\u4e00-\u9fff]", note) for note in chinese.notes)


def _read(text: str) -> object:
    """What is left of a file without its comments."""
    if text.startswith("<?xml"):
        return plistlib.loads(text.encode(), fmt=plistlib.FMT_XML)
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_a_schedule_that_cannot_be_said(tmp_path: Path) -> None:
    """What is in the way, and the intervals that would do."""
    plan = plan_of(tmp_path, FILES + 'every = "7h"', PLACE)
    with speaking("zh"), pytest.raises(ScheduleError) as raised:
        crontab(plan)
    what, remedy = str(raised.value).splitlines()
    assert what == "every = '7h' 无法用 cron 表示：不能整除"
    assert remedy.startswith("  下一步：改用 6h")


def test_what_a_backup_cannot_have() -> None:
    """What is older than a list shows, and where to get it."""
    catalogue = load_catalogue("okx")
    with speaking("zh"):
        missing = not_available(catalogue, tuple(catalogue.history.values()), ())
    told = {each.what: each for each in missing}
    fills = told["成交记录（超过 90 天的部分）"]
    assert fills.why == "trade/fills-history 只提供最近 90 天的数据"
    assert fills.where == "登录 www.okx.com：资产 > 订单中心（Order center），可导出"


def test_a_manifest_is_in_the_language_of_the_last_run(tmp_path: Path) -> None:
    """A list that an earlier run named in another language is named anew."""
    vault = Vault(tmp_path / "saved", only=("asset/bills-history",))
    with vault.in_memory():
        vault.save()
        with speaking("zh"):
            (record,) = vault.save().lists
    assert (record.request, record.what) == ("asset/bills-history", "资金账户账单")


def test_what_was_wrong_with_an_answer() -> None:
    """It is kept as a sentence and its values, and put into words where it is shown."""
    reason = Reason(cause=Cause.BAD_BODY, text="no {field}", values=(("field", "data"),))
    assert reason_text(reason).endswith(": no data")
    with speaking("zh"):
        assert reason_text(reason).endswith("：缺少 data")


def test_what_the_exchange_says_stays_as_it_is() -> None:
    """Its words are nobody's sentence, whatever they look like."""
    reason = Reason(cause=Cause.EXCHANGE_CODE, code="7", text="no {field}")
    not_scanned = Reason(cause=Cause.NOT_ASKED, text="the key of {name} is gone")
    with speaking("zh"):
        assert reason_text(reason) == "7 no {field}"
        assert reason_text(not_scanned).endswith("the key of {name} is gone")


def test_a_restriction() -> None:
    """One that a flag shows is told in a sentence of ours; its fingerprint is the same."""
    item = restricted("canTrade", "spot: {flag} is false", flag="canTrade")
    assert item.text == "spot: canTrade is false"
    assert said(item).subject == said(Restriction(code=item.code, text=item.text)).subject
    words = Sentences(RULES_BY_ID, load_policy("binance"))
    assert "canTrade spot: canTrade is false" in words.message(said(item))
    with speaking("zh"):
        assert "现货：canTrade 为 false" in words.message(said(item))
        theirs = Restriction(code="51024", text="spot: {flag} is false")
        assert "spot: {flag} is false" in words.message(said(theirs))
