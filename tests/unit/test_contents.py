"""What the program says it is made of, from source and as an installed program reads it."""

import json
import sys

from firsthand.desk import contents
from firsthand.desk.contents import SHIPPED, parts


def test_from_source_every_part_has_a_licence_and_what_is_ours_to_lay_beside_it_a_text():
    found = {part.name.lower().replace("_", "-"): part for part in parts()}
    assert {"python", "openai", "msgspec", "pyside6-essentials", "eb garamond"} <= set(found)
    assert not {"firsthand", "pytest", "mypy", "llama-cpp-python"} & set(found)
    assert [part.name for part in found.values() if not part.licence] == []
    textless = {name for name, part in found.items() if not part.text()}
    assert textless <= {"pyside6-essentials", "shiboken6"}  # their texts are laid in when a package is made
    assert all(found[part.name.lower()].text() for part in SHIPPED)


def test_an_installed_program_reads_its_bills_and_the_texts_beside_them(tmp_path, monkeypatch):
    folder = tmp_path / "licences"
    (folder / "openai").mkdir(parents=True)
    (folder / "openai" / "LICENSE").write_text("as it is")
    (folder / "LGPL-3.0.txt").write_text("lesser")
    (folder / "LICENSE.txt").write_text("python")
    bill = {
        "components": [
            {"name": "openai", "version": "3", "licenses": [{"license": {"name": "Apache-2.0"}}], "purl": "…"},
            {"name": "PySide6_Essentials", "version": "6", "licenses": [{"license": {"name": "LGPL"}}]},
            {"name": "OpenSSL", "licenses": [{"expression": "Apache-2.0"}]},
        ]
    }
    (folder / contents.BILLS[0]).write_text(json.dumps(bill))
    (folder / contents.BILLS[1]).write_text("{damaged")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    found = [part for part in parts() if part.name not in {one.name for one in SHIPPED}]
    assert [(part.name, part.version, part.licence, part.text()) for part in found[1:]] == [
        ("openai", "3", "Apache-2.0", contents.Part("", "", "", found[1].files).text()),
        ("OpenSSL", "", "Apache-2.0", ""),
        ("PySide6_Essentials", "6", "LGPL", "lesser"),
    ]
    assert (found[0].name, found[0].text()) == ("Python", "python")
    assert "as it is" in found[1].text()
