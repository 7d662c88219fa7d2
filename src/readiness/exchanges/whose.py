"""One answer that tells of all sub-accounts: what it tells of which of them."""

from collections.abc import Collection
from dataclasses import replace

from readiness.domain.answer import Cause, Reason
from readiness.domain.area import Area
from readiness.domain.items import SubAccount
from readiness.exchanges.catalogue import Feed
from readiness.exchanges.collect import Fetched
from readiness.exchanges.reader import Read
from readiness.language import message


def of_the_main_account(fetched: Fetched) -> Fetched:
    """What it tells of the account above them: which there are."""
    names = [feed for feed in fetched.request.feeds if feed.area is Area.SUB_ACCOUNTS]
    return _with(fetched, names, fetched.read)


def of_one(fetched: Fetched, sub_account: SubAccount) -> Fetched:
    """What it tells of one of them; an answer that leaves one out has shown nothing of it."""
    request, read = fetched.request, fetched.read
    assert request.whose is not None  # noqa: S101 - the caller's duty
    names = {sub_account.name, sub_account.uid} - {""}
    rows = tuple(row for row in read.rows if request.whose(row) in names)
    if rows or read.reasons:
        read = Read(rows, read.evidence, read.reasons)
    else:
        text = message("the answer leaves this sub-account out")
        reason = Reason(cause=Cause.BAD_BODY, request=request.id, text=text, attempts=1)
        read = Read(reasons=(reason,))
    feeds = [feed for feed in request.feeds if feed.area is not Area.SUB_ACCOUNTS]
    return _with(fetched, feeds, read)


def _with(fetched: Fetched, feeds: Collection[Feed], read: Read) -> Fetched:
    return Fetched(replace(fetched.request, feeds=tuple(feeds)), read)
