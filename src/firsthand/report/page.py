"""The report as one page of HTML that needs nothing from elsewhere: no script, no picture, no font from the network.

The figures come in finished; here they are only written down, in the language that sentences are looked up in
(``firsthand.saying``). Everything that comes from a manuscript is escaped by the template. ``markdown`` has its one
home here: it turns our own ``limits.en.md`` and its like into HTML.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import jinja2
import markdown
import msgspec
from markupsafe import Markup

from firsthand.provenance import Origin, Rule
from firsthand.provenance.units import to_units
from firsthand.report import apart, chart, phrases, sentences, told_passages
from firsthand.report.excerpts import Marked, excerpts, plain
from firsthand.report.figures import Figures, Found, Passage, SceneFigures
from firsthand.resources import resource
from firsthand.saying import say, say_of

FOLD_SCENES = 24
FOLD_PASSAGES = 12
FOLD_SOURCES = 12
MOST_MOVES = 24
"""The most moves and copies that the page lists one by one; the JSON lists them all."""
_FACES = {"normal": "EBGaramond-Regular.woff2", "italic": "EBGaramond-Italic.woff2"}


@dataclass(frozen=True)
class _Pair:
    """A passage as the page shows it: what was suggested, and what stands there now."""

    passage: Passage
    scene: str
    now: list[list[Marked]]
    found: list[Found]


def render_page(figures: Figures, texts: Mapping[str, str]) -> str:
    """The page, without lone surrogates. ``texts`` gives the final text of each scene that holds a passage, by id.

    KeyError if one is missing; FileNotFoundError if Firsthand's own template is.
    """
    pairs = [pair for scene in figures.scenes for pair in _pairs(figures, scene, texts)]
    page = _template().render(
        f=figures,
        titles={scene.id: scene.title for scene in figures.scenes},
        pairs=[pair for pair in pairs if pair.passage.origin is Origin.MODEL],
        retyped=[pair for pair in pairs if pair.passage.origin is Origin.RETYPED],
        found=_listed(figures),
        came=[source for source in figures.declared_sources if source.words or source.first_words],
        growing=chart.growing(figures.growth),
        fonts=_fonts(),
        limits=_limits(phrases.language()),
        fold_scenes=FOLD_SCENES,
        fold_passages=FOLD_PASSAGES,
        fold_sources=FOLD_SOURCES,
        say=say,
        say_of=say_of,
        sentences=sentences,
        told_passages=told_passages,
        apart=apart,
        phrases=phrases,
        chart=chart,
    )
    return plain(page)


def _pairs(figures: Figures, scene: SceneFigures, texts: Mapping[str, str]) -> list[_Pair]:
    passages = [*scene.passages, *scene.retyped]
    if not passages:
        return []
    units = to_units(texts[scene.id])
    found = [one for one in figures.findings.each if one.scene == scene.id and one.suggestion is not None]
    return [
        _Pair(
            passage,
            scene.title,
            excerpts(units, scene.spans, passage),
            [f for f in found if f.suggestion == passage.suggestion and passage.origin in f.origins],
        )
        for passage in passages
    ]


def _listed(figures: Figures) -> list[Found]:
    """The findings that the page lists one by one: all, but many moves and copies are only counted."""
    each = list(figures.findings.each)
    others = [found for found in each if found.rule not in (Rule.MOVED, Rule.COPIED)]
    return others if len(each) - len(others) > MOST_MOVES else each


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("report")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["number"] = phrases.number
    environment.filters["percent"] = phrases.percent
    environment.filters["fields"] = msgspec.structs.asdict
    return environment.get_template("page.html")


@cache
def _limits(language: str) -> Markup:
    """Our own text on what a report can show, in a language. It is a shipped file, so it is not escaped."""
    text = resource("report", f"limits.{language}.md").read_text(encoding="utf-8")
    return Markup(markdown.markdown(text, output_format="html"))  # noqa: S704


@cache
def _fonts() -> dict[str, str]:
    """The faces of the page in base64 by style; empty where they are not shipped: the page falls back to Georgia."""
    try:
        return {
            style: b64encode(resource("fonts", "web", name).read_bytes()).decode() for style, name in _FACES.items()
        }
    except FileNotFoundError:
        return {}
