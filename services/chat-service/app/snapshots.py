"""What others copy of chats: the complete list."""

from app.models import Chat
from app.services.telling import chats_changed
from lapa_contracts.chat import ChatChanged
from lapa_kit.snapshots import Source

snapshots = [Source(ChatChanged, Chat, Chat.id, chats_changed)]
