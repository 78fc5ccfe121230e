"""What crosses HTTP; only `api/` imports these."""
