"""Figures from provenance and history, and their renderings: a page to read, JSON to check."""

from firsthand.report.encoding import schema, to_json
from firsthand.report.figures import SCHEMA, Evidence, Figures
from firsthand.report.growth import Growth, GrowthPoint
from firsthand.report.measure import SceneTitle, measure

__all__ = [
    "SCHEMA",
    "Evidence",
    "Figures",
    "Growth",
    "GrowthPoint",
    "SceneTitle",
    "measure",
    "schema",
    "to_json",
]
