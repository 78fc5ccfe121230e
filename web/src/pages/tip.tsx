/** A tip: whole to the walker, from the wallet. */

import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import { useOrderAction } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { randomId } from "../lib/random";
import { tips } from "../lib/sums";
import { Button, Card, Choice, ErrorNote, Note } from "../ui/kit";

export function Tip({ order }: { order: Order }) {
  const { t, money } = useI18n();
  const [amount, setAmount] = useState<number | null>(null);
  const [key] = useState(randomId);
  const give = useOrderAction(order.id, async () => {
    const tip = await ok(api.POST("/api/v1/orders/{order_id}/tip", { params: { path: { order_id: order.id } }, body: { amount: amount! }, headers: idempotent(key) }));
    return { ...order, tipped: order.tipped + tip.amount };
  });
  // the order hears of it a moment later
  const tipped = Math.max(order.tipped, give.data?.tipped ?? 0);
  if (tipped > 0) {
    return (
      <Note tone="good" icon="check" role="status">
        {t("tip.given", { amount: money(tipped, order.currency) })}
      </Note>
    );
  }
  if (!order.allowed_actions.includes("tip")) return null;
  return (
    <Card className="grid gap-4">
      <Choice label={t("tip.title")} value={amount} onChange={setAmount} options={tips(order.currency).map((value) => ({ value, label: money(value, order.currency) }))} />
      <p className="text-sm text-muted">{t("tip.text")}</p>
      <ErrorNote error={give.error} />
      {amount !== null && <Button busy={give.isPending} onClick={() => give.mutate()}>{t("tip.give", { amount: money(amount, order.currency) })}</Button>}
    </Card>
  );
}
