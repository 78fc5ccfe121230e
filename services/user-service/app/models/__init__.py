"""Tables and their invariants; importing this package knows them all."""

from app.models.appeal import Appeal as Appeal
from app.models.audit import AuditHead as AuditHead
from app.models.audit import AuditRecord as AuditRecord
from app.models.background_check import BackgroundCheck as BackgroundCheck
from app.models.code import Code as Code
from app.models.consent import Consent as Consent
from app.models.erasure import Erasure as Erasure
from app.models.erasure import ErasureReceipt as ErasureReceipt
from app.models.identity import Identity as Identity
from app.models.pairing import Pairing as Pairing
from app.models.passkey import Passkey as Passkey
from app.models.quiz import QuizAttempt as QuizAttempt
from app.models.right import RolePermission as RolePermission
from app.models.second_factor import RecoveryCode as RecoveryCode
from app.models.second_factor import TotpFactor as TotpFactor
from app.models.session import RefreshToken as RefreshToken
from app.models.session import UserSession as UserSession
from app.models.user import User as User
from app.models.verification import VerificationCase as VerificationCase
from app.models.verification import VerificationDocument as VerificationDocument
from app.models.verification import VerificationStep as VerificationStep
from app.models.view import View as View
from app.models.walker import Reputation as Reputation
from app.models.walker import Walker as Walker
