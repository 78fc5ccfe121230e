"""What only other services may call."""

from app.api.internal import key_tokens, permissions

routers = [permissions.router, key_tokens.router]
