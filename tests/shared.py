"""The data that lies beside a checkout, read where it stands; tests that need it skip without it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
COAUTHOR = SHARED / "data" / "coauthor"

needs_coauthor = pytest.mark.skipif(not COAUTHOR.is_dir(), reason="the shared session logs are not beside the checkout")
