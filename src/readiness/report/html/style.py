"""The page's style sheet, and the policy that allows it and nothing else."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

_POLICY: Final = (
    "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
)


@cache
def style_sheet() -> str:
    """The one style sheet, as it stands between the tags."""
    return files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def content_policy() -> str:
    """The Content-Security-Policy: this style sheet, and nothing else whatsoever.

    The style sheet is named by its hash, so that a style which a name smuggles in is as
    dead as a script.
    """
    digest = b64encode(sha256(style_sheet().encode("utf-8")).digest()).decode("ascii")
    return _POLICY.format(digest=digest)
