"""Writes the golden page and the JSON Schema anew: ``python -m tests.golden.report.renew``, then read the diff."""

import json
import re
from pathlib import Path

from firsthand.report import render_page, schema
from firsthand.resources import resource
from tests.golden.report import cases

GOLDEN = Path(__file__).parent / "everything.html"


def golden_page() -> str:
    """The page of the case that holds everything, with the fonts left out."""
    case = cases.everything()
    return re.sub(r"base64,[\w+/=]+", "base64,…", render_page(case.figures(), case.texts()))


if __name__ == "__main__":
    GOLDEN.write_text(golden_page(), encoding="utf-8", newline="\n")
    described = json.dumps(schema(), indent=2) + "\n"
    resource("report", "report-1.schema.json").write_text(described, encoding="utf-8", newline="\n")
