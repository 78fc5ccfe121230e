/** Contesting a suspension: of an account, whose owner cannot sign in, or of a walker's verification. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, idempotent, ok } from "../api/client";
import type { Appeal } from "../api/types";
import { useI18n } from "../i18n";
import { Area, Badge, Button, Card, ErrorNote, Field, Page, type Tone } from "../ui/kit";

export const APPEAL_TONES: Record<Appeal["status"], Tone> = { open: "warn", granted: "good", refused: "bad" };
const SHORTEST = 10;

export function AppealPage() {
  const { t } = useI18n();
  const [form, setForm] = useState({ email: "", password: "", statement: "" });
  const send = useMutation({ mutationFn: () => ok(api.POST("/api/v1/users/appeals/account", { body: form })) });
  const look = useMutation({
    mutationFn: async () => (await ok(api.POST("/api/v1/users/appeals/account/status", { body: { email: form.email, password: form.password } }))).items,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(undefined, { onSuccess: () => look.mutate() });
  };
  return (
    <Page title={t("appeal.title")} lead={t("appeal.lead")} narrow back="/sign-in">
      <Card>
        <form onSubmit={submit} className="grid gap-4">
          <Field label={t("auth.email")} type="email" autoComplete="username" required value={form.email} onChange={(event) => setForm({ ...form, email: event.target.value })} />
          <Field label={t("auth.password")} type="password" autoComplete="current-password" required value={form.password} onChange={(event) => setForm({ ...form, password: event.target.value })} />
          <Area label={t("appeal.statement")} required minLength={SHORTEST} maxLength={4000} value={form.statement} onChange={(event) => setForm({ ...form, statement: event.target.value })} hint={t("appeal.statement_hint")} />
          <ErrorNote error={send.error ?? look.error} />
          <div className="flex flex-wrap gap-2.5">
            <Button type="submit" busy={send.isPending}>
              {t("appeal.send")}
            </Button>
            <Button look="secondary" busy={look.isPending} disabled={!form.email || !form.password} onClick={() => look.mutate()}>
              {t("appeal.look")}
            </Button>
          </div>
        </form>
      </Card>
      {look.data && <Appeals appeals={look.data} />}
    </Page>
  );
}

/** On the page of a walker whose verification is suspended. */
export function VerificationAppeal() {
  const { t } = useI18n();
  const client = useQueryClient();
  const [statement, setStatement] = useState("");
  const own = useQuery({ queryKey: ["appeals"], queryFn: async () => (await ok(api.GET("/api/v1/users/appeals"))).items });
  const send = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/users/appeals/verification", { body: { statement: statement.trim() }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["appeals"] }),
  });
  const isOpen = own.data?.some((one) => one.against === "verification" && one.status === "open");
  return (
    <>
      {own.data && <Appeals appeals={own.data} />}
      {own.data && !isOpen && (
        <Card>
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              send.mutate();
            }}
          >
            <Area label={t("appeal.statement")} required minLength={SHORTEST} maxLength={4000} value={statement} onChange={(event) => setStatement(event.target.value)} hint={t("appeal.statement_hint")} />
            <ErrorNote error={send.error} />
            <Button type="submit" busy={send.isPending} className="justify-self-start">
              {t("appeal.send")}
            </Button>
          </form>
        </Card>
      )}
    </>
  );
}

function Appeals({ appeals }: { appeals: Appeal[] }) {
  const { t, dateTime } = useI18n();
  if (!appeals.length) return <p role="status">{t("appeal.none")}</p>;
  return (
    <ul className="grid gap-4">
      {appeals.map((appeal) => (
        <Card as="li" key={appeal.id} className="grid gap-2">
          <p className="flex items-center justify-between gap-3">
            <span className="text-sm text-muted">{dateTime(appeal.created_at)}</span>
            <Badge tone={APPEAL_TONES[appeal.status]}>{t(`appeal.status_${appeal.status}`)}</Badge>
          </p>
          <p className="text-sm whitespace-pre-wrap">{appeal.statement}</p>
          {appeal.answer && <p className="font-medium whitespace-pre-wrap">{appeal.answer}</p>}
        </Card>
      ))}
    </ul>
  );
}
