"""The published JSON Schema of the manifest, generated from its models.

``python -m readiness.backup.schema`` writes the packaged file anew.
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Final

FILE: Final = "backup.schema.json"
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def generate() -> str:
    """The schema as the models say it today."""
    from readiness.backup.manifest import Manifest

    schema = Manifest.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": _DRAFT, "$id": "urn:readiness:backup:1"}
    return json.dumps(head | schema, indent=2) + "\n"


def published() -> str:
    """The schema as it is packaged."""
    return files("readiness.backup").joinpath(FILE).read_text(encoding="utf-8")


if __name__ == "__main__":
    Path(__file__).with_name(FILE).write_text(generate(), encoding="utf-8")
