"""The parts of SARIF 2.1.0 that the report is written with, as the standard describes them.

Nothing besides is let through: a property that the standard does not have is a mistake.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

Text = Annotated[str, Field(min_length=1)]


def _relative(uri: str) -> str:
    assert ":" not in uri
    assert not uri.startswith(("/", "\\", "."))
    return uri


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)


class Message(Part):
    text: Text


class Rule(Part):
    id: Text
    short_description: Message
    full_description: Message | None = None
    help: Message | None = None


class Driver(Part):
    name: Literal["readiness"]
    version: Text
    rules: list[Rule]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        assert len({rule.id for rule in self.rules}) == len(self.rules)
        return self


class Tool(Part):
    driver: Driver


class ArtifactLocation(Part):
    uri: Annotated[str, AfterValidator(_relative)]


class Region(Part):
    start_line: Annotated[int, Field(ge=1)]


class PhysicalLocation(Part):
    artifact_location: ArtifactLocation
    region: Region


class LogicalLocation(Part):
    name: Text
    fully_qualified_name: Text
    kind: Text


class Location(Part):
    physical_location: PhysicalLocation
    logical_locations: Annotated[list[LogicalLocation], Field(min_length=1)]


class Suppression(Part):
    kind: Literal["external", "inSource"]
    status: Literal["accepted", "underReview", "rejected"]
    justification: Text


class Result(Part):
    rule_id: Text
    rule_index: Annotated[int, Field(ge=0)]
    kind: Literal["fail", "open", "review", "pass", "informational", "notApplicable"]
    level: Literal["error", "warning", "note", "none"]
    message: Message
    locations: Annotated[list[Location], Field(min_length=1)]
    partial_fingerprints: dict[Text, Text]
    suppressions: list[Suppression]
    properties: dict[str, Any]

    @model_validator(mode="after")
    def _only_a_failure_has_a_level(self) -> Self:
        assert (self.kind == "fail") == (self.level != "none")
        return self


class Notification(Part):
    level: Literal["error", "warning", "note", "none"]
    message: Message
    locations: Annotated[list[Location], Field(min_length=1)]


class Invocation(Part):
    execution_successful: bool
    exit_code: int
    exit_code_description: Text
    start_time_utc: AwareDatetime
    end_time_utc: AwareDatetime
    tool_execution_notifications: list[Notification]


class AutomationDetails(Part):
    id: Text


class Run(Part):
    tool: Tool
    language: Annotated[str, Field(pattern=r"^[a-zA-Z]{2}(-[a-zA-Z]{2})?$")]
    automation_details: AutomationDetails
    column_kind: Literal["utf16CodeUnits", "unicodeCodePoints"]
    invocations: Annotated[list[Invocation], Field(min_length=1)]
    results: list[Result]
    properties: dict[str, Any]


class Log(Part):
    schema_: str = Field(alias="$schema")
    version: Literal["2.1.0"]
    runs: list[Run]
