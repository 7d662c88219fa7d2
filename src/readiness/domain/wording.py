"""What a thing is called for which the exchange has no word; all other words are the exchange's.

Subjects and values of findings are made of these, so they never change.
"""

from typing import Final

CONVERT_LIMIT: Final = "Convert limit"
P2P_IN_TROUBLE: Final = "P2P, in dispute or frozen"
VIP_APPLICATION: Final = "VIP loan application"
BLOCK_TRADING: Final = "block trading"
BORROW_ORDER: Final = "fixed-rate borrow order"
LENDING_ORDER: Final = "fixed-rate lending order"
EASY_CONVERT: Final = "easy convert"
HASHRATE_RESALE: Final = "hashrate resale"
LIQUIDATION_LOAN: Final = "liquidation loan"
MAKER_OFFER: Final = "maker offer"
NFT: Final = "non-fungible token"
NO_DATE: Final = "no date told"
NOT_DOCUMENTED: Final = "not documented"
NOT_SHOWN: Final = "not shown"
ONE_CLICK_REPAY: Final = "one-click repay"
TOKENIZED_STOCK: Final = "tokenized stock"
UNCLAIMED_REWARD: Final = "unclaimed reward"

OURS: Final = frozenset(
    {
        CONVERT_LIMIT,
        P2P_IN_TROUBLE,
        VIP_APPLICATION,
        BLOCK_TRADING,
        BORROW_ORDER,
        LENDING_ORDER,
        EASY_CONVERT,
        HASHRATE_RESALE,
        LIQUIDATION_LOAN,
        MAKER_OFFER,
        NFT,
        NO_DATE,
        NOT_DOCUMENTED,
        NOT_SHOWN,
        ONE_CLICK_REPAY,
        TOKENIZED_STOCK,
        UNCLAIMED_REWARD,
    }
)
"""All of them: whoever shows one, does so in the reader's language."""
