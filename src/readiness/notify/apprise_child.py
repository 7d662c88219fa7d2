"""Sends messages with apprise, in a process of its own.

Run as a script by :mod:`readiness.notify.apprise`. A library with a hundred services in
it logs, patches and waits as it likes; here it can do so without the tool's keys in
reach, and be ended when its time is up. It reads one JSON object from stdin and says by
its exit code how it went, and nothing else: what it would print may hold the URL.
"""

import json
import logging
import sys
from typing import Any, Final

SENT: Final = 0
NO_SUCH_SERVICE: Final = 3
NOT_SENT: Final = 4
NOT_INSTALLED: Final = 5
TOO_OLD: Final = 6
"""It cannot be told what it must not do, such as following a redirect."""

_ASSET: Final[dict[str, Any]] = {
    "app_id": "readiness",
    "app_desc": "readiness",
    "app_url": "",
    "async_mode": False,
    "http_redirects": False,
    "image_path_mask": "",
    "image_url_logo": "",
    "image_url_mask": "",
    "interpret_emojis": False,
    "interpret_escapes": False,
    "pem_autogen": False,
    "pgp_autogen": False,
}
"""What apprise says of the sender, and what it must not do: fetch, keep or interpret."""


def main() -> int:
    """Send what stdin says; the exit code is the answer."""
    logging.disable(logging.CRITICAL)
    try:
        import apprise
    except ImportError:
        return NOT_INSTALLED
    if not all(hasattr(apprise.AppriseAsset, name) for name in _ASSET):
        return TOO_OLD
    order = json.load(sys.stdin)
    asset = apprise.AppriseAsset(storage_mode="memory", **_ASSET)
    service = apprise.Apprise.instantiate(order["url"], asset=asset, suppress_exceptions=True)
    if service is None:
        return NO_SUCH_SERVICE
    sender = apprise.Apprise(asset=asset)
    sender.add(service)
    # Every message is tried, whatever became of the one before.
    sent = [
        sender.notify(
            title=message["title"],
            body=message["body"],
            body_format=apprise.NotifyFormat.TEXT,
            interpret_escapes=False,
        )
        for message in order["messages"]
    ]
    return SENT if all(sent) else NOT_SENT


if __name__ == "__main__":
    sys.exit(main())
