"""Facts between services: an outbox row out, an inbox row in; nothing lost, nothing applied twice."""

from lapa_kit.events.contract import Envelope as Envelope
from lapa_kit.events.contract import Event as Event
from lapa_kit.events.contract import Snapshot as Snapshot
from lapa_kit.events.outbox import publish as publish
from lapa_kit.events.subscriber import Subscriber as Subscriber
