"""Tables and their invariants; importing this package knows them all."""

from app.models.delivery import Delivery as Delivery
from app.models.marks import OrderMark as OrderMark
from app.models.marks import ReadMark as ReadMark
from app.models.notification import Notification as Notification
from app.models.person import Consent as Consent
from app.models.person import Contact as Contact
from app.models.person import Person as Person
from app.models.person import Preference as Preference
from app.models.template import Template as Template
from app.models.test_message import TestMessage as TestMessage
