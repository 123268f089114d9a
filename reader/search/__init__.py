"""Finding words: an index file of its own, thrown away and rebuilt at will."""
