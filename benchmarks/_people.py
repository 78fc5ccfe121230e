"""Verified walkers and funded owners, made over the public API."""

import asyncio
import uuid
from typing import Any

import httpx

PICKUP = {"lat": 60.1686, "lon": 24.9316, "address": "Urho Kekkosen katu 1"}
HOURS = [{"weekday": day, "start": "00:00", "end": "00:00"} for day in range(7)]


class Person:
    def __init__(self, http: httpx.AsyncClient, made: dict[str, Any]) -> None:
        self.http, self.id = http, made["user"]["id"]
        self.headers = {"Authorization": f"Bearer {made['access_token']}"}

    async def call(self, method: str, path: str, body: Any = None, **options: Any) -> Any:
        answer = await self.http.request(
            method, f"/api/v1/{path}", json=body, headers=self.headers, **options
        )
        if answer.is_error:
            raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.text[:300]}")
        return answer.json() if answer.content else None


async def register(http: httpx.AsyncClient, role: str) -> Person:
    body = {
        "email": f"bench.{uuid.uuid4().hex}@example.com",
        "password": "a walk in the park 7",
        "full_name": "Bench Mark",
        "role": role,
    }
    answer = await http.post("/api/v1/auth/register", json=body)
    answer.raise_for_status()
    return Person(http, answer.json())


async def sign_in(http: httpx.AsyncClient, email: str, password: str) -> Person:
    answer = await http.post("/api/v1/auth/login", json={"email": email, "password": password})
    answer.raise_for_status()
    return Person(http, answer.json())


async def make_walker(http: httpx.AsyncClient, admin: Person, document: bytes) -> Person:
    walker = await register(http, "walker")
    files = {"file": ("passport.jpg", document, "image/jpeg")}
    media = await walker.call("POST", "media", files=files)
    wanted = {"document_type": "passport", "media_ids": [media["id"]]}
    await walker.call("POST", "users/verify-documents", wanted)
    pending = await admin.call("GET", "users/verifications?status=pending&limit=100")
    [mine] = [one for one in pending["items"] if one["user_id"] == walker.id]
    await admin.call("POST", f"users/verifications/{mine['id']}/approve", {"reason": "bench"})
    profile = {
        "bio": "",
        "experience_years": 1,
        "home": {"lat": PICKUP["lat"], "lon": PICKUP["lon"]},
        "service_radius_m": 3000,
        "accepted_sizes": ["small", "medium", "large"],
        "max_dogs": 2,
        "languages": ["en"],
        "skills": [],
        "rate_bp": 10000,
    }
    await walker.call("PUT", "walkers/me", profile)
    hours = {"timezone": "Europe/Helsinki", "weekly": HOURS, "exceptions": []}
    await walker.call("PUT", "walkers/me/availability", hours)
    await walker.call("POST", "walkers/me/online")
    return walker


async def make_owner(http: httpx.AsyncClient) -> tuple[Person, str]:
    """An owner with money and a dog; the dog's id."""
    owner = await register(http, "client")
    top_up = {"amount": 1_000_000, "currency": "EUR", "provider": "sandbox"}
    await owner.call("POST", "wallets/me/topups", {**top_up, "payment_token": "tok_success"})
    dog = {"name": "Rex", "species": "dog", "breed": "Mixed", "sex": "male", "weight_kg": 18}
    pet = await owner.call("POST", "pets", {**dog, "birth_date": "2020-05-01"})
    for _ in range(100):
        if (await owner.call("GET", "wallets/me"))["available"]:
            return owner, pet["id"]
        await asyncio.sleep(0.1)
    raise RuntimeError("the top-up did not arrive")
