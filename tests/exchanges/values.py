"""Everything that a broken or hostile answer could hold in one field."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

ABSENT: Final = object()
"""The field is left out."""

ZEROS: Final[dict[str, Any]] = {"-0": "-0", "0.000": "0.000", "0e5": "0e5", "number 0": 0}
BLANKS: Final[dict[str, Any]] = {"absent": ABSENT, "empty": "", "spaces": "  "}
VALUES: Final[dict[str, Any]] = {
    "null": None,
    "NaN": "NaN",
    "Infinity": "Infinity",
    "-Infinity": "-Infinity",
    "1e-18": "1e-18",
    "negative dust": "-0.000000000000000001",
    "negative": "-5",
    "huge": "9" * 60,
    "huge exponent": "1e99",
    "beyond exponent": "1e400",
    "too long": "0." + "0" * 200 + "1",
    "true": True,
    "false": False,
    "comma": "1,0",
    "thousands": "1,000.5",
    "underscore": "1_000",
    "plus": "+5",
    "bare fraction": ".5",
    "bare point": "5.",
    "hexadecimal": "0x10",
    "other digits": "\u0665",
    "wide zero": "\uff10",
    "word": "none",
    "two numbers": "0 5",
    "zero and more": "0\n5",
    "number": 5,
    "fraction": Decimal("1E-18"),
    "list": [],
    "full list": ["5"],
    "dict": {},
    "full dict": {"value": "5"},
    **ZEROS,
    **BLANKS,
}
