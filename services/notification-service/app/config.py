"""The settings of the notification service, and nothing else's."""

from datetime import timedelta
from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator

from lapa_contracts.notification import Channel
from lapa_contracts.settings import LapaSettings


class Settings(LapaSettings):
    service_name: ClassVar[str] = "notification-service"
    schema_name: ClassVar[str] = "notifications"

    # smtp://user:password@host:587 (STARTTLS where offered) or smtps://...; empty: no e-mail goes out
    smtp_url: str = ""
    smtp_timeout_s: float = 20.0
    # an HTTP gateway for SMS (app/services/sms.py says what it is sent); empty: no SMS goes out
    sms_url: str = ""
    sms_token: SecretStr = SecretStr("")
    sms_timeout_s: float = 20.0
    mail_from: str = "Lapa <no-reply@lapa.localhost>"
    default_locale: str = "en"
    default_timezone: str = "Europe/Helsinki"

    email_attempts: int = 12
    # a new account's address comes by an event of its own, which may be a little later
    wait_for_address: timedelta = timedelta(seconds=60)
    tell_unread_after: timedelta = timedelta(seconds=10)

    @field_validator("smtp_url")
    @classmethod
    def _names_a_server(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
            raise ValueError("expected smtp://[user:password@]host[:port] or smtps://...")
        return value

    @field_validator("sms_url")
    @classmethod
    def _names_a_gateway(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("expected http://... or https://...")
        return value

    def has_provider(self, channel: Channel) -> bool:
        urls = {Channel.EMAIL: self.smtp_url, Channel.SMS: self.sms_url}
        return bool(urls.get(channel))


settings = Settings.from_env()
