"""The caret's places: what comes back, and that nonsense costs no more than the places."""

from pathlib import Path

import pytest

from firsthand.desk.carets import Carets


def test_places_come_back_scene_by_scene(tmp_path: Path) -> None:
    one = Carets(tmp_path / "carets", "9f0c11d2e3a4")
    one.put("a", 12, 900)
    one.put("b", 700, 900)
    one.put("c", 0, 900)
    one.save()
    two = Carets(tmp_path / "carets", "9f0c11d2e3a4")
    assert [two.of(scene) for scene in "abcd"] == [12, 700, 0, 0]
    assert two.open == "c"
    assert [two.outdated(scene, length) for scene, length in (("c", 900), ("c", 901), ("a", 901))] == [
        False,
        True,
        False,
    ]
    other = Carets(tmp_path / "carets", "000000000000")
    assert (other.of("a"), other.open) == (0, "")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"carets": {"a": "x"}}', b"\xff", b'{"carets": {"a": -4}}'], ids=range(6)
)
def test_nonsense_costs_the_places_alone(tmp_path: Path, data: bytes) -> None:
    one = Carets(tmp_path, "m")
    one.put("a", 5, 900)
    one.save()
    (file,) = tmp_path.iterdir()
    file.write_bytes(data)
    two = Carets(tmp_path, "m")
    assert two.of("a") == 0
    two.put("a", 6, 900)
    two.save()
    assert Carets(tmp_path, "m").of("a") == 6


def test_no_file_is_named_by_an_id(tmp_path: Path) -> None:
    one = Carets(tmp_path / "carets", "../../out")
    one.put("a", 5, 900)
    one.save()
    assert [path.name for path in tmp_path.iterdir()] == ["carets"]


def test_only_what_is_new_is_written(tmp_path: Path) -> None:
    one = Carets(tmp_path / "carets", "m")
    one.save()
    assert list(tmp_path.iterdir()) == []
