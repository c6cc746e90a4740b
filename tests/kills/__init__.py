"""A program killed at random moments: nothing that was on the screen for a quarter of a second may be lost."""
