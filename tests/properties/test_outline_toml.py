"""The quick reading of an outline gives what TOML's own reader gives, of whatever stands in the file."""

import tomllib

from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.manuscript import Chapter, Entry, Label, Outline, Part
from firsthand.manuscript.outline import Binned, Was
from firsthand.manuscript.outline_file import OutlineFile
from firsthand.manuscript.outline_toml import read_toml

TEXT = st.text(st.sampled_from("ab \"'\\#=[]\n\t\x00\x7f\x85\u2028\xa0é😀{}"), max_size=6)
ENTRY = st.builds(Entry, TEXT, TEXT, TEXT, TEXT, TEXT)
OUTLINE = st.builds(
    Outline,
    st.just(0),
    TEXT,
    TEXT,
    st.lists(st.builds(Chapter, TEXT, st.lists(ENTRY, max_size=2).map(tuple), TEXT, TEXT), max_size=2).map(tuple),
    st.lists(ENTRY, max_size=1).map(tuple),
    st.lists(st.builds(Part, TEXT, TEXT, TEXT), max_size=1).map(tuple),
    st.lists(st.builds(Binned, TEXT, TEXT, TEXT, was=st.builds(Was, TEXT, TEXT)), max_size=1).map(tuple),
    st.lists(st.builds(Label, TEXT), max_size=1).map(tuple),
)
LINE = st.sampled_from(
    [
        "",
        "# a comment",
        "[[chapter]]",
        "[[chapter.scene]]",
        "[[note]] # mine",
        "[chapter]",
        "[mine]",
        "[[part]]",
        'title = "One"',
        'title = "One" ',
        'title = ""',
        'title = "One" # mine',
        'title = """',
        'title = """One"""',
        '"""',
        "title = 'One'",
        'title = "\\u0041\\""',
        'title = "a" b"',
        'title = "a',
        'title="One"',
        ' title = "One"',
        '"title" = "One"',
        'a.b = "One"',
        "a = 1",
        "a = [1,",
        "2]",
        'note = "One"',
        "scene = []",
        "chapter = []",
        "was = { chapter = 'c1' }",
        "x = true",
        "ä = 1",
        "=",
        '= "One"',
        "title",
    ]
)


def by(read, text):
    """What a reader gives of a text, or that it is none."""
    try:
        return read(text)
    except tomllib.TOMLDecodeError:
        return None


@given(OUTLINE)
def test_what_this_program_writes(outline):
    text = OutlineFile().text(outline)
    assert read_toml(text) == tomllib.loads(text)


@given(st.lists(LINE, max_size=9), st.sampled_from(["\n", "\n\n", "\r\n"]))
@example(["[[chapter]]", "[[chapter.scene]]", "a = 1", "a = 1"], "\n")
@example(
    ["[[chapter]]", 'title = "One"', "[[chapter.scene]]", 'title = "One"', "[[chapter]]", "[[chapter.scene]]"], "\n"
)
def test_what_others_write(lines, between):
    text = between.join(lines)
    assert by(read_toml, text) == by(tomllib.loads, text)
