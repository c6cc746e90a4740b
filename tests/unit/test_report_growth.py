"""The growth of a draft: few points, none of them wrong."""

import pytest

from firsthand.history import Cause, Changed, Replay, found
from firsthand.provenance import Finding, Origin, Rule, Run, Source
from firsthand.report import Evidence, Growth


def grown(changes: int) -> tuple[Growth, Replay]:
    growth = Growth()
    replay = Replay(on_change=growth)
    for n in range(changes):
        scene = f"s{n % 7}"
        who = Origin.PASTED if n % 10 == 9 else Origin.TYPED
        replay.take(Changed(scene, n, 0, inserted="ab", who=who, cause=Cause.TYPE), 1000)
    return growth, replay


@pytest.mark.parametrize("changes", [0, 1, 2, 255, 256, 257, 5000])
def test_points_are_few_in_order_and_end_with_the_present(changes):
    growth, replay = grown(changes)
    points = growth.points()
    assert min(changes, 128) <= len(points) <= 257
    assert [p.when for p in points] == sorted({p.when for p in points})
    for point in points:
        until = point.when - 1000 + 1
        assert point.units[Origin.PASTED] == 2 * (until // 10)
        assert sum(point.units.values()) == 2 * until
    if changes:
        now = [state.text.counts() for state in replay.scenes.values()]
        assert points[-1].units == {origin: sum(c[origin] for c in now) for origin in Origin}


def test_asking_for_the_points_does_not_disturb_the_collecting():
    one, replay_one = grown(700)
    two, replay_two = grown(700)
    assert one.points() == one.points()
    for n in range(700, 1500):
        for growth, replay in ((one, replay_one), (two, replay_two)):
            replay.take(Changed("s0", n, 0, inserted="ab"), 1000)
            assert growth is not one or one.points()
    assert one.points() == two.points()


def found_later(evidence: Evidence) -> Growth:
    """A scene of typed words, a change in another scene, and then a finding over the first."""
    growth = Growth(evidence=evidence)
    replay = Replay(on_change=growth.changed)
    replay.take(Changed("s", 1, 0, inserted="shown before"), 1000)
    replay.take(Changed("other", 2, 0, inserted="ab"), 1000)
    source = Source(Origin.RETYPED, "x", Finding(Rule.RETYPED, Origin.TYPED))
    replay.take(found("s", 3, replay.scene("s").find(0, (Run(12, source),))), 1000)
    return growth


@pytest.mark.parametrize(
    ("evidence", "typed", "retyped"), [(Evidence.ALL, 2, 12), (Evidence.NONE, 14, 0)], ids=["all", "none"]
)
def test_the_last_point_knows_what_was_found_since(evidence, typed, retyped):
    first, last = found_later(evidence).points()
    assert (first.units[Origin.TYPED], first.units[Origin.RETYPED]) == (12, 0)
    assert (last.units[Origin.TYPED], last.units[Origin.RETYPED]) == (typed, retyped)
