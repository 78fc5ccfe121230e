"""The safety quiz: drawn and scored here, tried again after a while."""

from datetime import timedelta
from typing import Any

from factories import register, take_quiz

from app.quiz import QUESTIONS
from lapa_kit import clock
from lapa_kit.ids import new_id

PATH = "/api/v1/walkers/me/quiz"


def test_every_question_is_whole_in_both_languages() -> None:
    for question in QUESTIONS.values():
        assert question.answer in question.options
        for words in (question.text, question.why, *question.options.values()):
            assert set(words) == {"en", "ru"}
            assert all(words.values())


async def test_a_failed_try_may_be_repeated_tomorrow(client: Any, at: Any) -> None:
    someone = await register(client, "walker")

    failed = await take_quiz(client, someone, wrong=3)
    again = await client.post(PATH, headers=someone.headers)

    assert failed.status_code == 200, failed.text
    assert (failed.json()["passed"], failed.json()["score"], failed.json()["of"]) == (False, 7, 10)
    assert len(failed.json()["mistakes"]) == 3
    assert (again.status_code, again.json()["code"]) == (409, "quiz_retry_later")
    assert again.json()["quiz_retry_at"]
    assert int(again.headers["Retry-After"]) > 86_000
    at(clock.now() + timedelta(hours=24, minutes=1))
    passed = await take_quiz(client, someone, wrong=2)
    assert (passed.json()["passed"], passed.json()["quiz_retry_at"]) == (True, None)
    standing = (await client.get(PATH, headers=someone.headers)).json()
    assert (standing["status"], standing["quiz"]) == ("passed", None)


async def test_the_answers_never_leave_and_a_try_is_answered_once_and_whole(
    client: Any, at: Any
) -> None:
    someone, other = await register(client, "walker"), await register(client, "walker")
    drawn = (await client.post(PATH, headers=someone.headers)).json()
    same = (await client.post(PATH, headers=someone.headers)).json()
    answers = f"{PATH}/{drawn['id']}/answers"
    right = {one["id"]: QUESTIONS[one["id"]].answer for one in drawn["questions"]}

    assert same["id"] == drawn["id"], "the questions cannot be picked by drawing again"
    assert "answer" not in drawn["questions"][0]
    assert "why" not in drawn["questions"][0]
    for nonsense in (dict(list(right.items())[1:]), right | {drawn["questions"][0]["id"]: "x"}):
        refused = await client.post(answers, json={"answers": nonsense}, headers=someone.headers)
        assert (refused.status_code, refused.json()["code"]) == (422, "quiz_incomplete")
    body = {"answers": right}
    assert (await client.post(answers, json=body, headers=other.headers)).status_code == 404
    at(clock.now() + timedelta(minutes=31))
    late = await client.post(answers, json=body, headers=someone.headers)
    assert (late.status_code, late.json()["code"]) == (409, "quiz_not_open")
    client_only = await register(client)
    refused = await client.post(PATH, headers=client_only.headers)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_a_walker")
    missing = await client.post(f"{PATH}/{new_id()}/answers", json=body, headers=someone.headers)
    assert missing.status_code == 404
