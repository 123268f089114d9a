"""What the person wrote: highlights, notes, categories; one SQLite file, the only precious one."""
