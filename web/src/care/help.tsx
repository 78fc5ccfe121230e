/** When something went wrong on a walk: incidents that support answers, and the dispute about its money. */

import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";

import { api, ok } from "../api/client";
import { useOrder, useUser } from "../api/queries";
import { useI18n } from "../i18n";
import { Empty, ErrorNote, Loading, Page } from "../ui/kit";
import { Disputes } from "./disputes";
import { Incidents } from "./incidents";

export function HelpPage() {
  const { id = "" } = useParams();
  const { t } = useI18n();
  const user = useUser();
  const order = useOrder(id);
  const disputes = useQuery({ queryKey: ["order", id, "disputes"], queryFn: async () => (await ok(api.GET("/api/v1/orders/{order_id}/disputes", { params: { path: { order_id: id } } }))).items, refetchInterval: 15_000 });
  const incidents = useQuery({ queryKey: ["order", id, "incidents"], queryFn: async () => (await ok(api.GET("/api/v1/orders/{order_id}/incidents", { params: { path: { order_id: id } } }))).items, refetchInterval: 15_000 });
  const isRunning = order.data && order.data.status !== "completed" && order.data.status !== "settled";
  const back = user?.id === order.data?.walker_id && isRunning ? `/work/${id}` : `/orders/${id}`;
  const isQuiet = order.data && !order.data.allowed_actions.some((action) => action === "incidents" || action === "dispute") && !disputes.data?.length && !incidents.data?.length;
  return (
    <Page title={t("help.title")} lead={t("help.lead")} narrow back={back}>
      {order.isPending && <Loading />}
      <ErrorNote error={order.error ?? disputes.error ?? incidents.error} onRetry={() => void Promise.all([order.refetch(), disputes.refetch(), incidents.refetch()])} />
      {order.data && incidents.data && <Incidents order={order.data} incidents={incidents.data} />}
      {order.data && disputes.data && <Disputes order={order.data} disputes={disputes.data} />}
      {isQuiet && <Empty icon="shield" title={t("help.quiet")} />}
    </Page>
  );
}
