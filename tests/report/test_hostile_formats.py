"""Every format and names that were chosen to break it."""

import unicodedata
from functools import cache
from itertools import product
from time import process_time

import pytest
from tests.report.hostile import NAMES, hostile
from tests.report.readers import READERS
from tests.report.samples import EVERY_VERDICT, POLICIES, report

from readiness.domain.verdict import Verdict
from readiness.language import LANGUAGES, speaking
from readiness.report.facts import LONGEST_FINGERPRINT
from readiness.report.formats import FORMATS, Frame, renderer

FRAME = Frame(POLICIES)
TAME = NAMES["tame"]
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
WHOLE = frozenset({"json"})
"""What keeps names whole: programs read it."""


@cache
def drawn(format_: str, name: str) -> str:
    """The report of an account in which everything has this name."""
    return renderer(format_)(report(hostile(name)), FRAME)


def test_every_format_has_a_reader() -> None:
    """A new one is tested from its first day."""
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.sampled(5)
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_only_ever_shown(name: str, format_: str) -> None:
    """It reads as strictly as ever, is built as for a tame name, and nothing in it is hidden."""
    text = drawn(format_, name)
    assert {unicodedata.category(each) for each in text if each != "\n"}.isdisjoint(HIDDEN)
    shape = READERS[format_](text)
    longest = max(len(found.fingerprint("okx-main")) for found in hostile(name).findings)
    if longest <= LONGEST_FINGERPRINT:
        assert shape == READERS[format_](drawn(format_, TAME))
    if format_ not in WHOLE:
        assert len(text) < len(drawn(format_, TAME)) + 20_000
        assert "somebody@" not in text


@pytest.mark.parametrize("format_", FORMATS)
def test_the_length_of_a_name_costs_time_in_proportion(format_: str) -> None:
    """Eight times the length is not sixty-four times the work."""

    def cost(times: int) -> float:
        run = report(hostile("x@a.[`<" * times))
        before = process_time()
        renderer(format_)(run, FRAME)
        return process_time() - before

    cost(1)  # what is loaded once is not the name's
    short, long = (min(cost(times) for _ in range(2)) for times in (100, 800))
    assert long < 30 * short


@pytest.mark.parametrize(("format_", "language"), list(product(FORMATS, LANGUAGES)))
def test_every_verdict_in_every_language(format_: str, language: str) -> None:
    """Whatever the verdict and the language, the format reads."""
    with speaking(language):
        for verdict in Verdict:
            READERS[format_](renderer(format_)(report(EVERY_VERDICT[verdict]), FRAME))
        accounts = [
            account.model_copy(update={"account": f"okx-{verdict}"})
            for verdict, account in EVERY_VERDICT.items()
        ]
        READERS[format_](renderer(format_)(report(*accounts), FRAME))
