/** What belongs to a walk and has a page of its own, and what one is told of while waiting for it. */

import { useTimeline, useUser } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { Card, Note, RowLink } from "../ui/kit";

export function OrderLinks({ order }: { order: Order }) {
  const { t } = useI18n();
  const user = useUser();
  const isClient = user?.id === order.client_id;
  const mayChange = order.allowed_actions.includes("reschedule");
  const hasHelp = !!order.walker_id;
  if (!isClient && !hasHelp) return null;
  return (
    <Card as="div" className="grid gap-1 p-2">
      {mayChange && <RowLink to={`/orders/${order.id}/change`} icon="clock" label={t("order.change")} />}
      {order.series_id && isClient && <RowLink to={`/series/${order.series_id}`} icon="walks" label={t("order.series")} />}
      {isClient && <RowLink to={`/orders/${order.id}/money`} icon="wallet" label={t("order.money")} />}
      {hasHelp && <RowLink to={`/orders/${order.id}/help`} icon="incident" label={t("order.help")} />}
    </Card>
  );
}

const TOLD = ["start_overdue", "contact_attempt", "unassigned", "no_show"] as const;

/** Late, waiting at the door, gone: the last thing that the owner should know of. */
export function Notices({ order }: { order: Order }) {
  const { t, time } = useI18n();
  const timeline = useTimeline(order.id, order.status !== "awaiting_payment" && order.status !== "in_progress", order.version);
  const last = timeline.data?.findLast((entry) => TOLD.some((kind) => kind === entry.kind));
  const kind = TOLD.find((one) => one === last?.kind);
  if (!last || !kind) return null;
  return (
    <Note tone="warn" icon="clock" role="status">
      {t(`notice.${kind}`, { time: time(last.at) })}
    </Note>
  );
}
