"""What a service holds of a person: declared in one place, exported from there, erased from there."""

from lapa_kit.privacy.declaration import DELETE as DELETE
from lapa_kit.privacy.declaration import Blocker as Blocker
from lapa_kit.privacy.declaration import Change as Change
from lapa_kit.privacy.declaration import File as File
from lapa_kit.privacy.declaration import Holding as Holding
from lapa_kit.privacy.declaration import Keep as Keep
from lapa_kit.privacy.declaration import Privacy as Privacy
from lapa_kit.privacy.declaration import Retention as Retention
from lapa_kit.privacy.declaration import those_of as those_of
