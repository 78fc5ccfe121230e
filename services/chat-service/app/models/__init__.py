"""Tables and their invariants; importing this package knows them all."""

from app.models.chat import Chat as Chat
from app.models.chat import Member as Member
from app.models.message import Message as Message
from app.models.order_window import OrderWindow as OrderWindow
from app.models.person import Block as Block
from app.models.person import Person as Person
from app.models.report import Report as Report
