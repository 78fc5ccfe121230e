"""The built-in provider for development, demos and tests: money out of nothing, answers by token.

It plays an outside company: its own books, its own transactions, committed before it answers, signed webhooks
over real HTTP.
"""

from app.providers.sandbox.company import Sandbox as Sandbox
