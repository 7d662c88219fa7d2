"""The schemas, made from the models that the documents are written with.

``python -m readiness.documents.generate`` writes the packaged files anew.
"""

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from readiness.documents.published import PUBLISHED, file_of

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


class _Promised(GenerateJsonSchema):
    """What a reader may rely on: every key is there, and a later version may add some."""

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        """A default is a matter of the code: it is written like any other value."""
        return True

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """No reader ever has to fill one in."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The tool may be stricter about what it reads itself."""
        found = super().model_schema(schema)
        found.pop("additionalProperties", None)
        return found


def model_of(name: str) -> type[BaseModel]:
    """The model that a document is written with."""
    module, _, model = PUBLISHED[name].partition(":")
    found: type[BaseModel] = getattr(import_module(module), model)
    return found


def generate(name: str) -> str:
    """A schema as the models say it today."""
    schema = model_of(name).model_json_schema(
        by_alias=True, mode="serialization", schema_generator=_Promised
    )
    urn = re.sub("[./]", ":", f"urn:{schema['properties']['schema']['const']}")
    return json.dumps({"$schema": _DRAFT, "$id": urn} | schema, indent=2) + "\n"


def write_all(folder: Path) -> None:
    """Put all schemas into a folder, under the names that they are packaged with."""
    for name in PUBLISHED:
        (folder / file_of(name)).write_text(generate(name), encoding="utf-8")


if __name__ == "__main__":
    write_all(Path(__file__).parent)
