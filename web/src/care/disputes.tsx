/** The dispute about a walk's money: opened once, decided with reasons, looked at once more on appeal. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";

import { api, idempotent, ok, uploadMedia, type Schemas } from "../api/client";
import { useUser } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { minorDigits } from "../i18n/translate";
import { randomId } from "../lib/random";
import { Area, Badge, Button, Card, Dialog, ErrorNote, Field, Note } from "../ui/kit";
import { Picture } from "../ui/media";
import { PhotoPicker } from "../ui/photos";

type Dispute = Schemas["DisputeRead"];
const DAY_MS = 86_400_000;
/** As the API has them: a walk may be disputed that long, a decision appealed against that long. */
const DISPUTE_DAYS = 14;
const APPEAL_DAYS = 7;

export function Disputes({ order, disputes }: { order: Order; disputes: Dispute[] }) {
  const { t, dateTime } = useI18n();
  const [asking, setAsking] = useState<"dispute" | "appeal" | null>(null);
  const user = useUser();
  const mayDecide = !!user?.roles.some((role) => role === "admin" || role === "support") && user.id !== order.client_id && user.id !== order.walker_id;
  const last = disputes.at(-1);
  const until = new Date(Date.parse(order.finished_at ?? order.ends_at) + DISPUTE_DAYS * DAY_MS);
  const mayDispute = !last && order.allowed_actions.includes("dispute") && until.getTime() > Date.now();
  const appealUntil = last?.resolved_at ? new Date(Date.parse(last.resolved_at) + APPEAL_DAYS * DAY_MS) : null;
  const mayAppeal = last?.number === 1 && !!appealUntil && appealUntil.getTime() > Date.now();
  if (!last && !mayDispute) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-heading font-bold">{t("dispute.title")}</h2>
      {!last && <p className="text-muted">{t("dispute.lead", { until: dateTime(until.toISOString()) })}</p>}
      <ul className="grid gap-3">
        {disputes.map((dispute) => (
          <DisputeCard key={dispute.id} dispute={dispute} currency={order.currency}>
            {mayDecide && !dispute.resolved_at && <Decide dispute={dispute} currency={order.currency} />}
          </DisputeCard>
        ))}
      </ul>
      {mayAppeal && <p className="text-sm text-muted">{t("dispute.appeal_until", { until: dateTime(appealUntil.toISOString()) })}</p>}
      {(mayDispute || mayAppeal) && (
        <Button look="secondary" icon="flag" onClick={() => setAsking(mayAppeal ? "appeal" : "dispute")} className="justify-self-start">
          {t(mayAppeal ? "dispute.appeal" : "dispute.open")}
        </Button>
      )}
      <Dialog open={!!asking} title={t(asking === "appeal" ? "dispute.appeal" : "dispute.open")} onClose={() => setAsking(null)}>
        {asking && <Open order={order} what={asking} onDone={() => setAsking(null)} />}
      </Dialog>
    </section>
  );
}

function DisputeCard({ dispute, currency, children }: { dispute: Dispute; currency: string; children: ReactNode }) {
  const { t, maybe, money, dateTime } = useI18n();
  return (
    <Card as="li" className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-bold">{t(dispute.number === 1 ? "dispute.first" : "dispute.second")}</h3>
        <Badge tone={dispute.resolved_at ? "good" : "warn"}>{t(dispute.resolved_at ? "dispute.decided" : "dispute.looking")}</Badge>
      </header>
      <p className="text-sm text-muted">
        {maybe(`party.${dispute.opened_by}`) ?? dispute.opened_by} · {dateTime(dispute.created_at)} · {t("dispute.about", { amount: money(dispute.base, currency) })}
      </p>
      <p className="whitespace-pre-wrap">{dispute.reason}</p>
      {dispute.media_ids.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {dispute.media_ids.map((id, index) => (
            <Picture key={id} id={id} alt={t("incident.photo", { count: index + 1 })} className="size-24 rounded-xl" />
          ))}
        </div>
      )}
      {dispute.resolved_at ? (
        <Note tone="good" icon="check">
          <p className="font-semibold">{t("dispute.refund", { amount: money(dispute.refund_amount ?? 0, currency) })}</p>
          {dispute.note && <p className="whitespace-pre-wrap">{dispute.note}</p>}
          <p className="text-sm">{dateTime(dispute.resolved_at)}</p>
        </Note>
      ) : (
        <p className="text-sm text-muted">{t("dispute.frozen")}</p>
      )}
      {children}
    </Card>
  );
}

/** Support's: how much goes back in all, and why. */
function Decide({ dispute, currency }: { dispute: Dispute; currency: string }) {
  const { t, money } = useI18n();
  const client = useQueryClient();
  const [form, setForm] = useState({ amount: "", note: "" });
  const amount = Math.round(Number(form.amount.replace(",", ".")) * 10 ** minorDigits(currency));
  const decide = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/orders/{order_id}/dispute/resolve", { params: { path: { order_id: dispute.order_id } }, body: { refund_amount: amount, note: form.note.trim() }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["order", dispute.order_id] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate();
  };
  return (
    <form className="grid gap-4 border-t border-line pt-4" onSubmit={submit}>
      <Field label={t("dispute.refund_amount", { currency })} name="refund" inputMode="decimal" required pattern="[0-9]+([.,][0-9]{1,2})?" hint={t("dispute.about", { amount: money(dispute.base, currency) })} value={form.amount} onChange={(event) => setForm({ ...form, amount: event.target.value })} />
      <Area label={t("dispute.note")} name="note" required maxLength={2000} value={form.note} onChange={(event) => setForm({ ...form, note: event.target.value })} />
      <ErrorNote error={decide.error} />
      <Button type="submit" busy={decide.isPending} disabled={!form.note.trim() || !(amount >= 0)} className="justify-self-start">{t("dispute.decide")}</Button>
    </form>
  );
}

function Open({ order, what, onDone }: { order: Order; what: "dispute" | "appeal"; onDone: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [files, setFiles] = useState<File[]>([]);
  const [key] = useState(randomId);
  const send = useMutation({
    mutationFn: async () => {
      const media = await Promise.all(files.map((file, index) => uploadMedia(file, file.name, `${key}-${index}`)));
      const options = { params: { path: { order_id: order.id } }, body: { reason: reason.trim(), media_ids: media.map(({ id }) => id) }, headers: idempotent(key) };
      return ok(what === "appeal" ? api.POST("/api/v1/orders/{order_id}/dispute/appeal", options) : api.POST("/api/v1/orders/{order_id}/dispute", options));
    },
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ["order", order.id] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="grid gap-5" onSubmit={submit}>
      <p>{t(what === "appeal" ? "dispute.appeal_text" : "dispute.open_text")}</p>
      <Area label={t("help.what")} name="reason" required maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} hint={t("help.what_hint")} />
      <PhotoPicker files={files} onChange={setFiles} />
      <ErrorNote error={send.error} />
      <Button type="submit" size="large" busy={send.isPending} disabled={!reason.trim()}>{t("help.send")}</Button>
    </form>
  );
}
