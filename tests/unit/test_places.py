"""Where things are kept: in the system's places, in one folder that was named, or beside a program that is carried."""

import pytest

from firsthand.desk import places
from firsthand.desk.places import portable_home


@pytest.mark.parametrize(
    ("program", "file", "kept"),
    [
        ("stick/firsthand.exe", "stick/portable.txt", "stick/Firsthand data"),
        ("stick/firsthand", "stick/portable", "stick/Firsthand data"),
        ("stick/Firsthand.app/Contents/MacOS/firsthand", "stick/portable", "stick/Firsthand data"),
        ("stick/Firsthand-0.1.0.AppImage", "stick/portable", "stick/Firsthand data"),
        ("stick/firsthand.exe", "portable", None),
        ("stick/firsthand.exe", "stick/portable.md", None),
    ],
)
def test_a_file_beside_the_program_keeps_everything_there(program, file, kept, tmp_path):
    (tmp_path / program).parent.mkdir(parents=True)
    (tmp_path / file).touch()
    assert portable_home(tmp_path / program) == (tmp_path / kept if kept else None)


def test_everything_follows_and_a_named_folder_comes_first(tmp_path, monkeypatch):
    (tmp_path / "portable").touch()
    monkeypatch.delenv("FIRSTHAND_HOME", raising=False)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setenv("APPIMAGE", str(tmp_path / "Firsthand.AppImage"))
    everything = (
        places.settings_folder,
        places.log_folder,
        places.passage_key_file,
        places.author_key_file,
        places.manuscripts_folder,
    )
    assert {place().is_relative_to(tmp_path / "Firsthand data") for place in everything} == {True}
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "named"))
    assert {place().is_relative_to(tmp_path / "named") for place in everything} == {True}
