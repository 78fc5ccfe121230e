"""What the user service holds of people, and what becomes of it when they leave."""

from datetime import timedelta

from sqlalchemy import String, cast, func

from app.models import (
    Appeal,
    AuditHead,
    AuditRecord,
    BackgroundCheck,
    CalendarFeed,
    Code,
    Consent,
    Contact,
    ContactView,
    ContactWindow,
    Erasure,
    ErasureReceipt,
    Identity,
    Pairing,
    Passkey,
    QuizAttempt,
    RecoveryCode,
    RefreshToken,
    Reputation,
    RolePermission,
    TimeOff,
    TotpFactor,
    User,
    UserSession,
    VerificationCase,
    VerificationDocument,
    VerificationStep,
    View,
    Walker,
)
from lapa_contracts.roles import Role
from lapa_contracts.user import UserStatus
from lapa_kit.privacy import DELETE, Change, Holding, Keep, Privacy, Retention, those_of

MONTH, YEAR, YEARS = timedelta(days=30), timedelta(days=365), timedelta(days=3 * 365)
ACCOUNTABILITY = Keep("accountability", YEARS)

privacy = Privacy(
    holdings=[
        Holding(AuditRecord, AuditRecord.subject_id, ACCOUNTABILITY, hidden=[AuditRecord.hash]),
        Holding(AuditRecord, AuditRecord.actor_id, ACCOUNTABILITY, hidden=[AuditRecord.hash]),
        Holding(View, View.viewed_id, ACCOUNTABILITY),
        Holding(View, View.viewer_id, ACCOUNTABILITY),
        Holding(Code, Code.user_id, DELETE, hidden=[Code.hash]),
        Holding(Pairing, Pairing.user_id, DELETE),
        Holding(Pairing, Pairing.other_id, DELETE, is_exported=False),
        Holding(
            Passkey,
            Passkey.user_id,
            DELETE,
            hidden=[Passkey.credential_id, Passkey.public_key],
        ),
        Holding(Identity, Identity.user_id, DELETE),
        Holding(Contact, Contact.user_id, DELETE),
        Holding(ContactWindow, ContactWindow.client_id, DELETE, is_exported=False),
        Holding(ContactWindow, ContactWindow.walker_id, DELETE, is_exported=False),
        Holding(ContactView, ContactView.owner_id, DELETE),
        # what a walker has seen stays known to the owner
        Holding(ContactView, ContactView.viewer_id, Change(), is_exported=False),
        Holding(TotpFactor, TotpFactor.user_id, DELETE, hidden=[TotpFactor.secret]),
        Holding(RecoveryCode, RecoveryCode.user_id, DELETE, is_exported=False),
        Holding(
            RefreshToken,
            RefreshToken.session_id,
            DELETE,
            those_of(RefreshToken.session_id, UserSession.user_id),
            is_exported=False,
        ),
        Holding(UserSession, UserSession.user_id, DELETE),
        Holding(Appeal, Appeal.user_id, DELETE),
        Holding(
            Appeal,
            Appeal.answered_by,
            Change(harmless=[Appeal.statement, Appeal.answer]),
            is_exported=False,
        ),
        Holding(
            VerificationStep,
            VerificationStep.case_id,
            DELETE,
            those_of(VerificationStep.case_id, VerificationCase.user_id),
        ),
        Holding(
            VerificationStep,
            VerificationStep.actor_id,
            Change(harmless=[VerificationStep.reason, VerificationStep.reason_code]),
            is_exported=False,
        ),
        Holding(
            VerificationDocument,
            VerificationDocument.case_id,
            DELETE,
            those_of(VerificationDocument.case_id, VerificationCase.user_id),
        ),
        Holding(VerificationCase, VerificationCase.user_id, DELETE),
        # what he decided on others stays decided
        Holding(
            VerificationCase,
            VerificationCase.reviewer_id,
            Change(harmless=[VerificationCase.reason, VerificationCase.asked_for]),
            is_exported=False,
        ),
        Holding(VerificationCase, VerificationCase.first_reviewer_id, Change(), is_exported=False),
        Holding(BackgroundCheck, BackgroundCheck.walker_id, DELETE),
        Holding(
            BackgroundCheck,
            BackgroundCheck.recorded_by,
            Change(
                harmless=[
                    BackgroundCheck.provider,
                    BackgroundCheck.reference,
                    BackgroundCheck.scope,
                    BackgroundCheck.revoke_reason,
                ]
            ),
            is_exported=False,
        ),
        Holding(BackgroundCheck, BackgroundCheck.revoked_by, Change(), is_exported=False),
        Holding(QuizAttempt, QuizAttempt.walker_id, DELETE),
        Holding(Consent, Consent.user_id, ACCOUNTABILITY),
        Holding(Reputation, Reputation.walker_id, DELETE),
        Holding(TimeOff, TimeOff.walker_id, DELETE),
        Holding(
            CalendarFeed,
            CalendarFeed.id,
            DELETE,
            hidden=[CalendarFeed.url_sealed, CalendarFeed.digest],
        ),
        Holding(Walker, Walker.id, DELETE),
        # the id stays taken, so that what is on its way finds nobody to come back to life
        Holding(
            User,
            User.id,
            Change(
                {
                    User.id: User.id,
                    User.email: func.concat(cast(User.id, String), "@erased.invalid"),
                    User.email_verified: False,
                    User.phone: None,
                    User.phone_verified: False,
                    User.password_hash: None,
                    User.full_name: "Deleted",
                    User.locale: "en",
                    User.timezone: "UTC",
                    User.avatar_media_id: None,
                    User.roles: [Role.CLIENT.value],
                    User.status: UserStatus.ERASED,
                    User.terms_version: None,
                    User.version: User.version + 1,
                }
            ),
            hidden=[User.password_hash],
        ),
        Holding(
            ErasureReceipt,
            ErasureReceipt.erasure_id,
            ACCOUNTABILITY,
            those_of(ErasureReceipt.erasure_id, Erasure.user_id),
        ),
        Holding(Erasure, Erasure.user_id, ACCOUNTABILITY),
    ],
    impersonal=[AuditHead, RolePermission],
    retention=[
        Retention(Code, Code.expires_at, MONTH),
        Retention(UserSession, UserSession.expires_at, MONTH, in_real_time=True),
        Retention(ContactWindow, ContactWindow.closes_at, MONTH),
        Retention(TimeOff, TimeOff.ends_at, MONTH),
        Retention(ContactView, ContactView.at, YEAR),
        Retention(View, View.expires_at, YEARS, in_real_time=True),
    ],
)
