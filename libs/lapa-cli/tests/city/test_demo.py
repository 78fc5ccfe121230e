"""The living city on a platform of paper: walks happen from the booking to the review."""

import asyncio
import io
from collections.abc import Callable

import httpx
import pytest
from fake_platform import FakePlatform
from rich.console import Console

from lapa_cli.city import connection, demo, owner, phone, walker
from lapa_cli.city.demo import run_demo
from lapa_cli.failures import Failure

SPEED = 1500.0


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> FakePlatform:
    """All pauses that do not follow the city's speed are cut short."""
    fake = FakePlatform()
    genuine = httpx.AsyncClient

    def client(**settings: object) -> httpx.AsyncClient:
        return genuine(base_url=str(settings["base_url"]), transport=httpx.MockTransport(fake))

    monkeypatch.setattr(demo.httpx, "AsyncClient", client)
    monkeypatch.setattr(owner, "LOOK_EVERY_S", 0.02)
    monkeypatch.setattr(walker, "LOOK_FOR_OFFERS_EVERY_S", 0.02)
    monkeypatch.setattr(phone, "READING_EVERY_S", 20.0)
    monkeypatch.setattr(connection, "PATIENCE_S", 2.0)
    return fake


async def play(until: Callable[[], bool], *, owners: int = 2, walkers: int = 2) -> str:
    """Plays the city until something holds; returns what it told."""
    told = io.StringIO()
    console = Console(file=told, width=200)
    city = asyncio.create_task(
        run_demo(
            "http://127.0.0.1:9",
            "admin@lapa.test",
            "secret",
            owners=owners,
            walkers=walkers,
            speed=SPEED,
            console=console,
        )
    )
    try:
        async with asyncio.timeout(20):
            while not until():
                if city.done():
                    city.result()
                await asyncio.sleep(0.02)
    finally:
        city.cancel()
        await asyncio.gather(city, return_exceptions=True)
    return told.getvalue()


async def test_walks_happen_from_the_booking_to_the_reviews(platform: FakePlatform) -> None:
    told = await play(lambda: len(platform.reviews) >= 4)

    walked = [o for o in platform.orders.values() if o["status"] == "settled"]
    assert len(walked) >= 2
    assert {event["type"] for event in platform.events} >= {"pee", "poo", "photo"}
    assert len({message["sender_id"] for message in platform.messages}) >= 2
    assert platform.wallet >= 15_000
    assert "owner01@demo.lapa" in told
    assert "brings Musti home" in told


async def test_positions_come_in_order_and_stay_in_the_city(platform: FakePlatform) -> None:
    await play(lambda: bool(platform.reviews), owners=1, walkers=1)

    assert [fix["seq"] for fix in platform.fixes] == sorted(fix["seq"] for fix in platform.fixes)
    assert all(60.16 < fix["lat"] < 60.185 for fix in platform.fixes)
    assert len({(fix["lat"], fix["lon"]) for fix in platform.fixes}) > 20


async def test_what_could_not_be_sent_is_sent_when_the_platform_is_back(
    platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phone, "RETRY_AFTER_S", 0.05)
    platform.fail_next = {"/locations": 12, "/media": 2}

    await play(lambda: bool(platform.reviews), owners=1, walkers=1)

    seqs = [fix["seq"] for fix in platform.fixes]
    assert seqs == list(range(1, len(seqs) + 1))


async def test_a_second_start_finishes_what_the_first_left(platform: FakePlatform) -> None:
    await play(
        lambda: any(o["status"] == "in_progress" for o in platform.orders.values()),
        owners=1,
        walkers=1,
    )
    left = next(o for o in platform.orders.values() if o["status"] == "in_progress")

    await play(lambda: left["status"] == "settled", owners=1, walkers=1)

    assert len(platform.pets) == 1
    assert len(next(iter(platform.pets.values()))) == 1


async def test_an_answer_nobody_expected_is_one_line_and_no_crash(platform: FakePlatform) -> None:
    genuine = platform.order
    asked: list[int] = []

    def odd(request: httpx.Request, path: list[str], *rest: object) -> tuple[int, object]:
        if path == ["quote"]:
            asked.append(1)
            return 201, {"surprise": True}
        return genuine(request, path, *rest)  # type: ignore[arg-type]

    platform.order = odd  # type: ignore[method-assign]

    told = await play(lambda: len(asked) >= 2, owners=1, walkers=1)

    assert "unexpected answer: Quote without a valid quote_id, amount, currency" in told


async def test_a_wrong_admin_is_told_what_to_do(
    platform: FakePlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> tuple[int, object]:
        return 401, {"code": "invalid_credentials"}

    monkeypatch.setattr(platform, "answer", refuse)

    with pytest.raises(Failure, match="ADMIN_EMAIL"):
        await play(lambda: False)
