"""Firsthand: a desktop writing companion that knows whose every word is."""

__version__ = "0.1.0"
