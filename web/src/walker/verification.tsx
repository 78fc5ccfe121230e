/** How a walker becomes one: his documents, and how far they have come. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, idempotent, ok, uploadMedia } from "../api/client";
import { useStanding } from "../api/queries";
import type { DocumentType, Standing } from "../api/types";
import { useI18n } from "../i18n";
import { randomId } from "../lib/random";
import { VerificationAppeal } from "../pages/appeal";
import { BackgroundCheckWords } from "../ui/background-check";
import { Badge, Button, Card, Choice, ErrorNote, Loading, Note, Page, type Tone } from "../ui/kit";
import { Icon } from "../ui/icons";
import { LocalPicture } from "../ui/media";
import { Quiz } from "./quiz";

const TYPES: DocumentType[] = ["passport", "id_card", "driver_license", "selfie", "certificate"];
export const STANDING_TONES: Record<Standing["status"], Tone> = { none: "neutral", pending: "warn", approved: "good", rejected: "bad", expired: "warn" };

export function VerificationPage() {
  const { t, date } = useI18n();
  const standing = useStanding();
  return (
    <Page title={t("walker.verification")} lead={t("verify.lead")} narrow back="/work">
      {standing.isPending && <Loading />}
      <ErrorNote error={standing.error} onRetry={() => void standing.refetch()} />
      {standing.data && (
        <>
          <Card className="grid gap-4">
            <div className="flex items-center justify-between gap-3">
              <h2 className="text-heading font-bold">{t("verify.status")}</h2>
              <Badge tone={STANDING_TONES[standing.data.status]}>{t(standing.data.stage === "suspended" ? "stage.suspended" : `verification.${standing.data.status}`)}</Badge>
            </div>
            <p>{t(`verify.text_${textOf(standing.data)}`)}</p>
            {(standing.data.stage === "submitted" || standing.data.stage === "in_review") && <Wait hours={standing.data.usual_wait_hours} />}
            <Missing missing={standing.data.missing} />
            {standing.data.reason && (
              <Note tone={standing.data.status === "approved" ? "good" : "warn"} icon="note">
                <p className="text-sm">{t("verify.reason")}</p>
                <p className="font-medium whitespace-pre-wrap">{standing.data.reason}</p>
              </Note>
            )}
            {standing.data.verified_until && <p className="text-sm text-muted">{t("verify.until", { date: date(standing.data.verified_until) })}</p>}
            {standing.data.documents.length > 0 && (
              <ul className="grid gap-2 border-t border-line pt-4">
                {standing.data.documents.map((document) => (
                  <li key={document.submitted_at + document.document_type} className="flex items-center gap-3">
                    <Icon name="note" className="text-muted" />
                    <span className="flex-1">{t(`document.${document.document_type}`)}</span>
                    <span className="text-sm text-muted">{t("unit.files", { count: document.media_ids.length })}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {standing.data.missing.some((one) => one.what === "quiz" && !one.quiz_retry_at) && <Quiz />}
          {standing.data.background_check && <BackgroundCheckWords check={standing.data.background_check} />}
          {canHandIn(standing.data) && <HandIn key={wantedOf(standing.data)} wanted={wantedOf(standing.data)} />}
          {standing.data.stage === "suspended" && <VerificationAppeal />}
          <Steps steps={standing.data.steps} />
        </>
      )}
    </Page>
  );
}

const TOLD_STAGES = ["needs_info", "suspended", "in_review"] as const;

function textOf({ stage, status }: Standing) {
  return TOLD_STAGES.find((told) => told === stage && status !== "approved") ?? status;
}

/** Not while somebody looks at what is there, nor when the way back is an appeal. */
function canHandIn({ stage, status }: Standing) {
  return stage !== "in_review" && stage !== "suspended" && (status !== "approved" || stage === "needs_info");
}

/** What to send first: of the kinds that would do, the one most people have. */
function wantedOf({ missing }: Standing): DocumentType {
  const kinds = missing.find((one) => one.what === "document")?.any_of ?? [];
  return TYPES.find((type) => kinds.includes(type)) ?? "passport";
}

function Wait({ hours }: { hours: number | null }) {
  const { t } = useI18n();
  const text = hours === null ? t("verify.wait_unknown") : hours < 24 ? t("verify.wait_hours", { count: Math.max(1, Math.round(hours)) }) : t("verify.wait_days", { count: Math.round(hours / 24) });
  return (
    <p className="flex gap-2 text-sm text-muted">
      <Icon name="clock" size={20} className="shrink-0" />
      {text}
    </p>
  );
}

function Missing({ missing }: { missing: Standing["missing"] }) {
  const { t, dateTime, list } = useI18n();
  if (!missing.length) return null;
  const say = (one: Standing["missing"][number]) => {
    if (one.what === "document") return one.any_of.length === TYPES.length ? t("verify.missing_any") : list(one.any_of.map((kind) => t(`document.${kind}`)), "or");
    if (one.what === "quiz") return one.quiz_retry_at ? t("verify.missing_quiz_later", { when: dateTime(one.quiz_retry_at) }) : t("verify.missing_quiz");
    return t("verify.missing_check");
  };
  return (
    <section className="grid gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-semibold">{t("verify.missing")}</h3>
      <ul className="grid gap-2">
        {missing.map((one) => (
          <li key={one.what + one.any_of.join()} className="flex items-center gap-3">
            <Icon name="flag" size={20} className="shrink-0 text-leash-deep" />
            {say(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ steps }: { steps: Standing["steps"] }) {
  const { t, dateTime } = useI18n();
  if (!steps.length) return null;
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("verify.steps")}</h2>
      <ol className="grid gap-4 border-l-2 border-line pl-5">
        {steps.map((step) => (
          <li key={step.at + step.state} className="grid gap-1">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{t(`stage.${step.state}`)}</span>
              <time dateTime={step.at} className="text-sm text-muted">
                {dateTime(step.at)}
              </time>
            </p>
            {step.reason && <p className="text-sm whitespace-pre-wrap">{step.reason}</p>}
            {step.reason_code === "abandoned" && <p className="text-sm">{t("verify.abandoned")}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function HandIn({ wanted }: { wanted: DocumentType }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [type, setType] = useState<DocumentType>(wanted);
  const [files, setFiles] = useState<{ file: File; key: string }[]>([]);
  const send = useMutation({
    mutationFn: async () => {
      const media = [];
      // one after the other: phones upload over thin lines
      for (const { file, key } of files) media.push((await uploadMedia(file, file.name, key)).id);
      await ok(api.POST("/api/v1/users/verify-documents", { body: { document_type: type, media_ids: media }, headers: idempotent(`docs-${files.map(({ key }) => key.slice(0, 8)).join("-")}`) }));
    },
    onSuccess: () => {
      setFiles([]);
      void client.invalidateQueries({ queryKey: ["verification"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Card>
      <form onSubmit={submit} className="grid gap-5">
        <h2 className="text-heading font-bold">{t("verify.hand_in")}</h2>
        <Choice label={t("verify.type")} value={type} onChange={setType} options={TYPES.map((value) => ({ value, label: t(`document.${value}`) }))} />
        <label className="grid min-h-28 justify-items-center gap-2 rounded-card border-2 border-dashed border-edge p-5 text-center has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-leash-deep">
          <input
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp,application/pdf"
            className="cover"
            aria-label={t("verify.files")}
            onChange={(event) => setFiles([...(event.target.files ?? [])].slice(0, 10).map((file) => ({ file, key: randomId() })))}
          />
          <Icon name="camera" size={30} className="text-leash-deep" />
          <span className="font-semibold">{t("verify.files")}</span>
          <span className="text-sm text-muted">{t("verify.files_hint")}</span>
        </label>
        {files.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {files.map(({ file, key }) =>
              file.type.startsWith("image/") ? (
                <li key={key}>
                  <LocalPicture file={file} alt={file.name} className="size-20 rounded-xl" />
                </li>
              ) : (
                <li key={key}>
                  <Badge icon="note">{file.name}</Badge>
                </li>
              ),
            )}
          </ul>
        )}
        <ErrorNote error={send.error} />
        <Button type="submit" size="large" disabled={!files.length} busy={send.isPending}>
          {t("verify.send")}
        </Button>
        <p className="text-sm text-muted">{t("verify.privacy")}</p>
      </form>
    </Card>
  );
}
