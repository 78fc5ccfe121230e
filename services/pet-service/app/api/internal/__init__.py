"""What only other services may call."""

from app.api.internal import quotes

routers = [quotes.router]
