"""Two computers that write apart in copies of one manuscript: nothing is lost, and whose every word is stays known."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.apart import Author, agree, begun, nothing_lost, settle, words, write


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000_000), rounds=st.integers(1, 3), copies=st.booleans())
def test_what_was_written_apart_is_all_there_and_everybodys_own(seed, rounds, copies):
    chance = Random(seed)
    author = Author(chance)
    with TemporaryDirectory() as place:
        one, other, synchroniser = begun(Path(place), author, copies=copies)
        for _ in range(rounds):
            with one.sitting() as desk:
                before = set(words(desk))
            synchroniser.run()
            with other.sitting() as desk:
                assert set(words(desk)) == before
            synchroniser.run()
            here, there = (write(author, computer, chance.randint(0, 8)) for computer in (one, other))
            settle(one, other, synchroniser)
            for computer in (one, other):
                nothing_lost(computer, before, here, there)
            synchroniser.run()
        agree(one, other)


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000_000), share=st.floats(0.1, 0.9))
def test_files_may_come_in_any_order_and_a_few_at_a_time(seed, share):
    chance = Random(seed)
    author = Author(chance)
    with TemporaryDirectory() as place:
        one, other, synchroniser = begun(Path(place), author, copies=False)
        with other.sitting() as desk:
            before = set(words(desk))
        synchroniser.run()
        with one.sitting():
            pass  # so that the other computer is known here
        here, there = (write(author, computer, chance.randint(1, 6)) for computer in (one, other))
        for _ in range(3):
            synchroniser.run(chance, share)
            with chance.choice([one, other]).sitting():
                pass
        settle(one, other, synchroniser)
        for computer in (one, other):
            nothing_lost(computer, before, here, there, half=True)
        synchroniser.run()
        agree(one, other)
