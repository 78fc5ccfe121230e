/** All walks: those that are on, those to come, those that were. */

import { isRunning, useOrders, useUser } from "../api/queries";
import { useI18n } from "../i18n";
import { useMode } from "../lib/mode";
import { ButtonLink, Empty, ErrorNote, Loading, Page } from "../ui/kit";
import { OrderRow } from "./order-row";

export function OrdersPage() {
  const { t } = useI18n();
  const mode = useMode(useUser());
  const role = mode === "walker" ? "walker" : "client";
  const orders = useOrders(role, 10_000);
  const running = orders.data?.filter(isRunning) ?? [];
  const past = orders.data?.filter((order) => !isRunning(order)) ?? [];
  const link = (id: string) => (role === "walker" ? `/work/${id}` : `/orders/${id}`);
  return (
    <Page title={t("nav.walks")} action={role === "client" && <ButtonLink to="/book" size="small" icon="plus">{t("book.title")}</ButtonLink>}>
      <nav aria-label={t("orders.more")} className="flex flex-wrap gap-2">
        {role === "client" && <ButtonLink to="/series" look="secondary" size="small" icon="clock">{t("orders.series")}</ButtonLink>}
        <ButtonLink to="/orders/calendar" look="secondary" size="small" icon="note">{t("orders.calendar")}</ButtonLink>
      </nav>
      {orders.isPending && <Loading />}
      {orders.error && <ErrorNote error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.data?.length === 0 && (
        <Empty icon="walks" title={t("orders.empty")}>
          <p>{t(role === "client" ? "orders.empty_client" : "orders.empty_walker")}</p>
          <ButtonLink to={role === "client" ? "/book" : "/work"}>{t(role === "client" ? "book.title" : "nav.work")}</ButtonLink>
        </Empty>
      )}
      {running.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-heading font-bold">{t("orders.running")}</h2>
          <ul className="grid gap-2.5">
            {running.map((order) => (
              <OrderRow key={order.id} order={order} to={link(order.id)} />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section className="grid gap-3">
          <h2 className="text-heading font-bold">{t("orders.past")}</h2>
          <ul className="grid gap-2.5">
            {past.map((order) => (
              <OrderRow key={order.id} order={order} to={`/orders/${order.id}`} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
