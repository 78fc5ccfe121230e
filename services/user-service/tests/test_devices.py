"""Which devices are signed in, as their owner knows them, and hearing of one that he does not know."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from factories import PASSWORD, log_in, register
from mmdb_writer import MMDBWriter
from netaddr import IPSet
from pydantic import ValidationError

from app.config import Settings, settings
from app.services import devices
from lapa_contracts.user import NewDeviceSeen

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.5 Mobile/15E148 Safari/604.1"
)
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0"
HELSINKI, ELSEWHERE = "81.2.69.10", "203.0.113.7"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: Any) -> Path:
    """A small database of places in the format that operators buy, in use for this test."""
    writer = MMDBWriter(ip_version=6, ipv4_compatible=True, database_type="GeoLite2-City")
    city = {"country": {"iso_code": "FI"}, "city": {"names": {"en": "Helsinki"}}}
    writer.insert_network(IPSet(["81.2.69.0/24"]), city)
    writer.insert_network(IPSet(["203.0.113.0/24"]), {"country": {"iso_code": "BR"}})
    file = tmp_path / "places.mmdb"
    writer.to_db_file(str(file))
    monkeypatch.setattr(
        devices, "settings", settings.model_copy(update={"geoip_database": str(file)})
    )
    return file


def on(app: Any, address: str, agent: str) -> httpx.AsyncClient:
    """A client whose requests come from there."""
    transport = httpx.ASGITransport(app, client=(address, 4321))
    headers = {"User-Agent": agent}
    return httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers)


async def seen(outbox: Any) -> list[NewDeviceSeen]:
    said = [one for one in await outbox() if one.type == NewDeviceSeen.type]
    return [NewDeviceSeen.model_validate(one.payload) for one in said]


async def test_devices_are_listed_by_name_and_place(client: Any, app: Any, places: Path) -> None:
    someone = await register(client)
    async with on(app, HELSINKI, IPHONE) as phone:
        entered = await log_in(phone, someone.email)
    headers = {"Authorization": f"Bearer {entered.json()['access_token']}"}

    listed = await client.get("/api/v1/auth/sessions", headers=headers)

    here = next(one for one in listed.json()["items"] if one["is_current"])
    assert (here["browser"], here["system"]) == ("Mobile Safari", "iOS")
    assert (here["address"], here["country"], here["city"]) == (HELSINKI, "FI", "Helsinki")
    there = next(one for one in listed.json()["items"] if not one["is_current"])
    assert (there["browser"], there["country"], there["city"]) == (None, None, None)


async def test_a_device_is_told_of_once_and_one_that_is_known_never(
    client: Any, app: Any, outbox: Any, places: Path
) -> None:
    someone = await register(client)
    await log_in(client, someone.email)
    assert await seen(outbox) == [], "registering and the same device again are no news"

    for address in (HELSINKI, HELSINKI, ELSEWHERE):
        async with on(app, address, FIREFOX) as desk:
            assert (await log_in(desk, someone.email)).status_code == 200

    first, abroad = await seen(outbox)
    assert (first.user_id, first.browser, first.system) == (someone.id, "Firefox", "Windows")
    assert (first.country, abroad.country) == ("FI", "BR")


@pytest.mark.parametrize(
    "agent", ["", "Visit evil.example/1.0 Bot", "Firefox/127.0 (pay at evil.example)", "x" * 5000]
)
async def test_what_a_client_calls_itself_gets_into_no_message(
    client: Any, app: Any, outbox: Any, agent: str
) -> None:
    someone = await register(client)
    async with on(app, "not an address", agent) as device:
        assert (await log_in(device, someone.email)).status_code == 200

    for one in await seen(outbox):
        assert {one.browser, one.system} <= {None, "Firefox"}
        assert one.country is None


async def test_a_wrong_password_is_no_new_device(client: Any, app: Any, outbox: Any) -> None:
    someone = await register(client)
    async with on(app, HELSINKI, IPHONE) as phone:
        assert (await log_in(phone, someone.email, f"not {PASSWORD}")).status_code == 401
    assert await seen(outbox) == []


def test_a_database_that_cannot_be_read_is_refused_at_the_start(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mmdb"
    broken.write_bytes(b"not a database")
    for file in (broken, tmp_path / "absent.mmdb"):
        with pytest.raises(ValidationError, match="GEOIP_DATABASE cannot be read"):
            Settings(geoip_database=file)
