"""A manuscript of format 1, kept for ever: every Firsthand opens it, proves it, and goes on writing in it."""

import json
import shutil
import subprocess
import sys

import pytest

from firsthand.desk.checking import Worth, check_record
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.history import Status
from firsthand.provenance import Change
from tests.golden.manuscript import HOME, figures, told
from tests.unit.test_repository import ROOT

EXPECTED = json.loads((HOME / "expected.json").read_text("utf-8"))


@pytest.fixture(params=["whole", "killed"])
def kind(request):
    return request.param


@pytest.fixture
def book(kind, tmp_path):
    shutil.copytree(HOME / kind, tmp_path / "book")
    return tmp_path / "book"


def test_its_words_their_origins_and_what_can_be_taken_back_are_as_they_were(kind, book):
    assert json.loads(json.dumps(told(book))) == EXPECTED[kind]


def test_its_figures_are_as_they_were(tmp_path):
    shutil.copytree(HOME / "whole", tmp_path / "book")
    assert figures(tmp_path / "book") == EXPECTED["totals"]


@pytest.mark.parametrize(("state", "worth"), [("whole", Worth.PROVED), ("killed", Worth.LESS)])
def test_its_record_proves_what_it_proved(state, worth, tmp_path):
    shutil.copytree(HOME / state, tmp_path / "book")
    for thorough in (False, True):
        assert check_record(tmp_path / "book", thorough=thorough).worth is worth
    alone = [sys.executable, str(ROOT / "resources" / "verify" / "verify.py"), str(tmp_path / "book")]
    assert subprocess.run(alone, capture_output=True, check=False).returncode == worth


def test_writing_goes_on_in_it(book):
    desk = Desk.open(book)
    scene = desk.folder.outline.scenes[0].id
    before = desk.text(scene)
    desk.draft(scene).apply(Change(0, 0, "Today. "))
    assert desk.close()
    desk = Desk.open(book)
    assert desk.text(scene) == "Today. " + before
    assert desk.close()
    assert make_report(book).figures.totals.units.typed > 0
    assert check_record(book).verification.status is not Status.BROKEN
