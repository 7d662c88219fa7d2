"""The words of the message to an exchange's support, and of what stands below it."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.verdict import Verdict
from readiness.language import Plural

GREETING: Final = "Hello,"
WISH: Final = (
    "I want to close my account at {exchange}, and the closing is refused. Please tell me what "
    "still prevents it."
)
WISH_REQUESTED: Final = (
    "On {day} I asked for the closing of my account at {exchange}. Please tell me how it stands, "
    "and what still prevents it."
)
USER_ID: Final = "User id: {uid} (the whole of it only in your own form)."
NO_USER_ID: Final = "My user id I give in your own form."
CHECKED: Final = (
    "Checked on {day} through your API, by readiness {version}, a program that can only read; "
    "nothing was changed."
)
NOT_CHECKED: Final = (
    "As of {day}, by readiness {version}, a program that can only read; your API was asked nothing."
)

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.REFUSED: "The check got no further than the API key.",
    Verdict.BLOCKED: "Your API still shows something in the way; it is listed below.",
    Verdict.INCOMPLETE: (
        "Your API showed nothing in the way, but not every place could be looked at, or your own "
        "totals show more."
    ),
    Verdict.UNCONFIRMED: (
        "All that your API shows is clear. Some things that no API shows I have still to look at."
    ),
    Verdict.CLOSING: "While the request waits, I leave the account alone.",
    Verdict.READY: (
        "All that your API shows is clear, and I have looked at what no API shows: I cannot find "
        "what prevents the closing."
    ),
}
EXCEPT: Final = "This leaves out what is there with my knowledge; it is listed below."
WAITING: Final = Plural(
    "As far as I know, the request waits for one day, until {ends_on}.",
    "As far as I know, the request waits for {count} days, until {ends_on}.",
)

YOUR_SIDE: Final = "What your own side names:"
FOUND: Final = "What the check found in the account:"
NOT_SEEN: Final = "What the check could not see:"
CODES: Final = "Error codes of your API:"
ACCEPTED: Final = "What is there with my knowledge:"
SUB_ACCOUNTS: Final = "Sub-accounts that exist:"
NOT_LOOKED: Final = "What no API shows, and I have not confirmed yet:"
LOOKED: Final = "What no API shows, and I have looked at:"
CLEAR: Final = "What your API shows as clear:"

KEY_REJECTED: Final = "{place}: a key is rejected, {reason}"
CLEAR_IN: Final = "in sub-account {scope}: {areas}"
LOOKED_ON: Final = "{place}, on {day}"
WITHOUT_AMOUNT: Final = "{title}: {place}, {subject}"
CODE_SAID: Final = '{code} "{text}", to {requests}'
CODE_DOCUMENTED: Final = "{code}, documented as: {meaning}; to {requests}"
CODE_ALONE: Final = "{code}, to {requests}"
HTTP: Final = "HTTP {code}"
NO_REQUEST: Final = "the check as a whole"
MORE: Final = Plural(
    "and {count} more, which I can name on request",
    "and {count} more, which I can name on request",
)

QUESTIONS: Final = "My questions:"
WHAT_BLOCKS: Final = (
    "Which entry still prevents the closing? Please name each one with its product, asset and "
    "amount, in the main account and in sub-accounts."
)
WHERE_TO_SEE: Final = (
    "If your systems show something that your API does not: where can I see it and clear it?"
)
ANYTHING_UNSEEN: Final = "Is there anything in the places that the check could not see?"
RESTRICTION: Final = "What do you need from me to lift the restriction, and how long will it take?"
REJECTED: Final = "Is the account closed, is it restricted, or is only this API key not valid?"
FORFEIT: Final = (
    "Can what is too small to be withdrawn or converted be given up, so that the account can be "
    "closed? If so, how do I agree to it? Assets that are still there: {assets}."
)
STAYS: Final = "Does what is there with my knowledge prevent the closing?"
SUBS: Final = (
    "Do the sub-accounts close with the main account, or do they have to be deleted first?"
)
HOW_LONG: Final = (
    "On which day does a waiting period begin, how many days is it, and does a login, a deposit "
    "or an API request meanwhile end it?"
)
WHEN_DONE: Final = "How will you tell me that the account is closed?"
THANKS: Final = "Thank you."

END: Final = "The message ends above this line. What follows is for you."
BEFORE_SENDING: Final = "Before you send it"
BEFORE_SENDING_POINTS: Final = (
    "Clear first what you can clear yourself, in the order of the report: support helps with the "
    "rest.",
    "Add what the app or the website said when it refused, and when that was: this tool does not "
    "know it.",
    "Read it: it tells what is in your account. `--no-amounts` leaves the amounts out.",
    "Send it only through the channels below, opened by yourself, and logged in there.",
    "Give the whole user id in the exchange's own form, and nothing else that it does not ask for.",
)

STALE: Final = (
    "the last scan of {account} is of {day}: more than a day old, and the account may look "
    "different now"
)
LATER: Final = "a scan of {account} after {day} brought nothing ({ending}): the message is older"
SCAN_FIRST: Final = "readiness scan {account}"
NO_SCAN: Final = "no scan of {account} is recorded, and the message is made of one"
NOT_RECORDING: Final = "the history is switched off, and the message is made of a recorded scan"
RECORD: Final = "enabled = true in [history], then: readiness scan {account}"
KEY_REFUSED: Final = (
    "the last scan of {account} was refused because of its key: the message can say little more"
)
