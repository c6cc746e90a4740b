"""Breaks each law on purpose, one at a time, and sees that the test named for it fails.

    uv run python -m tests.mutants            # all of them, about two minutes
    uv run python -m tests.mutants clip undo  # those whose name holds one of these words

A mutant is a piece of one file and what stands in its place. It is put into a copy of the tree, where its test is run;
the tree itself is not touched. First all the named tests are run on the copy as it is, for a test that fails anyway
proves nothing. ``docs/testing.md`` lists them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
_TAKEN = ("src", "tests", "resources", "packaging", "docs", "pyproject.toml", "README.md")
_BRIDGE = "tests/qt/test_bridge.py::test_what_qt_does_reaches_the_draft"


@dataclass(frozen=True)
class Mutant:
    """``old``, which stands once in ``file``, becomes ``new``; then ``test`` must fail."""

    name: str
    law: str
    file: str
    old: str
    new: str
    test: str


MUTANTS = (
    Mutant(
        "counts keep what went",
        "1",
        "provenance/text.py",
        "self._counts[run.source.origin] -= run.length",
        "pass",
        "tests/properties/test_tracked_text.py::test_spans_tile_and_counts_agree_with_one_source_a_unit",
    ),
    Mutant(
        "an inverse forgets whose it was",
        "2",
        "provenance/text.py",
        "return Change(at, len(units), from_units(gone), runs or Origin.TYPED)",
        "return Change(at, len(units), from_units(gone), Origin.TYPED)",
        "tests/properties/test_tracked_text.py::test_inverses_bring_back_text_and_spans_bit_for_bit",
    ),
    Mutant(
        "undo brings text back as typed",
        "2",
        "desk/draft.py",
        "made = self._make(change, cause, joins=made)",
        "made = self._make(Change(change.at, change.removed, change.inserted), cause, joins=made)",
        "tests/properties/test_undo.py::test_all_can_be_taken_back_and_made_again_bit_for_bit",
    ),
    Mutant(
        "a drag makes words typed",
        "3",
        "qt/page_input.py",
        "return Change(first, last - first, from_units(units), runs)",
        "return Change(first, last - first, from_units(units))",
        f"{_BRIDGE}[15 drop of the selection at the end]",
    ),
    Mutant(
        "cut and paste loses whose it was",
        "3",
        "qt/page_input.py",
        "draft.apply(Change(start, end - start, passage.text, runs), cause)",
        "draft.apply(Change(start, end - start, passage.text, Origin.PASTED), cause)",
        f"{_BRIDGE}[14b cut, paste]",
    ),
    Mutant(
        "a passage is taken for another text",
        "3",
        "desk/passages.py",
        "return _comparable(text) == _comparable(self.text)",
        "return True",
        "tests/unit/test_passages.py::test_a_passage_holds_for_its_own_text_alone",
    ),
    Mutant(
        "anybody can seal a passage",
        "3",
        "desk/passages.py",
        "if not hmac.compare_digest(mac, _mac(line, key)):",
        "if not mac:",
        "tests/unit/test_passages.py::test_what_was_forged_altered_or_not_understood_is_no_passage",
    ),
    Mutant(
        "a wide range is all new",
        "4",
        "provenance/difference.py",
        "    if not whole.inserted or whole.start == whole.end:\n        return [whole]\n    start",
        "    return [whole]\n    start",
        f"{_BRIDGE}[11 replace-all in one edit block]",
    ),
    Mutant(
        "an outside edit takes the whole scene",
        "4",
        "provenance/difference.py",
        "    whole = narrowed(old, new, caret)\n    if whole is None:",
        "    whole = Edit(0, len(old), new) if old != new else None\n    if whole is not None:\n"
        "        return [whole]\n    if whole is None:",
        "tests/unit/test_desk.py::test_an_edit_by_another_program_is_taken_in_and_the_rest_keeps_its_origin",
    ),
    Mutant(
        "the bridge ignores the clip",
        "4",
        "qt/bridge.py",
        "first, last = max(0, start - 1), min(old_end + 1, before)",
        "old_end, new_end = at + removed, at + added\n        first, last = max(0, start - 1), old_end",
        f"{_BRIDGE}[13c composed]",
    ),
    Mutant(
        "the bridge leaves half an emoji",
        "4",
        "qt/bridge.py",
        "whole = [_of_whole_characters(old, edit) for edit in found]",
        "whole = found",
        f"{_BRIDGE}[8b delete takes half of an emoji in some scripts]",
    ),
    Mutant(
        "what Qt does not report is nobody's",
        "4",
        "qt/bridge.py",
        "if self._document.revision() != self._revision and not self._carrying:",
        "if self._document.revision() < 0:",
        f"{_BRIDGE}[26 the same length, not reported]",
    ),
    Mutant(
        "the record forgets the offset",
        "5",
        "history/changes.py",
        "replace(record, who=source.origin, ref=source.ref, offset=run.offset)",
        "replace(record, who=source.origin, ref=source.ref)",
        "tests/unit/test_records.py::test_a_change_keeps_whose_it_is",
    ),
    Mutant(
        "a run of deleting forgets where it ended",
        "5",
        "history/changes.py",
        "at=second.at, removed=first.removed + second.removed",
        "removed=first.removed + second.removed",
        "tests/unit/test_records.py::test_coalescing_loses_no_change",
    ),
    Mutant(
        "composing is typing",
        "6",
        "qt/bridge.py",
        "        if old == new:\n            return []\n        exact",
        "        if old == new:\n            return [Edit(start, start + len(old), new)]\n        exact",
        f"{_BRIDGE}[13a composing]",
    ),
    Mutant(
        "a change of format is the program's text",
        "6",
        "qt/bridge.py",
        "found = edits(shown(self._draft.text.units()), self._read(0, self._length()))",
        "found = [Edit(0, len(self._draft.text), self._read(0, self._length()))]",
        f"{_BRIDGE}[6 setCharFormat]",
    ),
    Mutant(
        "findings pass over what stood before",
        "7",
        "provenance/suggested.py",
        "stood = [any(a <= token.start < b for a, b in told.stood) for token in found]",
        "stood = [False] * len(found)",
        "tests/unit/test_recognition.py::test_what_stood_in_the_manuscript_before_is_never_the_suggestion_s",
    ),
    Mutant(
        "one word among many signs is known again",
        "7",
        "provenance/seen.py",
        " and 2 * sum(t.end - t.start for t in mine) >= length",
        "",
        "tests/unit/test_recognition.py::test_a_word_is_not_known_again_because_much_else_stands_round_it",
    ),
    Mutant(
        "a passage that was rewritten is not listed",
        "8",
        "report/passages.py",
        "for suggestion in dict.fromkeys([*put_in, *pieces_of]):",
        "for suggestion in pieces_of:",
        "tests/unit/test_report_measure.py::test_a_human_rewrite_takes_the_words_it_replaced_out_of_the_models_count",
    ),
    Mutant(
        "a rewritten word is still counted as kept",
        "8",
        "report/passages.py",
        "kept = min(fate.kept, brought)",
        "kept = brought",
        "tests/unit/test_report_measure.py::test_a_human_rewrite_takes_the_words_it_replaced_out_of_the_models_count",
    ),
)


def _copied(to: Path) -> Path:
    for name in _TAKEN:
        source = HERE / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, to / name)
    return to


def _passes(tree: Path, *tests: str) -> bool:
    """Whether the tests pass in a copy of the tree, each of which has to be there."""
    environment = os.environ | {"PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # neither passed nor failed: pytest could not run them
        raise RuntimeError(f"{' '.join(tests)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode == 0


def killed(tree: Path, mutant: Mutant) -> bool:
    """Whether the mutant's test fails when it is put into the copy; the copy is as before then."""
    path = tree / "src" / "firsthand" / mutant.file
    whole = path.read_text("utf-8")
    if whole.count(mutant.old) != 1:
        raise RuntimeError(f"{mutant.name}: what it replaces stands {whole.count(mutant.old)} times in {mutant.file}")
    path.write_text(whole.replace(mutant.old, mutant.new), "utf-8")
    try:
        return not _passes(tree, mutant.test)
    finally:
        path.write_text(whole, "utf-8")


def main() -> int:
    words = sys.argv[1:]
    chosen = [mutant for mutant in MUTANTS if not words or any(word in mutant.name for word in words)]
    with tempfile.TemporaryDirectory(prefix="firsthand-mutants-") as folder:
        tree = _copied(Path(folder))
        if not _passes(tree, *dict.fromkeys(mutant.test for mutant in chosen)):
            print("The named tests do not all pass without a mutant; nothing can be said of them.")
            return 2
        survived = 0
        for mutant in chosen:
            dead = killed(tree, mutant)
            survived += not dead
            print(f"{'killed' if dead else 'SURVIVED'}  law {mutant.law}: {mutant.name}  ({mutant.test})", flush=True)
    print(f"{len(chosen) - survived} of {len(chosen)} killed")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
