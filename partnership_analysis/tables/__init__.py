"""The tables: frames, schema, files."""
