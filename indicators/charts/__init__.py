"""Judged numbers become chart specifications: pure data that every renderer draws with the same numbers."""
