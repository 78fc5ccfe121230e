/** Cancelling a walk: what it costs now is read before it is done. */

import { useState } from "react";
import { useNavigate } from "react-router";

import { api, idempotent, ok } from "../api/client";
import { isRunning, useCancellationFee, useOrderAction } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { randomId } from "../lib/random";
import { Area, Button, ErrorNote, Loading, Note } from "../ui/kit";

export function Cancel({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t, money } = useI18n();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const [key] = useState(randomId);
  const fee = useCancellationFee(order.id, isRunning(order));
  const cancel = useOrderAction(order.id, () =>
    ok(api.POST("/api/v1/orders/{order_id}/cancel", { params: { path: { order_id: order.id } }, body: { reason: reason.trim() || t("order.no_reason") }, headers: idempotent(key) })),
  );
  return (
    <div className="grid gap-4">
      {fee.isPending && <Loading />}
      <ErrorNote error={fee.error} onRetry={() => void fee.refetch()} />
      {fee.data && (
        <Note tone={fee.data.amount ? "warn" : "good"} icon="wallet">
          <p className="font-semibold">{fee.data.amount ? t("order.fee", { amount: money(fee.data.amount, fee.data.currency) }) : t("order.no_fee")}</p>
          <p className="text-sm">{t("order.fee_rest", { amount: money(order.amount - fee.data.amount, order.currency) })}</p>
        </Note>
      )}
      <Area label={t("order.reason")} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ErrorNote error={cancel.error} />
      <Button look="danger" size="large" busy={cancel.isPending} disabled={!fee.data} onClick={() => cancel.mutate(undefined, { onSuccess: () => (onDone(), void navigate(`/orders/${order.id}`)) })}>
        {t("order.cancel_yes")}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t("order.cancel_no")}
      </Button>
    </div>
  );
}
