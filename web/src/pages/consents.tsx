/** What one is asked to agree to, to be read in one's own language, agreed to and taken back. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, idempotent, ok } from "../api/client";
import type { AskedConsent } from "../api/types";
import { useI18n } from "../i18n";
import { inWords } from "../i18n/words";
import { Badge, Button, Card, ErrorNote, Loading, Page } from "../ui/kit";

export function ConsentsPage() {
  const { t } = useI18n();
  const asked = useQuery({ queryKey: ["consents"], queryFn: async () => (await ok(api.GET("/api/v1/users/consents"))).items });
  return (
    <Page title={t("consent.title")} lead={t("consent.lead")} narrow back="/me">
      {asked.isPending && <Loading />}
      <ErrorNote error={asked.error} onRetry={() => void asked.refetch()} />
      {asked.data?.map((one) => (
        <Asked key={one.document.purpose} asked={one} />
      ))}
    </Page>
  );
}

function Asked({ asked: { document, granted, is_due: isDue, decided } }: { asked: AskedConsent }) {
  const { t, language, dateTime } = useI18n();
  const client = useQueryClient();
  const title = inWords(document.title, language);
  const text = inWords(document.text, language);
  const decide = useMutation({
    mutationFn: (agreed: boolean) => ok(api.POST("/api/v1/users/consents", { body: { purpose: document.purpose, document_version: document.version, granted: agreed, locale: text.lang }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["consents"] }),
  });
  return (
    <Card className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 lang={title.lang} className="text-heading font-bold">
          {title.text}
        </h2>
        <Badge tone={granted ? "good" : isDue ? "warn" : "neutral"}>{t(granted ? "consent.granted" : isDue ? "consent.due" : "consent.open")}</Badge>
      </div>
      <p lang={text.lang} className="text-sm whitespace-pre-wrap">
        {text.text}
      </p>
      <p className="text-sm text-muted">
        {t("consent.version", { version: document.version })}
        {decided && ` · ${t(decided.granted ? "consent.agreed_at" : "consent.taken_back_at", { version: decided.document_version, when: dateTime(decided.at) })}`}
      </p>
      <ErrorNote error={decide.error} />
      {!granted && (
        <Button icon="check" busy={decide.isPending} onClick={() => decide.mutate(true)} className="justify-self-start">
          {t("consent.agree")}
        </Button>
      )}
      {granted && !document.required && (
        <Button look="secondary" busy={decide.isPending} onClick={() => decide.mutate(false)} className="justify-self-start">
          {t("consent.take_back")}
        </Button>
      )}
    </Card>
  );
}
