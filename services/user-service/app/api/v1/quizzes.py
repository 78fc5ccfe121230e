"""The safety quiz of walkers."""

from uuid import UUID

from app.models.quiz import QuizIncomplete, QuizNotFound, QuizNotOpen, QuizRetryLater
from app.models.user import AccountSuspended, UserNotFound
from app.models.walker import NotAWalker
from app.schemas.quizzes import QuizAnswers, QuizRead, QuizResultRead, QuizStandingRead
from app.services import quizzes
from lapa_kit.auth import IDENTITY_PROBLEMS, CurrentUser
from lapa_kit.db import Session
from lapa_kit.idempotency import Router
from lapa_kit.problems import problems

router = Router(prefix="/walkers/me/quiz", tags=["verification"])
WALKER_PROBLEMS = (*IDENTITY_PROBLEMS, UserNotFound, AccountSuspended, NotAWalker)


@router.get("", responses=problems(*IDENTITY_PROBLEMS))
async def get_quiz(user: CurrentUser, session: Session) -> QuizStandingRead:
    """How the caller stands with the quiz, and the questions of a try that is open."""
    return QuizStandingRead.of(await quizzes.get_quiz(session, user.id))


@router.post("", status_code=201, responses=problems(*WALKER_PROBLEMS, QuizRetryLater))
async def draw_quiz(user: CurrentUser, session: Session) -> QuizRead:
    """Draw the questions of a try; after one that failed, not before `quiz_retry_at`."""
    return QuizRead.of(await quizzes.draw_quiz(session, user.id))


@router.post(
    "/{quiz_id:uuid}/answers",
    responses=problems(*IDENTITY_PROBLEMS, UserNotFound, QuizNotFound, QuizNotOpen, QuizIncomplete),
)
async def answer_quiz(
    quiz_id: UUID, body: QuizAnswers, user: CurrentUser, session: Session
) -> QuizResultRead:
    """Answer all questions at once; told is the score, and why each wrong answer is wrong."""
    attempt = await quizzes.answer_quiz(session, quiz_id, walker_id=user.id, answers=body.answers)
    return QuizResultRead.made(attempt, await quizzes.get_quiz(session, user.id))
