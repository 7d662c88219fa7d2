"""The words of the annotations of a workflow run."""

from typing import Final

from readiness.language import message

VERDICT: Final = message("{account} ({exchange}): {verdict}")
FINDING: Final = message("{account}: {action}")
MORE: Final = message("{count} more")
MORE_OF_THIS_KIND: Final = message(
    "{count} more of this kind are not shown: GitHub shows at most 10. The job summary and "
    "the other formats have more."
)
