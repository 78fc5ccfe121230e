"""What others copy of people: the complete list. A walker comes before the person who may be barred."""

from app.models import User, Walker
from app.services.telling import contact_changed, user_changed, walker_changed
from lapa_contracts.user import UserChanged, UserContactChanged, WalkerChanged
from lapa_kit.snapshots import Source, each

snapshots = [
    Source(WalkerChanged, Walker, Walker.id, each(walker_changed)),
    Source(UserChanged, User, User.id, each(user_changed)),
    Source(UserContactChanged, User, User.id, each(contact_changed)),
]
