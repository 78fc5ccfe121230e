"""SQL: every select, insert, update and lock."""
