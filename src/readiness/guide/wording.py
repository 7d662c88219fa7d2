"""The words of a guide; what is said of an exchange stands in its policy."""

from collections.abc import Mapping
from typing import Final

from readiness.domain.guidance import Kind, Stage
from readiness.domain.official import Store
from readiness.domain.sourced import Basis, Confidence
from readiness.language import Plural

TITLE: Final = "Closing an account at {exchange}"
LEAD: Final = (
    "What is known about it, and what is not. Below each statement stand the page it is taken "
    "from, the day that page was read, and how well founded it is.",
    "Where the exchange's own app or site tells you something else, that counts.",
)

STAGES: Final[Mapping[Stage, str]] = {
    Stage.BEFORE: "Before",
    Stage.DURING: "During",
    Stage.AFTER: "After",
}
KINDS: Final[Mapping[Kind, str]] = {
    Kind.PREREQUISITE: "What has to be so first",
    Kind.REFUSAL: "Why it may be refused",
    Kind.DELAY: "What takes its time",
    Kind.SAVE: "What to save",
    Kind.PATH: "The official way",
    Kind.TERMS: "What the exchange says about it",
    Kind.WAITING: "Waiting periods",
    Kind.LOST: "What is lost",
    Kind.DATA: "What the exchange keeps",
    Kind.REGION: "Where it is different",
    Kind.UNKNOWN: "What is not known",
}

FEET: Final[Mapping[Basis, str]] = {
    Basis.OFFICIAL: "{source}, read on {checked}, confidence: {confidence}",
    Basis.COPY: (
        "{source}, read on {checked} in a copy that was not compared with that page, "
        "confidence: {confidence}"
    ),
    Basis.REPORT: "{source}, as others told on {checked}, confidence: {confidence}",
    Basis.ABSENCE: (
        "{source}, looked for on {checked} and not found or not readable, confidence: {confidence}"
    ),
}
CONFIDENCE: Final[Mapping[Confidence, str]] = {
    Confidence.HIGH: "high",
    Confidence.MEDIUM: "medium",
    Confidence.LOW: "low",
}

MANUAL: Final = "What no API shows"
MANUAL_LEAD: Final = (
    "Look at each of these yourself. What you write down becomes a [[confirm]] entry in the "
    "configuration: readiness confirm ACCOUNT ITEM...",
)
MANUAL_ITEM: Final = "{title}: {why}."
CONFIRMED_AS: Final = Plural(
    'item = "{item}", counts for {count} day', 'item = "{item}", counts for {count} days'
)
COVERS: Final = "it settles as well: {areas}"

ENTRIES: Final = "Where it begins"
ENTRY: Final = "{title}: {url}"

COUNTED_DAYS: Final = "What the tool counts"
WAITING: Final = Plural(
    "`readiness closure requested` counts {count} day unless you give the number: {meaning}.",
    "`readiness closure requested` counts {count} days unless you give the number: {meaning}.",
)
NO_WAITING: Final = (
    "`readiness closure requested` asks you for the number of days (`--wait-days`): none is "
    "known that could be taken."
)

TOOL: Final = "Where this tool helps"
TOOL_LEAD: Final = ("It can read and nothing else. The closing itself is yours.",)
TOOL_POINTS: Final = (
    "What is still in the way, where, and what could not be seen: readiness scan ACCOUNT",
    "Write down what you have looked at: readiness confirm ACCOUNT ITEM...",
    "Save the history that goes with the account: readiness backup ACCOUNT --to DIR",
    "The message for the exchange's support, if it still refuses: readiness support ACCOUNT",
    "Whether a link leads to the exchange: readiness check-link URL",
    "Once you have asked for the closing, so that nothing is sent meanwhile: "
    "readiness closure requested ACCOUNT",
)

CHANNELS: Final = "Official support"
CHANNEL: Final = "{title}. {how}"

SIGNS: Final = "Signs of a false channel"
SIGNS_LEAD: Final = ("The exchange's own words, as far as they could be read:",)
ADVICE: Final = "With any exchange"
ADVICE_POINTS: Final = (
    "No exchange's staff ever asks for an API key or its secret, a password, a verification "
    "code, a seed phrase, remote access to your device, or a transfer, not even to verify or "
    "unlock an account. Whoever asks is no staff.",
    "Support that writes or calls first is false. Begin every conversation yourself, from the "
    "app or from an address that you typed.",
    "A number, an address or a group that a search, an advertisement or a stranger shows you is "
    "not thereby official. Help pages are copied whole, by sites of many names.",
    "Nobody can speed up a closing or free money for a fee.",
)

OFFICIAL: Final = "What is official"
OFFICIAL_LEAD: Final = (
    "An address is the exchange's if its host is one of these domains, or ends in one of them "
    "after a dot. The same name before a hyphen or inside of a longer name means nothing.",
)
APPS: Final[Mapping[Store, str]] = {
    Store.APPLE: "App in Apple's App Store: {id}",
    Store.GOOGLE: "App in Google Play: {id}",
}
NAMESAKE: Final = "{domain}: {who}"

NO_SUCH_EXCHANGE: Final = "There is no exchange '{exchange}'."
NEAREST: Final = "Did you mean '{name}'?"
NAME_ONE_OF: Final = "name {known}"
