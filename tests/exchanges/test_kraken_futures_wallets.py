"""Which wallets an answer of Kraken Futures has to tell of, whatever is in them."""

import pytest
from tests.exchanges.test_states import filled

from readiness.exchanges.registry import load_catalogue


@pytest.mark.parametrize(
    ("names", "complete"),
    [
        (("cash", "flex"), True),
        (("flex", "fi_xbtusd", "cash"), True),
        (("cash",), False),
        (("flex",), False),
        (("cash", "fi_xbtusd"), False),
        ((), False),
    ],
)
def test_every_account_has_two(names: tuple[str, ...], *, complete: bool) -> None:
    """Without one of them the answer is not what is documented: the money may be in that one."""
    request = load_catalogue("kraken-futures")["derivatives/api/v3/accounts"]
    rows = [filled(request.row, name=name, type="cashAccount", balances={}) for name in names]
    assert (request.objection(rows) == "") is complete
