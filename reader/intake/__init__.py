"""Witness to edition: what is on the shelf, and how each text is established."""

INTAKE = 3
"""The intake's own version: raise it whenever it comes to establish a text differently."""
