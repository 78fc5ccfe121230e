"""From a template and its variables to words, in the reader's language and time zone."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.models.template import InvalidTemplate, MissingVariable

LONGEST_TEXT = 10_000
WITHOUT_CENTS = {"JPY", "KRW", "VND", "ISK", "CLP"}
MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
}
# what a value of each kind looks like, for previews and to try a template before it is kept
SAMPLES: dict[str, Any] = {
    "text": "Rex",
    "money": {"amount": 1950, "currency": "EUR"},
    "moment": "2026-06-01T15:30:00+00:00",
    "date": "2026-06-01",
    "number": 3,
}

_environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def render(
    subject: str,
    body: str,
    variables: Mapping[str, str],
    params: Mapping[str, Any],
    *,
    locale: str,
    timezone: str,
) -> tuple[str, str]:
    """Subject (one line) and body; raises MissingVariable, InvalidTemplate."""
    said = {
        name: _said(name, kind, params.get(name), locale=locale, timezone=timezone)
        for name, kind in variables.items()
    }
    try:
        title = _environment.from_string(subject).render(said)
        text = _environment.from_string(body).render(said)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise InvalidTemplate(str(error)[:300]) from None
    return " ".join(title.split())[:200], text[:LONGEST_TEXT]


def check(subject: str, body: str, variables: Mapping[str, str]) -> None:
    """Refuse a template that could not be sent: at writing time, not when it is needed."""
    for source in (subject, body):
        try:
            used = meta.find_undeclared_variables(_environment.parse(source))
        except TemplateError as error:
            raise InvalidTemplate(str(error)[:300]) from None
        if unknown := used - set(variables):
            raise InvalidTemplate(f"There is no variable {', '.join(sorted(unknown))} here.")
    samples = {name: SAMPLES[kind] for name, kind in variables.items()}
    render(subject, body, variables, samples, locale="en", timezone="UTC")


def _said(name: str, kind: str, value: Any, *, locale: str, timezone: str) -> Any:
    try:
        match kind:
            case "money":
                return say_money(int(value["amount"]), str(value["currency"]), locale)
            case "moment":
                moment = datetime.fromisoformat(value).astimezone(ZoneInfo(timezone))
                return f"{_say_day(moment, locale)}, {moment:%H:%M}"
            case "date":
                return _say_day(date.fromisoformat(value), locale)
            case "number":
                return None if value is None else int(value)
            case _:
                assert isinstance(value, str)
                return value
    except (TypeError, KeyError, ValueError, AssertionError):
        raise MissingVariable(f"{name} must be a {kind}.") from None


def say_money(amount: int, currency: str, locale: str) -> str:
    """`amount` in minor units."""
    if currency in WITHOUT_CENTS:
        return f"{amount} {currency}"
    sign = "-" if amount < 0 else ""
    point = "," if locale == "ru" else "."
    return f"{sign}{abs(amount) // 100}{point}{abs(amount) % 100:02} {currency}"


def _say_day(day: date, locale: str) -> str:
    month = MONTHS.get(locale, MONTHS["en"])[day.month - 1]
    return f"{day.day} {month}"
