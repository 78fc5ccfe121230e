/** One walk in a list. */

import { Link } from "react-router";

import type { Order, OrderStatus } from "../api/types";
import { useI18n } from "../i18n";
import { Badge, type Tone } from "../ui/kit";
import { Icon } from "../ui/icons";

const TONES: Partial<Record<OrderStatus, Tone>> = {
  awaiting_payment: "warn",
  searching: "warm",
  assigned: "warm",
  en_route: "warm",
  in_progress: "good",
  completed: "good",
  payment_failed: "bad",
  disputed: "warn",
  no_show: "bad",
};

export function StatusBadge({ status }: { status: OrderStatus }) {
  const { t } = useI18n();
  return <Badge tone={TONES[status] ?? "neutral"}>{t(`status.${status}`)}</Badge>;
}

export function OrderRow({ order, to = `/orders/${order.id}` }: { order: Order; to?: string }) {
  const { t, dateTime, money } = useI18n();
  return (
    <li>
      <Link to={to} className="card flex items-center gap-4 p-4 transition hover:border-edge hover:shadow-card">
        <span className="grid size-12 shrink-0 place-items-center rounded-2xl bg-leash-soft text-leash-deep">
          <Icon name={order.status === "in_progress" ? "walks" : "dog"} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{order.pets.map((pet) => pet.name).join(", ")}</span>
          <span className="block text-sm text-muted">
            {dateTime(order.scheduled_at)} · {t("unit.minutes", { count: order.duration_minutes })}
          </span>
        </span>
        <span className="grid justify-items-end gap-1">
          <StatusBadge status={order.status} />
          <span className="text-sm text-muted tabular-nums">{money(order.amount, order.currency)}</span>
        </span>
      </Link>
    </li>
  );
}
