"""Sub-accounts, and what all members of an account are worth."""

from pydantic import Field

from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText


class SubMember(CamelRow):
    """``user/query-sub-members``, ``user/submembers`` and ``user/escrow_sub_members``."""

    uid: WireName
    username: WireText = ""
    member_type: WireText
    status: WireText


class SubMemberIds(CamelRow):
    """``asset/transfer/query-sub-member-list``: numbers alone."""

    sub_member_ids: list[WireName]
    transferable_sub_member_ids: list[WireName]


class MemberPart(CamelRow):
    """One account type of a member; ``stat`` is 0 unless a back end did not answer."""

    type: WireText
    origb: WireAmount
    stat: WireText


class Member(CamelRow):
    """The main account, or a sub-account that the user interface may not show."""

    uid: WireName
    is_m: bool = False
    type: WireText = ""
    origb: WireAmount
    stat: WireText
    items: list[MemberPart]


class MembersTotal(CamelRow):
    """``asset/total-members-assets``; values are in USD."""

    total: WireAmount
    stat: WireText
    members: list[Member] = Field(alias="list")
