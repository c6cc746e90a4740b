"""Where something that is dragged in the binder would go: pure, on its rows. No Qt.

Scenes and notes go into chapters, the notes and the bin; chapters into parts or beside them; parts beside each other.
What is dropped inside something that cannot hold it goes behind that.
"""

from collections.abc import Sequence

from msgspec import Struct

from firsthand.desk.outlining import BIN, NOTES, TOP
from firsthand.qt.binder_tree import HEADINGS, SCENES, Node, RowKind, Rows


class Spot(Struct, frozen=True):
    """A home and what to stand ahead of there, as `desk.outlining` has them."""

    home: str
    before: str = ""


def spot(rows: Rows, ids: Sequence[str], above: Node, row: int) -> Spot | None:
    """Where these go if they are dropped below ``above`` ahead of its row ``row``, or upon it (-1); None if nowhere."""
    kinds = {rows.by_id[one].kind for one in ids if one in rows.by_id}
    if not kinds or above.id in ids:
        return None
    if above.kind is RowKind.BIN:
        return Spot(BIN) if kinds & {RowKind.PART, RowKind.CHAPTER, RowKind.SCENE, RowKind.NOTE} else None
    if kinds <= SCENES:
        return _for_scenes(rows, above, row)
    if kinds == {RowKind.CHAPTER}:
        return _for_chapters(rows, above, row)
    return _for_parts(rows, above, row) if kinds <= {RowKind.PART} else None


def _for_scenes(rows: Rows, above: Node, row: int) -> Spot | None:
    if above.kind is RowKind.NOTES:
        return Spot(NOTES, _at(above, row))
    if above.kind is RowKind.CHAPTER:
        return Spot(above.id, _at(above, row))
    if above.entry is not None:
        return None
    children = above.below
    behind = children[row - 1] if 0 < row <= len(children) else children[-1] if row < 0 and children else None
    if behind is None:  # ahead of the first chapter: into it
        first = next((node for node in children if node.kind is RowKind.CHAPTER), None)
        return Spot(first.id, first.below[0].id if first.below else "") if first and row == 0 else None
    if behind.kind is RowKind.BIN:
        return Spot(BIN)
    return _for_scenes(rows, behind, -1)


def _for_chapters(rows: Rows, above: Node, row: int) -> Spot | None:
    if above.kind is RowKind.PART and above is not rows.root:
        return Spot(above.id, _at(above, row))
    if above is rows.root:
        return _at_top(above, row)
    if above.kind is RowKind.CHAPTER and above.above is not None:
        home = above.above
        return Spot(TOP if home is rows.root else home.id, _after(above))
    return None


def _for_parts(rows: Rows, above: Node, row: int) -> Spot | None:
    if above is rows.root:
        return _at_top(above, row)
    top = above
    while top.above is not None and top.above is not rows.root:
        top = top.above
    return Spot(TOP, _after(top)) if top.kind in (RowKind.PART, RowKind.CHAPTER) else None


def _at_top(root: Node, row: int) -> Spot | None:
    """At the top, ahead of the notes and the bin."""
    if row < 0:
        return None
    before = root.below[row] if row < len(root.below) else None
    return Spot(TOP, before.id if before and before.kind in (RowKind.PART, RowKind.CHAPTER) else "")


def _at(above: Node, row: int) -> str:
    return above.below[row].id if 0 <= row < len(above.below) else ""


def _after(node: Node) -> str:
    assert node.above is not None
    beside = node.above.below[node.row + 1 : node.row + 2]
    return beside[0].id if beside and (beside[0].kind in HEADINGS - {RowKind.NOTES, RowKind.BIN}) else ""
