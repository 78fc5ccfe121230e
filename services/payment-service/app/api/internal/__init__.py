"""What only other services may call."""

from app.api.internal import payments

routers = [payments.router]
