"""Edition and notes to a file: pure functions, written beside the target and then put in its place."""
