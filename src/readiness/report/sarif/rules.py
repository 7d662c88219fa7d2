"""The rules behind the results of a run."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from readiness.language import translate
from readiness.report.labels import label
from readiness.report.sarif.text import Json, as_message

if TYPE_CHECKING:
    from readiness.rules.interface import Rule


def rules_of(ids: Iterable[str], rules: "Mapping[str, Rule]") -> list[Json]:
    """A descriptor for each rule that speaks in a run, in the order of the ids."""
    return [_descriptor(id_, rules.get(id_)) for id_ in ids]


def _descriptor(id_: str, rule: "Rule | None") -> Json:
    if rule is None:
        return {"id": label(id_), "shortDescription": as_message(id_)}
    return {
        "id": rule.id,
        "shortDescription": as_message(translate(rule.title)),
        "fullDescription": as_message(translate(rule.why)),
        "help": as_message(translate(rule.why), translate(rule.remedy)),
    }
