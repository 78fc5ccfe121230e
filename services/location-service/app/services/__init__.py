"""Use cases: one function per thing that can happen."""
