/** How far an erasure is: for who has left, and has but this address. */

import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { Badge, Card, ErrorNote, Loading, Page } from "../ui/kit";

export function GonePage() {
  const { id = "" } = useParams();
  const { t, date, dateTime } = useI18n();
  const erasure = useQuery({
    queryKey: ["erasure", id],
    queryFn: () => ok(api.GET("/api/v1/users/erasures/{erasure_id}/status", { params: { path: { erasure_id: id } } })),
    refetchInterval: ({ state }) => (state.data?.status === "completed" ? false : 3_000),
  });
  return (
    <Page title={t("gone.title")} lead={t("gone.lead")} narrow>
      {erasure.isPending && <Loading />}
      <ErrorNote error={erasure.error} onRetry={() => void erasure.refetch()} />
      {erasure.data && (
        <Card className="grid gap-3" aria-live="polite">
          <div className="flex items-center justify-between gap-3">
            <h2 className="text-heading font-bold">{t("gone.erasing")}</h2>
            <Badge tone={erasure.data.status === "completed" ? "good" : "warm"}>{t(`gone.${erasure.data.status}`)}</Badge>
          </div>
          <p className="text-sm text-muted">{t("gone.asked", { when: dateTime(erasure.data.requested_at) })}</p>
          <p>{erasure.data.completed_at ? t("gone.completed_at", { when: dateTime(erasure.data.completed_at) }) : t("gone.due", { date: date(erasure.data.due_at) })}</p>
          <p className="text-sm text-muted">{t("gone.kept")}</p>
        </Card>
      )}
    </Page>
  );
}
