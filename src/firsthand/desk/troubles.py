"""What goes wrong at the desk, as a sentence for the author."""


class DeskError(Exception):
    """Something cannot be done with the manuscript; the text says what happened and what to do."""
