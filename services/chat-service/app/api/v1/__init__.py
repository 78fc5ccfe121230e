"""The public API of the chat service."""

from app.api.v1 import chats, live, messages, participants, reports

# live and reports first: their literal paths must not be taken for a chat's id
routers = [live.router, reports.router, chats.router, participants.router, messages.router]
