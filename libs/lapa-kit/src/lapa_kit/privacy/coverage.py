"""Finding what a declaration has left out: by the names and the types of columns, so that new ones are found too."""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ARRAY, Column, Enum, Float, LargeBinary, String, Table, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import class_mapper
from sqlalchemy.types import TypeEngine, UserDefinedType

from lapa_kit.db import Base
from lapa_kit.privacy.declaration import Change, Delete, Holding, Keep, Privacy
from lapa_kit.schema import KIT_TABLES

# columns that hold the id of a person by their name
PERSON = re.compile(
    r"(^|_)(user|person|owner|client|walker|author|actor|sender|recipient|reader|viewer|reviewer|"
    r"reporter|reported|subject|other|payer|payee|member|guest|inviter|invitee|creator)_id$"
    r"|^(writer|caller)$|_by$"
)
PLACE = re.compile(r"(^|_)(lat|lon|latitude|longitude)$")


def undeclared(privacy: Privacy) -> list[str]:
    """One sentence for each table or column that the declaration does not speak of."""
    return [fault for model in _models() for fault in _faults(model, privacy)]


def _models() -> list[type[Base]]:
    mapped = {mapper.class_ for mapper in Base.registry.mappers}
    ours = [model for model in mapped if model.__tablename__ not in KIT_TABLES]
    return sorted(ours, key=lambda model: str(model.__tablename__))


def _faults(model: type[Base], privacy: Privacy) -> Iterator[str]:
    table = str(model.__tablename__)
    holdings = [holding for holding in privacy.holdings if holding.model is model]
    if model in privacy.impersonal:
        for column in _columns(model):
            if _is_of_a_person(column):
                yield f"{table}.{column.name} is a person's id: {table} is not impersonal"
        return
    if not holdings:
        yield f"{table} is neither among the holdings nor the impersonal tables"
        return
    known = {holding.by.key for holding in holdings}
    if not any(callable(holding.erase) for holding in holdings):
        for column in _columns(model):
            if _is_of_a_person(column) and column.key not in known and not _all_go(holdings):
                yield f"{table}.{column.name} is a person's id, and no holding is `by` it"
    for column in _columns(model):
        if _may_be_personal(column) and not _is_spoken_of(column, holdings):
            yield (
                f"{table}.{column.name} may say something of a person: let `Change` empty it, "
                "or name it `harmless`"
            )


def _columns(model: type[Base]) -> list[Column[Any]]:
    table = class_mapper(model).local_table
    assert isinstance(table, Table)
    return list(table.columns)


def _is_of_a_person(column: Column[Any]) -> bool:
    return isinstance(column.type, Uuid) and PERSON.search(column.name) is not None


def _all_go(holdings: list[Holding]) -> bool:
    return all(isinstance(holding.erase, Delete) for holding in holdings)


def _may_be_personal(column: Column[Any]) -> bool:
    kind: TypeEngine[Any] = column.type
    if isinstance(kind, Float):
        return PLACE.search(column.name) is not None
    if isinstance(kind, Enum) or column.foreign_keys:
        return False
    return isinstance(kind, String | JSONB | ARRAY | LargeBinary | UserDefinedType)


def _is_spoken_of(column: Column[Any], holdings: list[Holding]) -> bool:
    """In a row that stays, each holding by itself, or one for all, says what becomes of the column."""
    named: set[str] = set()
    for holding in holdings:
        if isinstance(holding.erase, Change):
            named |= {one.key for one in (*holding.erase.values, *holding.erase.harmless)}
        elif isinstance(holding.erase, Keep) or callable(holding.erase):
            return True
    return column.key in named or _all_go(holdings)
