/** A walk's money: what was held, taken and given back, where a refund is, the papers about it. */

import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";

import { api, authorizedFetch, ok, type Schemas } from "../api/client";
import { problemOf } from "../api/problems";
import { useI18n } from "../i18n";
import { saveBlob } from "../lib/save";
import { Badge, Button, Card, Empty, ErrorNote, Loading, Page, type Tone } from "../ui/kit";
import { Icon } from "../ui/icons";

type Payment = Schemas["PaymentPaymentRead"];
type Refund = Schemas["RefundRead"];
const TONES: Partial<Record<Payment["status"], Tone>> = { requires_action: "warn", reconciling: "warn", authorized: "warm", captured: "good", failed: "bad" };

export function OrderMoneyPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const payments = useQuery({ queryKey: ["payments", id], queryFn: async () => (await ok(api.GET("/api/v1/payments", { params: { query: { order_id: id, limit: 50 } } }))).items });
  return (
    <Page title={t("paid.title")} lead={t("paid.lead")} narrow back={`/orders/${id}`}>
      {payments.isPending && <Loading />}
      <ErrorNote error={payments.error} onRetry={() => void payments.refetch()} />
      {payments.data?.length === 0 && <Empty icon="wallet" title={t("paid.empty")} />}
      {payments.data?.map((payment) => (
        <PaymentCard key={payment.id} id={payment.id} />
      ))}
    </Page>
  );
}

function PaymentCard({ id }: { id: string }) {
  const { t, money, dateTime } = useI18n();
  const path = { params: { path: { payment_id: id } } };
  const query = useQuery({ queryKey: ["payment", id], queryFn: () => ok(api.GET("/api/v1/payments/{payment_id}", path)) });
  const payment = query.data;
  if (!payment) return query.error ? <ErrorNote error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
  const { currency } = payment;
  const lines: [string, number][] = [
    [t("paid.held"), payment.amount],
    [t("paid.taken"), payment.captured],
    [t("paid.released"), payment.released],
    [t("paid.refunded"), payment.refunded],
  ];
  return (
    <Card className="grid gap-4">
      <header className="flex items-center justify-between gap-3">
        <h2 className="text-heading font-bold">{t(`paid.kind_${payment.kind}`)}</h2>
        <Badge tone={TONES[payment.status] ?? "neutral"}>{t(`paid.${payment.status}`)}</Badge>
      </header>
      <p className="text-sm text-muted">{dateTime(payment.created_at)}</p>
      <dl className="grid gap-2">
        {lines.map(
          ([label, amount], index) =>
            (index < 2 || amount > 0) && (
              <div key={label} className="flex items-baseline">
                <dt>{label}</dt>
                <span className="leader" aria-hidden="true" />
                <dd className="tabular-nums">{money(amount, currency)}</dd>
              </div>
            ),
        )}
      </dl>
      {payment.refunds?.map((refund) => (
        <RefundSteps key={refund.id} refund={refund} />
      ))}
      {payment.captured > 0 && <Papers id={id} />}
    </Card>
  );
}

/** Where the money is on its way back. */
function RefundSteps({ refund }: { refund: Refund }) {
  const { t, maybe, money, date } = useI18n();
  const isThere = refund.status === "arrived";
  return (
    <section className="grid gap-2 rounded-2xl bg-sunken p-4">
      <h3 className="font-semibold">{t("refund.title", { amount: money(refund.amount, refund.currency) })}</h3>
      <ol className="grid gap-1.5">
        <Step isDone text={t("refund.sent", { date: date(refund.created_at) })} />
        <Step isDone={isThere} isBad={refund.status === "failed"} text={refund.status === "failed" ? t("refund.failed") : t(isThere ? "refund.arrived" : "refund.expected", { where: maybe(`refund.to_${refund.route}`) ?? refund.route, date: date(refund.expected_on) })} />
      </ol>
      <p className="text-sm text-muted">{refund.reason}</p>
    </section>
  );
}

function Step({ isDone, isBad, text }: { isDone: boolean; isBad?: boolean; text: string }) {
  return (
    <li className="flex items-start gap-2">
      <Icon name={isBad ? "close" : isDone ? "check" : "clock"} size={20} className={`mt-0.5 shrink-0 ${isBad ? "text-alarm" : isDone ? "text-pine" : "text-muted"}`} />
      {text}
    </li>
  );
}

function Papers({ id }: { id: string }) {
  const { t, money, date, language } = useI18n();
  const receipt = useQuery({ queryKey: ["payment", id, "receipt"], queryFn: () => ok(api.GET("/api/v1/payments/{payment_id}/receipt", { params: { path: { payment_id: id } } })) });
  const take = useMutation({
    mutationFn: async () => {
      const response = await authorizedFetch(`/api/v1/payments/${id}/receipt.pdf?locale=${language}`);
      if (!response.ok) throw await problemOf(response);
      saveBlob(await response.blob(), `lapa-${receipt.data?.number ?? "receipt"}.pdf`);
    },
  });
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      <ErrorNote error={receipt.error ?? take.error} onRetry={() => void receipt.refetch()} />
      {receipt.data && (
        <ul className="grid gap-1 text-sm">
          {[receipt.data, ...(receipt.data.credit_notes ?? [])].map((paper) => (
            <li key={paper.id} className="flex justify-between gap-3">
              <span>
                {t(`paper.${paper.kind}`, { number: String(paper.number) })} · {date(paper.issued_at)}
              </span>
              <span className="tabular-nums">{money(paper.amount, paper.currency)}</span>
            </li>
          ))}
        </ul>
      )}
      {receipt.data && <Button look="secondary" size="small" icon="note" busy={take.isPending} onClick={() => take.mutate()} className="justify-self-start">{t("paper.take")}</Button>}
    </section>
  );
}
