"""What the notification service holds of people, and what becomes of it when they leave."""

from datetime import timedelta

from app.models import (
    Consent,
    Contact,
    Delivery,
    Notification,
    OrderMark,
    Person,
    Preference,
    ReadMark,
    Template,
    TestMessage,
)
from app.queries.leaving import is_sent_to
from app.services.leaving import reword_for_others
from lapa_kit.privacy import DELETE, Change, Holding, Privacy, Retention

privacy = Privacy(
    holdings=[
        Holding(Delivery, Delivery.user_id, DELETE),
        # what others were told of his dogs says no names any more
        Holding(Notification, Notification.user_id, reword_for_others, is_exported=False),
        Holding(Notification, Notification.user_id, DELETE),
        Holding(ReadMark, ReadMark.user_id, DELETE),
        Holding(Preference, Preference.user_id, DELETE),
        Holding(TestMessage, TestMessage.recipient, DELETE, is_sent_to, is_exported=False),
        Holding(Consent, Consent.user_id, DELETE),
        Holding(Contact, Contact.user_id, DELETE),
        Holding(Person, Person.user_id, DELETE),
        Holding(
            Template,
            Template.author_id,
            Change(
                harmless=[
                    Template.key,
                    Template.locale,
                    Template.subject,
                    Template.body,
                    Template.variables,
                ]
            ),
        ),
    ],
    impersonal=[OrderMark],
    # how it went out is of use while somebody may ask; what was said, for a year
    retention=[
        Retention(Delivery, Delivery.created_at, timedelta(days=180)),
        Retention(Notification, Notification.created_at, timedelta(days=365)),
    ],
)
