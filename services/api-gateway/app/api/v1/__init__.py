"""The gateway's own API under /api/v1."""

from app.api.v1 import gateway, keys, testing, webhooks

routers = [gateway.router, keys.router, webhooks.router, webhooks.secret_router]
test_routers = [testing.router]
"""Served in test mode only: otherwise they do not exist."""
