"""The one Base of this service's tables; the kit's own tables hang on it too."""

from lapa_kit.db import Base as Base
from lapa_kit.db import Record as Record
