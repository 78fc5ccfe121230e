"""What only other services may call."""

from app.api.internal import claims

routers = [claims.router]
