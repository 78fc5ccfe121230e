"""E-mail by SMTP."""

from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiosmtplib

from app.config import Settings
from lapa_kit import clock


class Refused(Exception):
    """The server will not take this message, however often it is asked; `bounced`: nobody lives there."""

    def __init__(self, answer: str, *, bounced: bool) -> None:
        super().__init__(answer)
        self.answer, self.bounced = answer, bounced


class Unreachable(Exception):
    """The server cannot take it now: try again later."""


NOBODY_THERE = {550, 551, 553}


def compose(
    settings: Settings, delivery_id: UUID, *, to: str, subject: str, text: str
) -> EmailMessage:
    """The same delivery always has the same Message-ID, so that a second copy can be known as one."""
    domain = parseaddr(settings.mail_from)[1].partition("@")[2] or "lapa.localhost"
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = f"<{delivery_id}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return message


async def send(settings: Settings, message: EmailMessage) -> str:
    """The server's answer; raises Refused, Unreachable."""
    url = urlsplit(settings.smtp_url)
    secure = url.scheme == "smtps"
    try:
        _, answer = await aiosmtplib.send(
            message,
            hostname=url.hostname,
            port=url.port or (465 if secure else 587),
            username=unquote(url.username) if url.username else None,
            password=unquote(url.password) if url.password else None,
            use_tls=secure,
            timeout=settings.smtp_timeout_s,
        )
        return answer
    except aiosmtplib.SMTPRecipientsRefused as error:
        refused = error.recipients[0]
        raise _verdict(refused.code, refused.message) from error
    except aiosmtplib.SMTPResponseException as error:
        raise _verdict(error.code, error.message) from error
    except (aiosmtplib.SMTPException, OSError) as error:
        raise Unreachable(f"{type(error).__name__}: {error}") from error
    except (ValueError, UnicodeError) as error:
        raise Refused(f"not an address: {error}", bounced=True) from error


def _verdict(code: int, answer: str) -> Exception:
    """5xx is for good, except that a server which wants other credentials may be set right."""
    said = f"{code} {answer}"
    if 500 <= code < 600 and code not in (530, 535, 538):
        return Refused(said, bounced=code in NOBODY_THERE)
    return Unreachable(said)
