"""The document model: frozen and pure; no files, no database, no Qt."""
