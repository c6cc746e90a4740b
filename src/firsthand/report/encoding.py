"""The figures as JSON, and the JSON Schema that says what that is."""

import json
from inspect import cleandoc
from typing import Any

import msgspec

from firsthand.report.figures import SCHEMA, Figures

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def to_json(figures: Figures) -> bytes:
    """The figures as indented UTF-8 JSON in stable order, with a newline at the end.

    Lone surrogates, which UTF-8 cannot hold, are written as escapes; then all that is not ASCII is.
    """
    try:
        return msgspec.json.format(msgspec.json.encode(figures), indent=2) + b"\n"
    except (UnicodeEncodeError, msgspec.EncodeError):
        return json.dumps(msgspec.to_builtins(figures), indent=2).encode() + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the figures, which is shipped as ``resources/report/report-1.schema.json``."""
    (root,), parts = msgspec.json.schema_components([Figures], ref_template="#/$defs/{name}")
    parts["Figures"]["properties"]["schema"] = {"const": SCHEMA}
    for part in parts.values():
        part["description"] = cleandoc(part["description"]).replace("``", "`")
    return {"$schema": _DRAFT, "$id": SCHEMA, "title": "Firsthand authorship report", **root, "$defs": parts}
