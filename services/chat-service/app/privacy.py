"""What the chat service holds of people, and what becomes of it when they leave."""

from sqlalchemy import func

from app.models import Block, Chat, Member, Message, OrderWindow, Person, Report
from lapa_kit.privacy import DELETE, Change, Holding, Privacy, those_of

privacy = Privacy(
    holdings=[
        # his words go; that somebody said something there stays, so that `seq` has no gaps
        Holding(
            Message,
            Message.sender_id,
            Change(
                {
                    Message.text: None,
                    Message.attachments: [],
                    Message.lat: None,
                    Message.lon: None,
                    Message.revisions: [],
                    Message.client_message_id: None,
                    Message.deleted_at: func.coalesce(Message.deleted_at, func.now()),
                },
                harmless=[Message.card],
            ),
        ),
        Holding(
            Chat,
            Chat.id,
            Change({Chat.pair: None}),
            those_of(Chat.id, Member.user_id, key="chat_id"),
            hidden=[Chat.pair],
        ),
        Holding(Chat, Chat.created_by, Change({Chat.title: None}), hidden=[Chat.pair]),
        Holding(
            Member,
            Member.user_id,
            Change({Member.left_at: func.coalesce(Member.left_at, func.now())}),
        ),
        # what was reported is decided by then: the account is gone
        Holding(Report, Report.reporter_id, Change({Report.comment: None, Report.copy: []})),
        Holding(Report, Report.reported_id, Change({Report.copy: []}), is_exported=False),
        Holding(Block, Block.user_id, DELETE),
        Holding(Block, Block.other_id, DELETE, is_exported=False),
        Holding(Person, Person.user_id, DELETE, is_exported=False),
    ],
    impersonal=[OrderWindow],
)
