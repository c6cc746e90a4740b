"""Random writing through real pages against an oracle of unique characters; a few thousand steps."""

import os
import random

import pytest

from tests.qt.fuzz_page import two_pages, write
from tests.qt.page_parts import quiet

__all__ = ["quiet"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pages_drafts_and_oracle_agree(seed: int, quiet: None) -> None:
    with two_pages() as pages:
        assert write(pages, seed, 500) >= 500


def test_pages_drafts_and_oracle_agree_another_way_each_time_in_ci(quiet: None) -> None:
    seed = random.SystemRandom().randrange(1_000_000) if os.environ.get("CI") else 100
    print(f"seed {seed}")
    with two_pages() as pages:
        assert write(pages, seed, 500) >= 500
