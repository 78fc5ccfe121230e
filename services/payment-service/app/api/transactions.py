"""Transactions of one's own, for a request that calls a provider between two of them."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from lapa_kit.db import Sessions


def _sessions(connection: HTTPConnection) -> Sessions:
    return connection.app.state.sessions


OwnTransactions = Annotated[Sessions, Depends(_sessions)]
