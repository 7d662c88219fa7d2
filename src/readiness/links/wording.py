"""The sentences about links, by code."""

from typing import Final

REASONS: Final = {
    # What the host is
    "official-host": "{host} is an official host of {exchange}: {what}.",
    "official-domain": "The host belongs to {domain}, an official domain of {exchange}.",
    "namesake": "{who}",
    "said": (
        "{host} is said to belong to {exchange}, but no page of the exchange that was read for "
        "this tool shows it."
    ),
    "carries-name": (
        "It carries the name of {exchange} but belongs to {registered}, which is no domain that "
        "{exchange} is known for."
    ),
    "looks-like-name": (
        '"{label}" only looks like the name of {exchange}: other letters or digits stand in for '
        "the right ones. It belongs to {registered}."
    ),
    "near-name": (
        '"{label}" is nearly the name of {exchange}, but not quite. It belongs to {registered}.'
    ),
    "common-word": (
        '"{label}" may stand for {exchange} or for something else; {registered} is no domain that '
        "the exchange is known for."
    ),
    "nothing-known": "Nothing is known about {registered}.",
    "suffix": "{host} is no host of anybody: nobody can register a name like this.",
    "host-is-number": "It leads to an address in numbers, {host}, which no exchange asks for.",
    "shortener": "{host} sends on to somewhere else, which cannot be seen without following it.",
    "chat": "{host} opens a conversation or a channel. Anybody can give themselves any name there.",
    "store": (
        "It leads to an app store ({host}). Whose app that is cannot be told without looking there."
    ),
    "store-said": (
        "It leads to an entry in an app store that is said to be the app of {exchange}; whose it "
        "is has to be looked at there."
    ),
    "mixed-scripts": '"{label}" mixes letters of several scripts, as only lookalikes do.',
    # Hosts that are none
    "host-empty": "It names no host.",
    "host-empty-label": '"{host}" is no valid host: something is missing between its dots.',
    "host-letters": '"{host}" is no valid host.',
    "host-separators": (
        '"{host}" is no valid host: signs that usually end a host are hidden in it.'
    ),
    "host-number": '"{host}" is neither a valid address in numbers nor a valid name.',
    "host-too-long": "The host is longer than any host can be.",
    # How it is written
    "host-percent": "Its host is written with percent signs, which programs read differently.",
    "host-mapped": (
        "Its host is written with unusual forms of letters or dots. A browser takes it for "
        "{host}; other programs may not."
    ),
    "host-dot": "Its host ends with a dot, which some programs treat as another host.",
    "host-label": "Its host has a form that nobody can register, so programs treat it differently.",
    "host-punycode": "A part of its host is encoded in a way that cannot be read.",
    "line-break": "A tab or line break is hidden in it, which programs treat differently.",
    "hidden": "Characters that do not show are hidden in it.",
    "space": "A blank stands in it, where some programs stop reading.",
    "backslash": "A backslash stands in it, which programs read differently.",
    "slashes": "Not exactly two slashes follow the colon, which programs read differently.",
    "userinfo": "Something stands before an @ sign: what follows the sign is the host.",
    "late-at": "An @ sign follows the host at once; careless programs go to what stands behind it.",
    "two-hosts": "Some programs take {host} for its host, others {other}.",
    "name-before-at": (
        "The name of {exchange} stands before an @ sign, where it means nothing: the link goes to "
        "{host}."
    ),
    "host-after-at": "It shows a host of {exchange} behind an @ sign, but goes to {host}.",
    "port": "It asks for an unusual port.",
    "port-invalid": "Its port is no port.",
    "http": "It is not encrypted (http): whoever is on the way can answer in the exchange's place.",
    "other-web-scheme": "It begins with {scheme}://, which is no address of a page.",
    "defanged": "It is written so that it cannot be clicked; read as {link}",
    "shows-other": "Its text shows {shown}, but it goes to {target}.",
    # What follows the host
    "referral-parameter": 'It carries a referral ("{name}"): somebody is paid when you follow it.',
    "referral-path": (
        'It is an invitation or a referral ("/{part}"): somebody is paid when you follow it.'
    ),
    "referral-host": (
        'Its host begins with "{label}": the exchange gives out referral links there, and '
        "somebody is paid when you follow one."
    ),
    "short-path": '"/{part}" is a short link of the exchange; where it ends cannot be seen.',
    "installer": (
        "It leads to a file that installs or hides a program (.{ending}), and not on a host of an "
        "exchange."
    ),
    "installer-official": (
        "It leads to a file that installs or hides a program (.{ending}) past the checks of the "
        "app stores. Closing an account needs no such file."
    ),
    "download-page": 'It offers a download ("{word}") in the name of an exchange.',
    "named-behind": "It names {exchange} behind a host that is not known to be the exchange's.",
    "onward": "It leads on to {target}.",
    "onward-deep": "It leads on and on.",
    "onward-many": "It leads on to more addresses than were looked at.",
    # Links to something else
    "installing-scheme": "It begins with {scheme}:, which installs or starts a program at once.",
    "running-scheme": (
        "It begins with {scheme}:, so it leads to no host: it runs or shows what it carries itself."
    ),
    "talking-scheme": "It begins with {scheme}:, so it opens a conversation with somebody.",
    "other-scheme": "It begins with {scheme}:, so it leads to no page that could be compared.",
    "mail-official": (
        "E-mail addresses of {exchange} end in {domain}. A sender's address can be forged."
    ),
    "mail-domain": (
        "{domain} belongs to {exchange}; whether it is used for e-mail was not read anywhere. A "
        "sender's address can be forged."
    ),
    "mail-invalid": '"{address}" is no valid e-mail address.',
    "mail-name": (
        "The name of {exchange} stands before the @ sign of an e-mail address, where anybody can "
        "write anything: it belongs to {domain}."
    ),
}

ADVICE: Final = {
    "official": "Log in only if you wanted to come here.",
    "unknown": "Do not log in there, and enter nothing.",
    "lookalike": "Do not open it. Type the exchange's address yourself.",
    "download": "Do not open it, and install nothing from it.",
    "referral": "Do not use it. Type the exchange's address yourself.",
}

VERDICTS: Final = {
    "official": "official",
    "trap": "TRAP",
    "unknown": "unknown address",
}

KINDS: Final = {
    "lookalike": "lookalike",
    "download": "download",
    "referral": "referral",
}

SUMMARIES: Final = {
    "official": "Every link leads to an official host.",
    "trap": "At least one is a trap.",
    "unknown": "Not everything is proved official. Unknown is not fine.",
}

NOTES: Final = {
    "no-link": "There is no link in it, so nothing was judged official.",
    "file": (
        "There is a file of that name, and it was read; the name was judged as a link too. Put ./ "
        "before it if only the file is meant."
    ),
    "image": "It is a picture. Links in pictures, such as QR codes, are not read.",
    "packed": "It is a packed or formatted document. Only links that stand in it openly are read.",
    "not-text": "Not all of it is text. What is not was passed over.",
    "cut": "Only the first {most} MB were read.",
    "many": "Only the first {links} different links were judged.",
}
