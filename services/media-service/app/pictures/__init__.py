"""Decoding what strangers send: in a process of its own, with limits, and without secrets."""
