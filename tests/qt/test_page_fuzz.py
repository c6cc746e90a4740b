"""Random writing through real pages against an oracle of unique characters; a few thousand steps."""

import os
import random

import pytest

from tests.qt.fuzz_page import two_pages, write
from tests.qt.page_parts import quiet

__all__ = ["quiet"]

_FIRST = random.SystemRandom().randrange(1_000_000) if os.environ.get("CI") else 100


@pytest.mark.parametrize("seed", [1, 2, 3, _FIRST])
def test_pages_drafts_and_oracle_agree(seed: int, quiet: None) -> None:
    with two_pages() as pages:
        assert write(pages, seed, 500) >= 500
