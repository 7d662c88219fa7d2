"""All rules, in the order in which they speak. Registration is explicit, one line each."""

from typing import Final

from readiness.rules import (
    account_wide_holding,
    acting_setting,
    bot_money,
    collateral_locked,
    copy_trading_money,
    copy_trading_tie,
    could_not_look,
    debt,
    decisions,
    earn_holding,
    key_refused,
    lent_money,
    look_yourself,
    money_moved,
    open_order,
    open_position,
    pending_transfer,
    redemption,
    restricted_account,
    running_bot,
    sniper_money,
    sub_account_exists,
    totals_differ,
    trial_fund,
    unexplained_money,
    wallet_not_empty,
)
from readiness.rules.interface import Rule

RULES: Final[tuple[Rule, ...]] = (
    key_refused.RULE,
    restricted_account.RULE,
    acting_setting.RULE,
    running_bot.RULE,
    copy_trading_tie.RULE,
    lent_money.RULE,
    bot_money.RULE,
    copy_trading_money.RULE,
    sniper_money.RULE,
    open_order.RULE,
    open_position.RULE,
    debt.RULE,
    collateral_locked.RULE,
    earn_holding.RULE,
    account_wide_holding.RULE,
    redemption.RULE,
    pending_transfer.RULE,
    sub_account_exists.RULE,
    unexplained_money.RULE,
    wallet_not_empty.RULE,
    could_not_look.RULE,
    totals_differ.RULE,
    money_moved.RULE,
    look_yourself.RULE,
    trial_fund.RULE,
    decisions.RULE,
)

RULES_BY_ID: Final[dict[str, Rule]] = {rule.id: rule for rule in RULES}
