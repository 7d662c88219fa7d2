"""What no request of Binance's API gives, and where a person gets it."""

from typing import Final

from readiness.exchanges.binance.catalogue.history.shared import (
    FUTURES_HISTORY,
    MARGIN_HISTORY,
    STATEMENTS,
)
from readiness.exchanges.history import NotAvailable

NOT_AVAILABLE: Final = (
    NotAvailable(
        what="account statements and tax reports",
        why="they are made on the website, for up to a year each, and no request returns one",
        where=STATEMENTS,
    ),
    NotAvailable(
        what="spot orders and trades of pairs that Binance lists no more",
        why="each pair has to be asked about by name, and a pair that was removed has none",
        where="Binance website: Orders, Spot order, Order history and Trade history, export",
    ),
    NotAvailable(
        what="spot orders that ended without a trade more than 90 days ago",
        why="Binance archives them, and its API may leave them out",
        where="Binance website: Orders, Spot order, Order history, export",
    ),
    NotAvailable(
        what="margin orders and trades of pairs that are not on margin any more",
        why="such pairs are not asked about for orders, and may be refused for trades",
        where=MARGIN_HISTORY,
    ),
    NotAvailable(
        what="isolated margin pairs that the account does not show any more",
        why="each pair has to be asked about by name, and only the account tells the names",
        where=MARGIN_HISTORY,
    ),
    NotAvailable(
        what="futures contracts that Binance lists no more",
        why="each contract has to be asked about by name; the ledger of three months has them",
        where=FUTURES_HISTORY,
    ),
    NotAvailable(
        what="futures orders that ended without a trade more than three days ago",
        why="Binance does not show them to any request",
        where=FUTURES_HISTORY,
    ),
    NotAvailable(
        what="changes of the margin of futures positions",
        why="Binance asks for a key that may trade, and shows 30 days",
        where=FUTURES_HISTORY,
    ),
    NotAvailable(
        what="trades of options that expired without being exercised",
        why="each contract has to be asked about by name, and expired ones are not listed",
        where="Binance website: Orders, Options order, export; or an account statement",
    ),
    NotAvailable(
        what="conditional orders of portfolio margin in the older service",
        why="the service is being retired; what they led to is among the orders",
        where=FUTURES_HISTORY,
    ),
    NotAvailable(
        what="TWAP and VP orders, and block trades of options",
        why="Binance shows them to keys that may trade only",
        where="Binance website: Orders, Algo orders; Options, Block trade",
    ),
    NotAvailable(
        what="trading bots, copied and leading portfolios",
        why="no request shows them",
        where="Binance app: Trading Bots, History; Copy Trading, History",
    ),
    NotAvailable(
        what="Auto-Invest, Launchpool, Megadrop, structured products but dual investments",
        why="Binance documents no list of them",
        where="Binance app: Assets, Earn, History; or an account statement",
    ),
    NotAvailable(
        what="loans with a fixed rate, the first flexible loans, and old savings products",
        why="Binance has retired the requests with the products",
        where="Binance website: Orders, Loan history; or an account statement",
    ),
    NotAvailable(
        what="BETH rewards from before WBETH",
        why="Binance documents no list of them any more",
        where="Binance website: Assets, Earn, History, ETH Staking",
    ),
    NotAvailable(
        what="Binance Card",
        why="no request shows it",
        where="Binance app: Card, Transactions",
    ),
    NotAvailable(
        what="gift cards",
        why="there is no list of them; a card can only be asked about by its number",
        where="Binance app: Gift Card, My cards",
    ),
    NotAvailable(
        what="addresses and phone numbers of people whom Pay reached",
        why="they are about somebody else, so they are left out of what is saved",
        where="Binance app: Pay, Transaction history",
    ),
    NotAvailable(
        what="answers given for the travel rule",
        why="they are about other people; the deposits and withdrawals themselves are saved",
        where="Binance website: Assets, History, Deposit and Withdraw",
    ),
    NotAvailable(
        what="mining by worker, hashrate resale and referral of the pool",
        why="the requests want the name of the mining account, which no request tells",
        where="https://pool.binance.com",
    ),
    NotAvailable(
        what="managed sub-accounts, and clients of a broker",
        why="their lists are for trading teams, investors and brokers, each with a key of its own",
        where="Binance website: Account, Sub-accounts, Managed",
    ),
    NotAvailable(
        what="orders and trades of sub-accounts",
        why="a main account's key does not show them: save each with its own read-only key",
        where="Binance website, as that sub-account: Orders, export",
    ),
    NotAvailable(
        what="P2P advertisements, appeals and chats",
        why="the API lists orders of the last six months and no more",
        where="https://c2c.binance.com/en/fiatOrder",
    ),
)
