/** What a provider's report says of a walker, typed in by a reviewer in both languages. */

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import { useI18n } from "../i18n";
import { LANGUAGES, type Language } from "../i18n/translate";
import { Area, Button, Choice, ErrorNote, Field } from "../ui/kit";

const LEVELS = ["basic", "enhanced"] as const;
const OUTCOMES = ["passed", "failed"] as const;

export function BackgroundCheckForm({ walkerId, onDone }: { walkerId: string; onDone: () => void }) {
  const { t } = useI18n();
  const [provider, setProvider] = useState("");
  const [reference, setReference] = useState("");
  const [level, setLevel] = useState<(typeof LEVELS)[number]>("basic");
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>("passed");
  const [scope, setScope] = useState<Record<Language, string>>({ en: "", ru: "" });
  const [checkedOn, setCheckedOn] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const record = useMutation({
    mutationFn: () => {
      const words = Object.fromEntries(Object.entries(scope).filter(([, text]) => text.trim()));
      // a check that ends on a day holds to the end of it
      const body = { provider, reference: reference || null, level, outcome, scope: words, checked_at: `${checkedOn}T00:00:00Z`, expires_at: `${expiresOn}T23:59:59Z` };
      return ok(api.POST("/api/v1/users/{user_id}/background-checks", { params: { path: { user_id: walkerId } }, body, headers: idempotent() }));
    },
    onSuccess: onDone,
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        record.mutate();
      }}
    >
      <Field label={t("check.provider")} required minLength={2} maxLength={300} value={provider} onChange={(event) => setProvider(event.target.value)} />
      <Field label={t("check.reference")} maxLength={300} value={reference} onChange={(event) => setReference(event.target.value)} />
      <Choice label={t("check.level")} value={level} onChange={setLevel} options={LEVELS.map((value) => ({ value, label: t(`check.level_${value}`) }))} />
      <Choice label={t("check.outcome")} value={outcome} onChange={setOutcome} options={OUTCOMES.map((value) => ({ value, label: t(`check.outcome_${value}`) }))} />
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <Area key={language} lang={language} label={t("check.scope", { language: LANGUAGES[language] })} required minLength={10} maxLength={1000} value={scope[language]} onChange={(event) => setScope((all) => ({ ...all, [language]: event.target.value }))} hint={t("check.scope_hint")} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("check.checked_on")} type="date" required value={checkedOn} onChange={(event) => setCheckedOn(event.target.value)} />
        <Field label={t("check.expires_on")} type="date" required min={checkedOn} value={expiresOn} onChange={(event) => setExpiresOn(event.target.value)} />
      </div>
      <ErrorNote error={record.error} />
      <Button type="submit" size="large" busy={record.isPending}>
        {t("check.record")}
      </Button>
    </form>
  );
}
