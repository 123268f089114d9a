"""Witness to edition: what is on the shelf, and how each text is established."""
