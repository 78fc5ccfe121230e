/** The queue of walkers' documents: pick up, look, ask, approve, or say why not. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import { usePersonCard, useUser } from "../api/queries";
import type { DocumentType, Verification } from "../api/types";
import { useI18n } from "../i18n";
import { Area, Badge, Button, Card, Choice, Choices, Dialog, Empty, ErrorNote, Loading, Page, buttonClass } from "../ui/kit";
import { Icon } from "../ui/icons";
import { Avatar, useMedia } from "../ui/media";
import { STANDING_TONES } from "../walker/verification";
import { BackgroundCheckForm } from "./background-check";

const QUEUES = ["pending", "approved", "rejected", "suspended", "expired"] as const;
type Queue = (typeof QUEUES)[number];
type Asking = "reject" | "request-info" | "suspend" | "reinstate" | "check";
const KINDS: DocumentType[] = ["passport", "id_card", "driver_license", "selfie", "certificate"];
const CODES = ["unreadable", "mismatch", "expired", "not_accepted", "other"] as const;
const DOUBTS = ["complaint", "incident", "documents", "other"] as const;

export function VerificationsPage() {
  const { t } = useI18n();
  const [status, setStatus] = useState<Queue>("pending");
  const queue = useQuery({
    queryKey: ["verifications", status],
    queryFn: async () => (await ok(api.GET("/api/v1/users/verifications", { params: { query: { status, limit: 50 } } }))).items,
    refetchInterval: 10_000,
  });
  return (
    <Page title={t("nav.verifications")} lead={t("admin.queue_lead")}>
      <Choice hidden label={t("verify.status")} value={status} onChange={setStatus} options={QUEUES.map((value) => ({ value, label: t(`verification.${value}`) }))} />
      {queue.isPending && <Loading />}
      <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />
      {queue.data?.length === 0 && (
        <Empty icon="shield" title={t("admin.queue_empty")}>
          <p>{t("admin.queue_empty_text")}</p>
        </Empty>
      )}
      <ul className="grid gap-5">
        {queue.data?.map((row) => (
          <Case key={row.id} row={row} />
        ))}
      </ul>
    </Page>
  );
}

function Case({ row }: { row: Verification }) {
  const { t, dateTime, list } = useI18n();
  const client = useQueryClient();
  const user = useUser();
  const person = usePersonCard(row.user_id);
  const [asking, setAsking] = useState<Asking | null>(null);
  const name = row.full_name;
  const isWaiting = row.status === "pending" && row.stage !== "suspended";
  const isMine = row.stage === "in_review" && row.reviewer_id === user?.id;
  const move = useMutation({
    mutationFn: (what: "review" | "approve") => {
      const params = { path: { verification_id: row.id } };
      const headers = idempotent();
      return what === "review" ? ok(api.POST("/api/v1/users/verifications/{verification_id}/review", { params, headers })) : ok(api.POST("/api/v1/users/verifications/{verification_id}/approve", { params, body: {}, headers }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["verifications"] }),
  });
  return (
    <Card as="li" aria-label={t("admin.case", { name })} className="grid gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <Avatar id={person.data?.avatar_media_id} name={name} />
        <div className="min-w-0 flex-1">
          <h2 className="text-heading font-bold">{name}</h2>
          <p className="text-sm text-muted">{row.submitted_at && t("admin.submitted", { when: dateTime(row.submitted_at) })}</p>
        </div>
        <Badge tone={STANDING_TONES[row.status]}>{t(row.stage === "decided" ? `verification.${row.status}` : `stage.${row.stage}`)}</Badge>
      </header>
      {row.documents.map((document) => (
        <section key={document.document_type + document.submitted_at} className="grid gap-2">
          <h3 className="text-sm font-semibold text-muted">{t(`document.${document.document_type}`)}</h3>
          <div className="flex flex-wrap gap-3">
            {document.media_ids.map((id, index) => (
              <Document key={id} id={id} label={t("admin.document", { what: t(`document.${document.document_type}`), count: index + 1 })} />
            ))}
          </div>
        </section>
      ))}
      {row.reason && <p className="text-sm">{row.reason}</p>}
      {row.asked_for.length > 0 && <p className="text-sm text-muted">{t("admin.waits_for", { what: list(row.asked_for.map((kind) => t(`document.${kind}`))) })}</p>}
      {isWaiting && row.first_reviewer_id && <p className="text-sm font-semibold">{t("admin.needs_second")}</p>}
      {row.stage === "in_review" && row.taken_up_at && <p className="text-sm text-muted">{t(isMine ? "admin.held_by_you" : "admin.held", { when: dateTime(row.taken_up_at) })}</p>}
      <ErrorNote error={move.error} />
      <div className="flex flex-wrap gap-2.5">
        {isWaiting && (
          <>
            {row.stage === "submitted" && (
              <Button look="secondary" icon="person" busy={move.isPending && move.variables === "review"} onClick={() => move.mutate("review")}>
                {t("admin.pick_up")}
              </Button>
            )}
            <Button icon="check" busy={move.isPending && move.variables === "approve"} onClick={() => move.mutate("approve")}>
              {t("admin.approve")}
            </Button>
            {row.stage !== "needs_info" && (
              <Button look="secondary" icon="chat" onClick={() => setAsking("request-info")}>
                {t("admin.ask")}
              </Button>
            )}
            <Button look="danger" icon="close" onClick={() => setAsking("reject")}>
              {t("admin.reject")}
            </Button>
          </>
        )}
        {row.stage === "decided" && row.status === "approved" && (
          <Button look="danger" icon="close" onClick={() => setAsking("suspend")}>
            {t("admin.suspend")}
          </Button>
        )}
        {row.stage === "suspended" && (
          <Button icon="check" onClick={() => setAsking("reinstate")}>
            {t("admin.reinstate")}
          </Button>
        )}
        <Button look="quiet" icon="shield" onClick={() => setAsking("check")}>
          {t("admin.check")}
        </Button>
      </div>
      <Dialog open={asking !== null} title={asking === "check" ? t("admin.check_title", { name }) : asking ? t(`admin.title_${asking}`, { name }) : ""} onClose={() => setAsking(null)}>
        {asking === "check" && <BackgroundCheckForm walkerId={row.user_id} onDone={() => setAsking(null)} />}
        {asking && asking !== "check" && <Justify what={asking} id={row.id} onDone={() => setAsking(null)} />}
      </Dialog>
    </Card>
  );
}

/** Fetched only when asked for: each look at a document is logged. */
function Document({ id, label }: { id: string; label: string }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { url, type, error, isFetching, refetch } = useMedia(isOpen ? id : null, "content");
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} aria-label={label} className={buttonClass("secondary", "small")}>
        <Icon name="photo" size={20} />
        {t("admin.look")}
      </button>
      <Dialog open={isOpen} title={label} onClose={() => setOpen(false)}>
        {isFetching && <Loading />}
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {url && type.startsWith("image/") && <img src={url} alt={label} className="max-h-[65dvh] w-full rounded-xl object-contain" />}
        {url && !type.startsWith("image/") && (
          <a href={url} download={`${id}.pdf`} className={buttonClass()}>
            {t("admin.download")}
          </a>
        )}
        <p className="text-sm text-muted">{t("admin.logged")}</p>
      </Dialog>
    </>
  );
}

/** Everything that the walker reads a reason for. */
function Justify({ what, id, onDone }: { what: Exclude<Asking, "check">; id: string; onDone: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [code, setCode] = useState<(typeof CODES)[number]>("unreadable");
  const [doubt, setDoubt] = useState<(typeof DOUBTS)[number]>("complaint");
  const [missing, setMissing] = useState<DocumentType[]>([]);
  const send = useMutation({
    mutationFn: () => {
      const params = { path: { verification_id: id } };
      const headers = idempotent();
      const text = reason.trim();
      if (what === "reject") return ok(api.POST("/api/v1/users/verifications/{verification_id}/reject", { params, headers, body: { reason: text, reason_code: code } }));
      if (what === "request-info") return ok(api.POST("/api/v1/users/verifications/{verification_id}/request-info", { params, headers, body: { reason: text, missing } }));
      if (what === "suspend") return ok(api.POST("/api/v1/users/verifications/{verification_id}/suspend", { params, headers, body: { reason: text, reason_code: doubt } }));
      return ok(api.POST("/api/v1/users/verifications/{verification_id}/reinstate", { params, headers, body: { reason: text } }));
    },
    onSuccess: () => {
      onDone();
      void client.invalidateQueries({ queryKey: ["verifications"] });
    },
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      {what === "reject" && <Choice label={t("admin.code")} value={code} onChange={setCode} options={CODES.map((value) => ({ value, label: t(`code.${value}`) }))} />}
      {what === "suspend" && <Choice label={t("admin.code")} value={doubt} onChange={setDoubt} options={DOUBTS.map((value) => ({ value, label: t(`doubt.${value}`) }))} />}
      {what === "request-info" && <Choices label={t("admin.missing")} values={missing} onChange={setMissing} options={KINDS.map((value) => ({ value, label: t(`document.${value}`) }))} />}
      <Area label={t("admin.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} hint={what === "reject" || what === "request-info" ? t("admin.reason_hint") : undefined} />
      <ErrorNote error={send.error} />
      <Button type="submit" look={what === "reject" || what === "suspend" ? "danger" : "primary"} size="large" disabled={!reason.trim()} busy={send.isPending}>
        {t(`admin.send_${what}`)}
      </Button>
    </form>
  );
}
