"""What the gateway refuses itself it says in the client's language, on either lane."""

import pytest
from platforms import Start

PATH = "/api/v1/orders"
RUSSIAN = {"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.8"}


@pytest.mark.parametrize(
    ("path", "code", "russian"),
    [
        ("/api/v1/pets", "service_unavailable", "pet-service сейчас недоступен."),
        (f"{PATH}/a//b", "malformed_request", "В пути есть пустые части или запрещённые символы."),
        ("/nothing", "unknown_service", "Здесь нет ни сервиса, ни страницы"),
        (f"{PATH}?limited", "rate_limited", "Слишком много запросов: помедленнее"),
    ],
)
async def test_a_refusal_is_said_in_the_language_that_was_asked_for(
    start: Start, upstream: str, path: str, code: str, russian: str
) -> None:
    limit = 2 if "limited" in path else 600
    platform = await start(order_service_url=upstream, rate_limit_address_per_minute=limit)
    for _ in range(limit if limit == 2 else 0):
        await platform.client.get(path, headers=RUSSIAN)
    for headers, language in ((RUSSIAN, "ru"), ({}, "en"), (RUSSIAN, "ru")):
        answer = await platform.client.get(path, headers=headers)
        told = answer.json()
        assert (told["code"], answer.headers["content-language"]) == (code, language)
        assert answer.headers["vary"] == "Accept-Language"
        assert (told["detail"] == russian) is (language == "ru")
        assert told["detail"].isascii() is (language == "en")
