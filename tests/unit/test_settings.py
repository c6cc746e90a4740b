"""The settings' two files: what comes back, what is kept, and what nonsense costs."""

from pathlib import Path

import msgspec
import pytest

from firsthand.desk.settings import (
    Appearance,
    Choices,
    Files,
    Focus,
    Goals,
    ManuscriptChoices,
    Model,
    PageForm,
    Paragraphs,
    SettingsFile,
    Signs,
    Text,
    View,
    Writing,
)

CHOSEN = Choices(
    PageForm(size=21, measure=58, leading=170, paragraphs=Paragraphs.SPACED),
    View(Appearance.SEPIA, 125, binder=False, signs=Signs.HIDDEN, dialogue=True, focus=Focus.SENTENCE, typewriter=True),
    Writing(spelling=False),
    Model("https://api.example.org/v1", "big “model”"),
    Files("C:\\Romane\\Ä, ö"),
)
HERE = ManuscriptChoices(Text("de_DE", own_page=True), PageForm(measure=72), Goals(500, 90_000, "2027-05-14"))


@pytest.mark.parametrize("value", [Choices(), CHOSEN], ids=["usual", "chosen"])
def test_what_was_chosen_comes_back(tmp_path: Path, value: Choices) -> None:
    kept = SettingsFile(tmp_path / "deep" / "settings.toml", Choices)
    assert kept.read() == (Choices(), "")
    kept.write(value)
    assert SettingsFile(kept.path, Choices).read() == (value, "")


@pytest.mark.parametrize("value", [ManuscriptChoices(), HERE], ids=["usual", "chosen"])
def test_what_goes_for_one_manuscript_comes_back(tmp_path: Path, value: ManuscriptChoices) -> None:
    kept = SettingsFile(tmp_path / "settings.toml", ManuscriptChoices)
    kept.write(value)
    assert kept.read() == (value, "")


def test_a_person_can_read_the_file(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.toml", Choices)
    kept.write(CHOSEN)
    lines = kept.path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# What Firsthand goes by")
    assert {"[page]", "measure = 58", 'appearance = "sepia"', "typewriter = true"} <= set(lines)


def test_what_the_program_does_not_know_stays(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.toml", Choices)
    text = '# mine\nodd = 1\n[page]\nmeasure = 60 # as in print\nrule = "x"\n[later]\na = [1, 2]\n'
    kept.path.write_text(text, "utf-8")
    value, said = kept.read()
    assert (value, said) == (Choices(page=PageForm(measure=60)), "")
    kept.write(msgspec.structs.replace(value, page=PageForm(measure=61)))
    text = kept.path.read_text("utf-8")
    assert text.startswith('# mine\nodd = 1\n[page]\nmeasure = 61 # as in print\nrule = "x"\n')
    assert "[later]\na = [1, 2]" in text


@pytest.mark.parametrize(
    ("text", "wrong", "value"),
    [
        ("[page]\nmeasure = 9000\nsize = 20\n", "“page.measure”", Choices(page=PageForm(size=20))),
        ('[view]\nappearance = "pink"\nzoom = 110\n', "“view.appearance”", Choices(view=View(zoom=110))),
        ('[view]\nbinder = "no"\nbars = false\n', "“view.binder”", Choices(view=View(bars=False))),
        ("page = 3\n", "“page”", Choices()),
        ("[[view]]\nzoom = 110\n", "“view”", Choices()),
        ("[model]\naddress = 1\nname = 2\n", "“model.address”, “model.name”", Choices()),
    ],
)
def test_nonsense_in_a_value_costs_that_value_alone(tmp_path: Path, text: str, wrong: str, value: Choices) -> None:
    kept = SettingsFile(tmp_path / "settings.toml", Choices)
    kept.path.write_text(text, "utf-8")
    read, said = kept.read()
    assert read == value
    assert f"what is said of {wrong}, and" in said
    kept.write(read)
    assert kept.read() == (value, "")


@pytest.mark.parametrize("data", [b"[page\nmeasure", b"\xff\xfe\x00", b"a = 1\na = 2\n"], ids=["cut", "bytes", "twice"])
def test_a_broken_file_is_kept_aside(tmp_path: Path, data: bytes) -> None:
    kept = SettingsFile(tmp_path / "settings.toml", Choices)
    for name in ("settings (broken).toml", "settings (broken 2).toml"):
        kept.path.write_bytes(data)
        value, said = kept.read()
        assert value == Choices()
        assert name in said
        assert (tmp_path / name).read_bytes() == data
    assert kept.read() == (Choices(), "")


def test_a_file_that_cannot_be_read_is_said_and_left(tmp_path: Path) -> None:
    kept = SettingsFile(tmp_path / "settings.toml", Choices)
    kept.path.mkdir()
    value, said = kept.read()
    assert value == Choices()
    assert "cannot be read" in said
    with pytest.raises(OSError, match=r"settings"):
        kept.write(value)
