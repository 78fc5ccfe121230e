"""What a device calls itself and where its address is, as far as can be told without asking anybody."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from app.config import settings

LONGEST_AGENT = 200
LONGEST_NAME = 60

# a family may be cut out of what the client has written: only these names go into messages
WELL_KNOWN = frozenset(
    {
        *("Chrome", "Chrome Mobile", "Chrome Mobile iOS", "Chromium", "Edge", "Edge Mobile"),
        *("Firefox", "Firefox Mobile", "Firefox iOS", "Mobile Safari", "Safari", "okhttp"),
        *("Opera", "Opera Mobile", "Samsung Internet", "Yandex Browser", "DuckDuckGo Mobile"),
        *("Android", "Chrome OS", "iOS", "Linux", "Mac OS X", "Ubuntu", "Windows"),
    }
)


@dataclass(frozen=True, slots=True)
class Device:
    """Who signed in, as far as can be told."""

    address: str
    user_agent: str | None = None


@dataclass(frozen=True, slots=True)
class Traits:
    """By what its owner knows a device again; `country` is ISO 3166-1, `city` in English."""

    browser: str | None = None
    system: str | None = None
    country: str | None = None
    city: str | None = None


def describe(device: Device) -> Traits:
    browser, system = _read_agent((device.user_agent or "")[:LONGEST_AGENT])
    country, city = _find_place(device.address)
    return Traits(browser, system, country, city)


def well_known(name: str | None) -> str | None:
    """The name if it is one that cannot have been made up for the reader of a message."""
    return name if name in WELL_KNOWN else None


@lru_cache(maxsize=1024)
def _read_agent(text: str) -> tuple[str | None, str | None]:
    # imported here: the table of agents takes 30 MB and a third of a second, at the first sign-in
    from ua_parser import parse

    found = parse(text)
    browser = found.user_agent.family if found.user_agent else None
    system = found.os.family if found.os else None
    return (browser or "")[:LONGEST_NAME] or None, (system or "")[:LONGEST_NAME] or None


def _find_place(address: str) -> tuple[str | None, str | None]:
    """Country and city by the operator's database; neither without one, and for private addresses."""
    places = settings.places
    if places is None:
        return None, None
    try:
        found = cast(dict[str, Any], places.get(address) or {})
    except ValueError:  # no address at all, or IPv6 in a database of IPv4
        return None, None
    city = found.get("city", {}).get("names", {}).get("en")
    return found.get("country", {}).get("iso_code"), city
