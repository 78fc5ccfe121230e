"""Tables and their invariants; importing this package knows them all."""

from app.models.blob import Blob as Blob
from app.models.context import Attachment as Attachment
from app.models.context import ContextReader as ContextReader
from app.models.context import ContextVersion as ContextVersion
from app.models.context import LegalHold as LegalHold
from app.models.context import OrderPet as OrderPet
from app.models.media import DocumentView as DocumentView
from app.models.media import Media as Media
