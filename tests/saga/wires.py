"""What order- and payment-service say to each other, on its way: late, twice, in another order, or deadly."""

from processes import Service
from stage import Stage

from lapa_kit.events import Envelope
from lapa_kit.events.contract import stream_of

# so many deaths a story; each costs half a second
LIVES = 6


class Wires:
    """Carries through the outbox and Redis, and keeps in its hands what has not been heard yet."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.lives = stage, LIVES
        self.underway: list[tuple[Service, Envelope]] = []
        self.heard: list[tuple[Service, Envelope]] = []
        self._ends = ((stage.order, stage.payment), (stage.payment, stage.order))
        self._read_up_to = {
            speaker.name: stage.last_position(stream_of(speaker.name)) for speaker, _ in self._ends
        }

    def flow(self, tide: str) -> None:
        """Until nothing is left to be said; `still`: not yet."""
        if tide == "still":
            return
        while self._carry(is_deadly=tide == "deadly"):
            batch, self.underway = self.underway, []
            if tide == "backwards":
                batch.reverse()
            for service, envelope in batch:
                if tide == "deadly":
                    self._threaten(service, ("before", "after")[self.lives % 2])
                times = 2 if tide == "twice" else 1
                is_done = [self.stage.hear(service, [envelope]) for _ in range(times)]
                # what cannot be yet comes again, as it would from the stream
                (self.heard if all(is_done) else self.underway).append((service, envelope))

    def _carry(self, *, is_deadly: bool) -> bool:
        """A relay that dies has sent, and not noted it."""
        for speaker, listener in self._ends:
            if is_deadly and self.stage.books.has_news(speaker.name):
                self._threaten(speaker, "before")
            self.stage.call(speaker, "POST", "/stage/relay")
            stream = stream_of(speaker.name)
            fresh, self._read_up_to[speaker.name] = self.stage.read(
                stream, self._read_up_to[speaker.name]
            )
            self.underway += [(listener, envelope) for envelope in fresh]
        return bool(self.underway)

    def _threaten(self, service: Service, moment: str) -> None:
        if self.lives:
            self.lives -= 1
            self.stage.strike(service, moment)
