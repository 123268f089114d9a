"""Edition and edition: what answers what."""
