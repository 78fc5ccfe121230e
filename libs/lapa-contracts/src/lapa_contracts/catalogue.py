"""Every event there is, gathered from the services' modules, and its description for readers."""

from lapa_contracts import (
    analytics,
    chat,
    location,
    media,
    notification,
    order,
    payment,
    pet,
    privacy,
    user,
)
from lapa_kit.events.contract import Event

MODULES = (user, pet, order, payment, location, chat, media, notification, analytics, privacy)

EVENTS: dict[str, type[Event]] = {
    thing.type: thing
    for module in MODULES
    for thing in vars(module).values()
    if isinstance(thing, type)
    and issubclass(thing, Event)
    and thing.__module__ == module.__name__
    and "type" in vars(thing)
}
