"""What only other services may call."""

from app.api.internal import walkers

routers = [walkers.router]
