"""What can go wrong while a model is asked, each as one sentence for the author.

The class says whose fault it is; the text says what happened and what to do. No text holds a key.
"""


class Trouble(Exception):  # noqa: N818 - a trouble is told to the author; it is no fault of the code
    """Something kept a suggestion from arriving; `str(trouble)` is the sentence to show."""


class BuiltinTrouble(Trouble):
    """The model on this computer is missing, damaged, or ended."""


class EndpointTrouble(Trouble):
    """A connected model refused, did not answer, or answered nonsense."""


class BrokenOff(EndpointTrouble):
    """The connection ended in the middle of an answer; what had arrived before is good."""


class NothingUsable(Trouble):
    """An answer arrived, but there is no sentence in it to show."""
