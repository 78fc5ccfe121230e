"""People and neighbours for tests."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.quiz import QUESTIONS
from lapa_contracts.media import MediaClient
from lapa_kit.ids import new_id
from lapa_kit.testing.identity import bearer

PASSWORD = "correct horse battery"
KAMPPI = {"lat": 60.1686, "lon": 24.9316}
ADMIN_ID = new_id()


@dataclass
class Someone:
    """A registered person: his tokens and the headers of his requests."""

    id: UUID
    email: str
    access_token: str
    refresh_token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access_token}"}


async def register(
    client: httpx.AsyncClient, role: str = "client", email: str | None = None, **details: Any
) -> Someone:
    email = email or f"{new_id()}@lapa.example"
    body = {"email": email, "password": PASSWORD, "full_name": "Aino Virtanen", "role": role}
    response = await client.post("/api/v1/auth/register", json={**body, **details})
    assert response.status_code == 201, response.text
    answer = response.json()
    return Someone(
        UUID(answer["user"]["id"]), email, answer["access_token"], answer["refresh_token"]
    )


async def log_in(client: httpx.AsyncClient, email: str, password: str = PASSWORD) -> httpx.Response:
    body = {"email": email, "password": password}
    return await client.post("/api/v1/auth/login", json=body)


async def refresh(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post("/api/v1/auth/refresh", json={"refresh_token": token})


def admin() -> dict[str, str]:
    return bearer(ADMIN_ID, "admin")


def put_media(stand_in: Any, *, refuse: bool = False) -> list[dict[str, Any]]:
    """media-service as far as claims need it; the claims it was asked for."""
    claims: list[dict[str, Any]] = []
    app = FastAPI()

    @app.post("/internal/v1/media/claims")
    async def claim(request: Request) -> JSONResponse:
        claims.append(await request.json())
        if refuse:
            return JSONResponse({"code": "media_not_usable", "title": "Not usable"}, 422)
        return JSONResponse({})

    stand_in(MediaClient, app)
    return claims


async def take_quiz(
    client: httpx.AsyncClient, someone: Someone, *, wrong: int = 0
) -> httpx.Response:
    """A try at the safety quiz with so many wrong answers."""
    path = "/api/v1/walkers/me/quiz"
    drawn = await client.post(path, headers=someone.headers)
    assert drawn.status_code == 201, drawn.text
    answers: dict[str, str] = {}
    for number, question in enumerate(drawn.json()["questions"]):
        right = QUESTIONS[question["id"]].answer
        others = [option["id"] for option in question["options"] if option["id"] != right]
        answers[question["id"]] = others[0] if number < wrong else right
    path = f"{path}/{drawn.json()['id']}/answers"
    return await client.post(path, json={"answers": answers}, headers=someone.headers)


def walker_profile(**changes: Any) -> dict[str, Any]:
    return {
        "bio": "Walks in any weather.",
        "experience_years": 3,
        "home": KAMPPI,
        "service_radius_m": 2000,
        "accepted_sizes": ["small", "medium"],
        "accepted_species": ["dog"],
        "takes_reactive": False,
        "instant_book": True,
        "max_dogs": 2,
        "languages": ["fi", "en"],
        "skills": ["puppies"],
        "rate_bp": 11_000,
        **changes,
    }
