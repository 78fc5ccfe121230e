/** The safety quiz: one question under the other, answered together. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, ok, type Schemas } from "../api/client";
import type { QuizResult } from "../api/types";
import { useI18n } from "../i18n";
import { inWords } from "../i18n/words";
import { Button, Card, Choice, ErrorNote, Note } from "../ui/kit";

export function Quiz() {
  const { t } = useI18n();
  const client = useQueryClient();
  const draw = useMutation({ mutationFn: () => ok(api.POST("/api/v1/walkers/me/quiz")) });
  const [result, setResult] = useState<QuizResult | null>(null);
  return (
    <Card className="grid gap-5">
      <h2 className="text-heading font-bold">{t("quiz.title")}</h2>
      <p>{t("quiz.lead")}</p>
      {result && <Result result={result} />}
      {!draw.data && !result && (
        <Button busy={draw.isPending} onClick={() => draw.mutate()} className="justify-self-start">
          {t("quiz.start")}
        </Button>
      )}
      <ErrorNote error={draw.error} />
      {draw.data && !result && (
        <Questions
          quiz={draw.data}
          onDone={(scored) => {
            setResult(scored);
            // what was missed stays to be read; a passed quiz moves the verification on
            if (scored.passed) void client.invalidateQueries({ queryKey: ["verification"] });
          }}
        />
      )}
    </Card>
  );
}

function Questions({ quiz, onDone }: { quiz: Schemas["QuizRead"]; onDone: (result: QuizResult) => void }) {
  const { t, language } = useI18n();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const send = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/walkers/me/quiz/{quiz_id}/answers", { params: { path: { quiz_id: quiz.id } }, body: { answers } })),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-6">
      {quiz.questions.map((question) => (
        <Choice
          key={question.id}
          label={inWords(question.text, language).text}
          value={answers[question.id] ?? null}
          onChange={(chosen) => setAnswers((all) => ({ ...all, [question.id]: chosen }))}
          options={question.options.map((option) => ({ value: option.id, label: inWords(option.text, language).text }))}
        />
      ))}
      <ErrorNote error={send.error} />
      <Button type="submit" size="large" busy={send.isPending} disabled={Object.keys(answers).length < quiz.questions.length}>
        {t("quiz.send")}
      </Button>
    </form>
  );
}

function Result({ result }: { result: QuizResult }) {
  const { t, dateTime, language } = useI18n();
  return (
    <Note tone={result.passed ? "good" : "warn"} icon={result.passed ? "check" : "clock"} role="status">
      <p className="font-semibold">{t(result.passed ? "quiz.passed" : "quiz.failed", { score: result.score, of: result.of })}</p>
      {result.quiz_retry_at && <p className="text-sm">{t("quiz.retry", { when: dateTime(result.quiz_retry_at) })}</p>}
      <ul className="grid gap-1 pt-2 text-sm">
        {result.mistakes.map((mistake) => (
          <li key={mistake.question_id}>{inWords(mistake.why, language).text}</li>
        ))}
      </ul>
    </Note>
  );
}
