"""What only other services may call."""

from app.api.internal import permissions

routers = [permissions.router]
