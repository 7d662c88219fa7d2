"""The shape of ``[notify]``."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from readiness.config.errors import WrongValueError
from readiness.config.notify_urls import check_written_url
from readiness.config.shapes import Table, text_under
from readiness.language import say

TopicName: TypeAlias = Literal["change", "ready", "blind", "closing", "failed", "amount"]

PLACES: Final = ("keyring", "env", "directory")
"""Where a URL can be, other than in the file itself."""


def _url(text: str) -> str:
    if text in PLACES:
        return text
    if "://" not in text:
        raise WrongValueError(
            say("is neither a place nor a web address"),
            say('write "keyring", "env" or "directory", or a web address that holds no secret'),
        )
    return check_written_url(text)


class TargetTable(Table):
    """``[notify.targets.NAME]``."""

    kind: Literal["apprise", "webhook", "ping"] = Field(
        description='what it is: "apprise", "webhook" or "ping"'
    )
    url: Annotated[str, text_under(_url)] = Field(
        default="keyring",
        description='where its URL is: "keyring", "env" or "directory"; or the URL itself',
    )
    on: list[TopicName] | None = Field(
        default=None,
        description="what it is told of, an array of: "
        '"change", "ready", "blind", "closing", "failed", "amount"',
    )
    accounts: list[str] | None = Field(
        default=None, description='the accounts it is told of, such as ["okx-main"]'
    )
    start: bool = Field(
        default=False, description="for a ping: whether it is told when a scan begins as well"
    )


class NotifyTable(Table):
    """``[notify]``."""

    on: list[TopicName] = Field(
        default=["change", "ready", "blind", "closing", "failed"],
        description="what targets are told of, an array of: "
        '"change", "ready", "blind", "closing", "failed", "amount"',
    )
    blind_runs: int = Field(
        default=3,
        ge=1,
        le=10_000,
        description="scans in a row that could not look everywhere until it is told, such as 3",
    )
    amounts: bool = Field(default=False, description="whether messages contain amounts")
    targets: dict[str, TargetTable] = Field(
        default_factory=dict, description="one table for each target: [notify.targets.NAME]"
    )
