"""Which URLs notifications may be sent to.

As for API addresses, the rules list what is allowed. No message quotes a URL: it often
holds a secret, in its path, its query or even its host.
"""

import re
from typing import Final

from readiness.config.addresses import is_loopback, port_exists
from readiness.config.errors import WrongValueError
from readiness.language import message, say, translate

_WEB: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?P<port>:[1-9][0-9]{0,4})?"
    r"(?P<path>/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?P<query>\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?",
    re.ASCII | re.IGNORECASE,
)
_SERVICE: Final = re.compile(r"[a-z][a-z0-9.+-]*://\S+", re.ASCII | re.IGNORECASE)
_LONGEST: Final = 4096
_IN_THE_KEYRING: Final = message(
    'set url = "keyring" and store it with `readiness notify set NAME`, '
    'or use url = "env" or "directory"'
)


def check_web_url(url: str) -> str:
    """Check the URL of a webhook or a ping; it is returned as it was given.

    Raises:
        WrongValueError: it is not a plain https URL (or http to this machine).
    """
    match = _WEB.fullmatch(url) if len(url) <= _LONGEST else None
    if match is None or not port_exists(match["port"]):
        raise WrongValueError(
            say("is not a plain web address"),
            say("write https://HOST/PATH, without user name, fragment, spaces and other scripts"),
        )
    if match["scheme"].lower() == "http" and not is_loopback(match["host"].lower()):
        raise WrongValueError(
            say("is http, which anybody on the way can read"),
            say("use https; http is for this machine only (http://127.0.0.1:PORT/)"),
        )
    return url


def check_service_url(url: str) -> str:
    """Check the form of an apprise URL; it is returned as it was given.

    Raises:
        WrongValueError: it is none.
    """
    fits = len(url) <= _LONGEST and url.isprintable() and _SERVICE.fullmatch(url)
    if not fits:
        raise WrongValueError(
            say("is not an apprise URL"), say("write it as apprise documents it: SERVICE://...")
        )
    return url


def check_written_url(url: str) -> str:
    """Check a web address that stands in the configuration file itself.

    Raises:
        WrongValueError: it is none, or has a part in which secrets are usual.
    """
    check_web_url(url)
    if "?" in url:
        raise WrongValueError(
            say("has a query, in which secrets are usual"), translate(_IN_THE_KEYRING)
        )
    return url
