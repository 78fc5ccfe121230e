"""Breeds, for the form that asks for one."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.models.breeds import find_breeds
from app.schemas.pets import BreedRead, Breeds

router = APIRouter(prefix="/pets/breeds", tags=["pets"])


@router.get("")
async def search_breeds(
    query: Annotated[str, Query(max_length=80)] = "",
    limit: Annotated[int, Query(ge=1, le=300)] = 20,
) -> Breeds:
    """Dog breeds by a part of their English or Russian name."""
    return Breeds(items=[BreedRead.model_validate(one) for one in find_breeds(query, limit)])
