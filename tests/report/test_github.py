"""The report as annotations of a workflow run."""

import pytest
from tests.report.readers import read_github
from tests.report.samples import (
    CONFIRM,
    EVERY_VERDICT,
    LUNC,
    ORDER,
    POLICIES,
    UNKNOWN,
    account,
    report,
)
from tests.report.settled import ACCEPTED

from readiness.domain.report import AccountReport
from readiness.domain.verdict import Verdict
from readiness.report.fitting import fitted
from readiness.report.formats import Frame, renderer


def drawn(*accounts: AccountReport) -> list[str]:
    """The lines that a runner reads."""
    text = renderer("github")(report(*accounts), Frame(POLICIES))
    read_github(text)
    return text.splitlines()


@pytest.mark.parametrize(
    ("verdict", "kind"),
    [
        (Verdict.REFUSED, "error"),
        (Verdict.BLOCKED, "error"),
        (Verdict.INCOMPLETE, "error"),
        (Verdict.UNCONFIRMED, "warning"),
        (Verdict.CLOSING, "notice"),
        (Verdict.READY, "notice"),
    ],
)
def test_the_verdict_of_each_account_is_an_annotation(verdict: Verdict, kind: str) -> None:
    """With the account's name, and what it means; the run's verdict is the last line."""
    other = EVERY_VERDICT[Verdict.READY].model_copy(update={"account": "okx-two"})
    lines = drawn(EVERY_VERDICT[verdict], other)
    assert any(
        line.startswith(f"::{kind} title=okx-main (OKX)%3A {verdict.upper()}::") for line in lines
    )
    assert any(line.startswith("::notice title=okx-two (OKX)%3A READY::") for line in lines)
    assert lines[-1].startswith(
        f"Verdict: {min(verdict, Verdict.READY, key=list(Verdict).index).upper()}"
    )


def test_findings_are_annotations_of_their_weight() -> None:
    """Blockers are errors, what was not seen is a warning, what is accepted is none."""
    lines = drawn(account(findings=(LUNC, UNKNOWN, ACCEPTED)))
    assert any(
        line.startswith("::error title=okx-main%3A Withdraw or convert what is left::0.0001 LUNC")
        for line in lines
    )
    assert any(line.startswith("::warning title=okx-main%3A Could not look::") for line in lines)
    assert len(lines) == 4


def test_ten_of_a_kind_are_shown_and_the_rest_is_counted() -> None:
    """GitHub drops the eleventh silently. Verdicts come first."""
    orders = tuple(ORDER.model_copy(update={"subject": f"o{n}"}) for n in range(25))
    other = account(findings=orders, account="okx-two")
    errors = [line for line in drawn(account(findings=orders), other) if "::error" in line]
    assert len(errors) == 10
    assert [line.partition("::error title=")[2].partition("%3A")[0] for line in errors[:2]] == [
        "okx-main (OKX)",
        "okx-two (OKX)",
    ]
    assert errors[-1].startswith("::error title=43 more::43 more of this kind are not shown")
    ten = drawn(account(findings=orders[:9]))
    assert not any("more of this kind" in line for line in ten)


def test_what_was_not_seen_comes_before_what_is_for_a_person() -> None:
    """Both are warnings, and a look that failed must not be among those that are dropped."""
    points = tuple(CONFIRM.model_copy(update={"subject": f"p{n}"}) for n in range(25))
    warnings = [line for line in drawn(account(findings=(*points, UNKNOWN))) if "::warning" in line]
    assert warnings[0].startswith("::warning title=okx-main%3A Could not look::")


def test_the_signs_of_a_command_are_escaped() -> None:
    """Nothing in a name ends a line or a title, or hides as an escape."""
    found = LUNC.model_copy(update={"asset": "a%0Ab,c:d\n::error::x"})
    (line,) = [line for line in drawn(account(findings=(found,))) if "0.0001" in line]
    assert "a%250Ab,c:d\\x0a::error::x" in line


@pytest.mark.parametrize("room", [40, 150, 200, 1000])
def test_a_summary_is_cut_to_the_room_there_is(room: int) -> None:
    """At the end of a line, with a note; where not even the note fits, nothing is left."""
    text = "".join(f"比特币 {number}\n" for number in range(60))
    cut = fitted(text, room)
    assert len(cut.encode()) <= room
    if cut and cut != text:
        kept, _, note = cut.partition("\n\n")
        assert text.startswith(f"{kept}\n" if kept else "")
        assert "was cut" in note
    assert bool(cut) == (room >= 150)
    assert fitted(text, 10_000) == text
