"""The gateway's own API under /api/v1."""

from app.api.v1 import gateway, testing

routers = [gateway.router]
test_routers = [testing.router]
"""Served in test mode only: otherwise they do not exist."""
