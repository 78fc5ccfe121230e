"""The one way this program gives up."""


class Failure(Exception):
    """What went wrong and what to do about it, worded for the person at the terminal."""
