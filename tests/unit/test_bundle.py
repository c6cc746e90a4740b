"""Bundles: whole and redacted ones check by both verifiers, count alike, and a redacted one says not a word."""

import io
import json
import re
import zipfile
from pathlib import Path

import jsonschema
import msgspec
import pytest

from firsthand.companion import Purpose, Suggestion
from firsthand.desk import author_key
from firsthand.desk.bundling import BundleError, make_bundle, named, replayed, unpacked
from firsthand.desk.checking import Worth, check_record
from firsthand.desk.passages import Passage
from firsthand.desk.reporting import make_report
from firsthand.desk.session import Desk
from firsthand.desk.settings import Speech
from firsthand.history import Brought, Cause, Said, Status, read_history
from firsthand.provenance import Change, Origin, Run, Source
from firsthand.resources import resource
from tests.unit.test_stand_alone_verifier import verify as stand_alone

# No word of these stands anywhere in the program.
TYPED = "Morvelin quassled über den Graublonder, 😀 \ud83d and thrippled “Zwendelmark”.\nOlbertusch flimmered.\n"
SHOWN = " Quibberny vellumptious hargled the Snorrowmere."
PASTED = "Dronkelby’s wuthergast, perliculous."
BROUGHT = " Fennimargle drobbled."
WISHED = "make Hollopender grumbustle"
NOTE = "Crantlewisp must never yabberdoodle.\n"
TITLES = ("Grimblewick Tharn", "Ploverdizzle", "Wexhambler notes", "Othermanuskrypt", "Relabelled Umbrifax")
WORDS = {
    word.encode()
    for text in (TYPED, SHOWN, PASTED, BROUGHT, WISHED, NOTE, *TITLES)
    for word in re.findall(r"[^\W\d_]{5,}", text)
} - {b"never", b"notes"}


@pytest.fixture
def keyed(tmp_path, monkeypatch):
    """An author's key in a home of the test's own."""
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path / "home"))
    author_key.author_key_soon.cache_clear()
    author_key.make_key_in_plain_file()
    yield
    author_key.author_key_soon.cache_clear()


@pytest.fixture
def book(tmp_path, keyed):
    """A manuscript in which something of every kind happened, in two sittings."""
    place = tmp_path / "book"
    desk = Desk.create(place, TITLES[0])
    scene = desk.folder.outline.scenes[0].id
    desk.rename(scene, TITLES[1])
    draft = desk.draft(scene)
    draft.apply(Change(0, 0, TYPED))
    request = desk.suggesting.compose(scene, 20, Purpose.WHAT_IF, WISHED)
    desk.suggesting.asked(scene, request)
    suggestion = Suggestion(request.suggestion_id(1), request.id, request.purpose, TITLES[4], SHOWN, 1.5, "a-model")
    desk.suggesting.shown(suggestion)
    desk.suggesting.insert(suggestion, scene, 8, part=(0, 24))
    draft.apply(Change(3, 0, PASTED, Source(Origin.PASTED, "paste:1")), Cause.PASTE)
    desk.declaring.declare("paste:1", Said.QUOTATION)
    assert desk.close()
    desk = Desk.open(place)
    draft = desk.draft(scene)
    told = Brought("s.1", 0, TITLES[3], BROUGHT, TITLES[4], "a-model", "continue", when="2026-11-22T01:00:00.000Z")
    run = Run(len(BROUGHT), Source(Origin.MODEL, "s.1"))
    runs, cause = desk._drafts.carrier.arrives(Passage(BROUGHT, (run,), "0123456789ab", TITLES[3], (told,), "n"))
    draft.apply(Change(0, 0, BROUGHT, runs), cause)
    draft.apply(Change(2, 6, ""))
    draft.undo()
    note = desk.add_note(TITLES[2])
    desk.draft(note.id).apply(Change(0, 0, NOTE))
    assert desk.close()
    return place


def contents(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def test_a_whole_bundle_holds_all_and_checks(book, tmp_path, capsys):
    made = make_bundle(book, tmp_path / "b.zip")
    assert (made.notices, made.path) == ((), tmp_path / "b.zip")
    files = contents(made.path)
    assert {"manuscript.toml", "report.html", "report.json", "verify.py", "README.txt", "history/author.pub"} <= set(
        files
    )
    scene = next(name for name in files if name.startswith("scenes/"))
    assert files[scene] == (book / scene).read_bytes()
    assert stand_alone.main([str(made.path)]) == 0
    assert capsys.readouterr().out.count("whole; signed by") == 2
    checked = check_record(made.path)
    assert (checked.worth, checked.verification.signed, checked.faults) == (Worth.PROVED, True, ())


def test_a_redacted_bundle_checks_by_both_verifiers(book, tmp_path, capsys):
    made = make_bundle(book, tmp_path / "r.zip", redact=True)
    assert made.notices == ()
    assert stand_alone.main([str(made.path)]) == 0
    told = capsys.readouterr().out
    assert (told.count("whole; signed by"), "Hidden: " in told, "Opened" in told) == (2, True, False)
    checked = check_record(made.path)
    assert (checked.worth, checked.verification.signed, checked.faults) == (Worth.PROVED, True, ())


def test_a_redacted_bundle_says_not_a_word(book, tmp_path):
    make_bundle(book, tmp_path / "b.zip")
    make_bundle(book, tmp_path / "r.zip", redact=True)
    whole, bare = (b"\n".join(contents(tmp_path / name).values()) for name in ("b.zip", "r.zip"))
    assert {word for word in WORDS if word not in whole} == set()
    assert {word for word in WORDS if word in bare} == set()
    assert {word for word in WORDS if word in (tmp_path / "r.zip").read_bytes()} == set()
    for name in contents(tmp_path / "r.zip"):
        assert {word for word in WORDS if word in name.encode()} == set()


def test_a_redacted_history_gives_the_same_figures_by_characters(book, tmp_path):
    figures = make_report(book).figures
    make_bundle(book, tmp_path / "r.zip", redact=True)
    with unpacked(tmp_path / "r.zip") as place:
        replay = replayed(read_history(place / "history"))
    for scene in figures.scenes:
        state = replay.scene(scene.id)
        assert named(state.text.counts()) == msgspec.structs.asdict(scene.units)
        assert named(state.ever_inserted) == msgspec.structs.asdict(scene.ever_inserted)
    assert figures.totals.units.model > 30
    assert figures.totals.units.pasted == len(PASTED)


def test_its_report_is_the_same_but_for_words(book, tmp_path):
    make_bundle(book, tmp_path / "r.zip", redact=True)
    whole = json.loads(make_report(book).json())
    bare = json.loads(contents(tmp_path / "r.zip")["report.json"])
    jsonschema.validate(bare, json.loads(resource("report", "report-1.schema.json").read_text("utf-8")))
    assert bare["title"] == f"Manuscript {Desk.open(book).folder.outline.id}"
    assert [scene["title"] for scene in bare["scenes"]] == ["Scene 1"]
    for one in (whole, bare):
        for scene in one["scenes"]:
            for passage in (*scene["passages"], *scene["retyped"]):
                passage["text"], passage["label"] = len(passage["text"]), ""
                del passage["from_manuscript"]
            del scene["title"], scene["text_sha256"]
        for source in one["declared_sources"]:
            del source["first_words"]
        for other in one["other_manuscripts"]:
            del other["title"]
        del one["title"]
    assert bare == whole


def test_passages_can_be_opened(book, tmp_path, capsys):
    scene = make_report(book).figures.scenes[0]
    passage = next(p for p in scene.passages if "/" not in p.suggestion)
    start, end = passage.now[0]
    for what, words, others in [
        (passage.suggestion, ["Quibberny", "Snorrowmere", "Relabelled"], ["Morvelin", "Dronkelby"]),
        (f"{scene.id}:{start}-{end}", ["Quibberny"], ["Snorrowmere", "Morvelin", "Dronkelby"]),
        (
            scene.id,
            ["Quibberny", "Morvelin", "Dronkelby", "Fennimargle"],
            ["Snorrowmere", "Hollopender", "Crantlewisp"],
        ),
    ]:
        made = make_bundle(book, tmp_path / "o.zip", redact=True, passages=[what])
        assert made.opened >= 1
        history = b"".join(data for name, data in contents(made.path).items() if name.startswith("history/"))
        assert [word for word in words if word.encode() not in history] == []
        assert [word for word in others if word.encode() in history] == []
        capsys.readouterr()
        assert stand_alone.main([str(made.path)]) == 0
        assert f"Opened: {'shown' if what == passage.suggestion else 'change'}" in capsys.readouterr().out
        assert check_record(made.path).worth is Worth.PROVED


def test_an_opened_text_cannot_be_another(book, tmp_path):
    made = make_bundle(book, tmp_path / "o.zip", redact=True, passages=[make_report(book).figures.scenes[0].id])
    files = contents(made.path)
    name = next(name for name, data in files.items() if b"Morvelin" in data)
    files[name] = files[name].replace(b"Morvelin", b"Morvalin")
    (tmp_path / "f.zip").write_bytes(packed(files))
    assert stand_alone.main([str(tmp_path / "f.zip")]) == 1
    assert check_record(tmp_path / "f.zip").verification.status is Status.BROKEN


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        for name, data in files.items():
            pack.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("passage", ["nowhere", "nowhere:0-3", "{scene}:0-100000", "{scene}:9-3"])
def test_a_passage_that_is_not_there_is_said(book, tmp_path, passage):
    scene = make_report(book).figures.scenes[0].id
    with pytest.raises(BundleError, match=r"There is no scene|has no passage"):
        make_bundle(book, tmp_path / "o.zip", redact=True, passages=[passage.format(scene=scene)])
    assert not (tmp_path / "o.zip").exists()


@pytest.mark.parametrize("redact", [False, True])
def test_the_same_manuscript_gives_the_same_bytes(book, tmp_path, redact):
    first = make_bundle(book, tmp_path / "1.zip", redact=redact).path.read_bytes()
    assert make_bundle(book, tmp_path / "2.zip", redact=redact).path.read_bytes() == first


@pytest.mark.parametrize("redact", [True, False])
def test_a_bundle_in_german_differs_in_the_page_alone(book, tmp_path, capsys, redact):
    english, german = (
        contents(make_bundle(book, tmp_path / f"{speech}.zip", redact=redact, speech=speech).path)
        for speech in (Speech.ENGLISH, Speech.GERMAN)
    )
    assert {name for name in english if english[name] != german[name]} == {"report.html"}
    assert b'lang="de"' in german["report.html"]
    title = "Manuskript " if redact else TITLES[0]
    assert f"<bdi>{title}" in german["report.html"].decode()
    assert stand_alone.main([str(tmp_path / "de.zip")]) == 0
    assert "whole; signed by" in capsys.readouterr().out
    assert check_record(tmp_path / "de.zip").worth is Worth.PROVED


def test_without_a_key_a_bundle_is_not_proved(tmp_path, capsys):
    desk = Desk.create(tmp_path / "book", "A book")
    desk.draft(desk.folder.outline.scenes[0].id).apply(Change(0, 0, "Out."))
    assert desk.close()
    made = make_bundle(tmp_path / "book", tmp_path / "b.zip", redact=True)
    assert "history/author.pub" not in contents(made.path)
    assert stand_alone.main([str(made.path)]) == 2
    assert "NOT SIGNED" in capsys.readouterr().out


def test_while_a_window_is_open_its_journal_is_named(book, tmp_path):
    desk = Desk.open(book)
    scene = desk.folder.outline.scenes[0].id
    desk.draft(scene).apply(Change(0, 0, "Later. "))
    desk.save()
    assert desk.saved()()
    desk.draft(scene).apply(Change(0, 0, "Latest. "))
    desk.save()
    assert desk.flush()
    made = make_bundle(book, tmp_path / "r.zip", redact=True)
    assert "open in a window" in " ".join(made.notices)
    assert stand_alone.main([str(made.path)]) == 2
    assert desk.close()
    assert make_bundle(book, tmp_path / "r.zip", redact=True).notices == ()


def test_what_would_prove_nothing_is_refused(book, tmp_path):
    with pytest.raises(BundleError, match="There is no folder"):
        make_bundle(tmp_path / "nowhere", tmp_path / "b.zip")
    with pytest.raises(BundleError, match="cannot be written"):
        make_bundle(book, tmp_path / "nowhere" / "b.zip")
    scene = next((book / "scenes").glob("*.md"))
    text = scene.read_bytes()
    scene.write_bytes(text + b"From elsewhere.\n")
    with pytest.raises(BundleError, match="another program changed it"):
        make_bundle(book, tmp_path / "b.zip")
    scene.write_bytes(text)
    closed = next((book / "history").glob("*.zst"))
    closed.write_bytes(closed.read_bytes()[:-9])
    with pytest.raises(BundleError, match="The history is damaged"):
        make_bundle(book, tmp_path / "b.zip")


def test_a_manuscript_that_was_never_opened_has_nothing_to_bundle(tmp_path):
    from firsthand.desk.sample import sample_novel

    with pytest.raises(BundleError, match="Nothing is recorded"):
        make_bundle(sample_novel(tmp_path / "novel"), tmp_path / "b.zip")


def test_ids_that_are_words_are_named(tmp_path):
    from firsthand.desk.sample import sample_novel

    place = sample_novel(tmp_path / "novel")
    Desk.open(place).close()
    assert "what-ines-kept" in " ".join(make_bundle(place, tmp_path / "r.zip", redact=True).notices)
    assert make_bundle(place, tmp_path / "b.zip").notices == ()


@pytest.mark.parametrize("data", [b"", b"dear diary"])
def test_what_is_no_bundle_is_said(tmp_path, data):
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(BundleError, match="not a bundle"), unpacked(tmp_path / "b.zip"):
        pass


def test_a_bundle_writes_nowhere_but_in_its_own_place(tmp_path):
    names = ("history/../../evil", "/evil", "../evil", "history/ok")
    (tmp_path / "b.zip").write_bytes(packed(dict.fromkeys(names, b"x")))
    with unpacked(tmp_path / "b.zip") as place:
        assert not (place.parent / "evil").exists()
        assert not Path("/evil").exists()
        assert (place / "history" / "ok").exists()


@pytest.mark.parametrize("redact", [False, True])
def test_a_report_that_does_not_follow_is_noticed(book, tmp_path, redact):
    made = make_bundle(book, tmp_path / "b.zip", redact=redact)
    files = contents(made.path)
    report = json.loads(files["report.json"])
    report["scenes"][0]["units"]["typed"] += 1
    for wrong, said in [
        ({"report.json": json.dumps(report).encode()}, "does not follow from its history"),
        ({"report.json": b"{}"}, "missing or damaged"),
    ]:
        (tmp_path / "f.zip").write_bytes(packed(files | wrong))
        checked = check_record(tmp_path / "f.zip")
        assert checked.worth is Worth.FAULT
        assert said in checked.faults[0]


def test_a_text_that_does_not_follow_is_noticed_by_both_verifiers(book, tmp_path):
    files = contents(make_bundle(book, tmp_path / "b.zip").path)
    scene = next(name for name in files if name.startswith("scenes/"))
    (tmp_path / "f.zip").write_bytes(packed(files | {scene: b"Another text.\n"}))
    checked = check_record(tmp_path / "f.zip")
    assert checked.less == (f"The file {scene} is not what the history says.",)
    assert (checked.worth, stand_alone.main([str(tmp_path / "f.zip")])) == (Worth.LESS, 2)


def test_a_bundle_of_another_manuscript_is_noticed_by_both_verifiers(book, tmp_path):
    files = contents(make_bundle(book, tmp_path / "b.zip").path)
    outline = re.sub(rb'(?m)^id = "[0-9a-f]{12}"', b'id = "000000000000"', files["manuscript.toml"], count=1)
    (tmp_path / "f.zip").write_bytes(packed(files | {"manuscript.toml": outline}))
    assert check_record(tmp_path / "f.zip").verification.status is Status.BROKEN
    assert stand_alone.main([str(tmp_path / "f.zip")]) == 1
