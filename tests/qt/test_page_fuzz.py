"""Random writing through a real page against an oracle of unique letters; a few thousand steps."""

import os
import random

import pytest

from tests.qt.fuzz_page import write
from tests.qt.page_parts import quiet

__all__ = ["quiet"]

_FIRST = random.SystemRandom().randrange(1_000_000) if os.environ.get("CI") else 100


@pytest.mark.parametrize("seed", [1, 2, 3, _FIRST])
def test_page_draft_and_oracle_agree(seed: int, quiet: None) -> None:
    assert write(seed, 600) == 600
