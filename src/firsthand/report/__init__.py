"""Figures from provenance and history, and their renderings: a page to read, JSON to check."""

from firsthand.report.encoding import schema, to_json
from firsthand.report.figures import SCHEMA, Evidence, Figures
from firsthand.report.growth import Growth, GrowthPoint
from firsthand.report.measure import SceneTitle, measure
from firsthand.report.page import render_page
from firsthand.report.without_words import stand_in, without_words

__all__ = [
    "SCHEMA",
    "Evidence",
    "Figures",
    "Growth",
    "GrowthPoint",
    "SceneTitle",
    "measure",
    "render_page",
    "schema",
    "stand_in",
    "to_json",
    "without_words",
]
