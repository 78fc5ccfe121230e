/** The queue of walkers' documents: look, approve, or say why not. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import { usePersonCard } from "../api/queries";
import type { Verification } from "../api/types";
import { useI18n } from "../i18n";
import { Area, Badge, Button, Card, Choice, Dialog, Empty, ErrorNote, Loading, Page, buttonClass } from "../ui/kit";
import { Icon } from "../ui/icons";
import { Avatar, useMedia } from "../ui/media";
import { STANDING_TONES } from "../walker/verification";

type Status = Verification["status"];
const CODES = ["unreadable", "mismatch", "expired", "not_accepted", "other"] as const;

export function VerificationsPage() {
  const { t } = useI18n();
  const [status, setStatus] = useState<Status>("pending");
  const queue = useQuery({
    queryKey: ["verifications", status],
    queryFn: async () => (await ok(api.GET("/api/v1/users/verifications", { params: { query: { status, limit: 50 } } }))).items,
    refetchInterval: 10_000,
  });
  return (
    <Page title={t("nav.verifications")} lead={t("admin.queue_lead")}>
      <Choice hidden label={t("verify.status")} value={status} onChange={setStatus} options={(["pending", "approved", "rejected"] satisfies Status[]).map((value) => ({ value, label: t(`verification.${value}`) }))} />
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
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const person = usePersonCard(row.user_id);
  const [isRejecting, setRejecting] = useState(false);
  const name = person.data?.display_name ?? t("admin.somebody");
  const approve = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/users/verifications/{verification_id}/approve", { params: { path: { verification_id: row.id } }, body: {}, headers: idempotent(`approve-${row.id}`) })),
    onSettled: () => client.invalidateQueries({ queryKey: ["verifications"] }),
  });
  return (
    <Card as="li" aria-label={t("admin.case", { name })} className="grid gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <Avatar id={person.data?.avatar_media_id} name={name} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-heading font-bold">{name}</h2>
          <p className="text-sm text-muted">{row.submitted_at && t("admin.submitted", { when: dateTime(row.submitted_at) })}</p>
        </div>
        <Badge tone={STANDING_TONES[row.status]}>{t(`verification.${row.status}`)}</Badge>
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
      {row.status === "pending" && (
        <>
          <ErrorNote error={approve.error} />
          <div className="flex flex-wrap gap-2.5">
            <Button icon="check" busy={approve.isPending} onClick={() => approve.mutate()}>
              {t("admin.approve")}
            </Button>
            <Button look="danger" icon="close" onClick={() => setRejecting(true)}>
              {t("admin.reject")}
            </Button>
          </div>
          <Dialog open={isRejecting} title={t("admin.reject_title", { name })} onClose={() => setRejecting(false)}>
            <Reject id={row.id} onDone={() => setRejecting(false)} />
          </Dialog>
        </>
      )}
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

function Reject({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [code, setCode] = useState<(typeof CODES)[number]>("unreadable");
  const reject = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/users/verifications/{verification_id}/reject", { params: { path: { verification_id: id } }, body: { reason: reason.trim(), reason_code: code }, headers: idempotent() })),
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
        reject.mutate();
      }}
    >
      <Choice label={t("admin.code")} value={code} onChange={setCode} options={CODES.map((value) => ({ value, label: t(`code.${value}`) }))} />
      <Area label={t("admin.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} hint={t("admin.reason_hint")} />
      <ErrorNote error={reject.error} />
      <Button type="submit" look="danger" size="large" disabled={!reason.trim()} busy={reject.isPending}>
        {t("admin.reject")}
      </Button>
    </form>
  );
}
