"""What the media service holds of people, and what becomes of it when they leave."""

from app.models import (
    Attachment,
    Blob,
    ContextReader,
    ContextVersion,
    DocumentView,
    LegalHold,
    Media,
    OrderPet,
)
from app.services.leaving import find_blockers, find_files, remove_all
from lapa_kit.privacy import DELETE, Change, Holding, Privacy, those_of

privacy = Privacy(
    holdings=[
        # the rows, and the bytes in the object store
        Holding(Media, Media.owner_id, remove_all),
        Holding(
            Attachment, Attachment.media_id, DELETE, those_of(Attachment.media_id, Media.owner_id)
        ),
        Holding(Blob, Blob.owner_id, DELETE),
        Holding(ContextReader, ContextReader.user_id, DELETE, is_exported=False),
        # who opened another's document is that other's business for as long as the log lives
        Holding(DocumentView, DocumentView.viewer_id, Change(harmless=[DocumentView.what])),
    ],
    impersonal=[ContextVersion, LegalHold, OrderPet],
    blockers=find_blockers,
    files=find_files,
)
