/** The walks in one's own calendar program, by an address that only its owner knows. */

import { useMutation } from "@tanstack/react-query";

import { api, ok } from "../api/client";
import { useI18n } from "../i18n";
import { Button, Card, ErrorNote, Note, Page } from "../ui/kit";

export function CalendarPage() {
  const { t } = useI18n();
  const open = useMutation({ mutationFn: () => ok(api.POST("/api/v1/orders/calendar")), gcTime: 0 });
  const close = useMutation({ mutationFn: () => ok(api.DELETE("/api/v1/orders/calendar")), onSuccess: () => open.reset() });
  const url = open.data && new URL(open.data.path, location.origin).href;
  return (
    <Page title={t("calendar.title")} lead={t("calendar.lead")} narrow back="/orders">
      <Card className="grid gap-4">
        {url ? (
          <>
            <Note tone="warm" icon="key" role="status">
              {t("calendar.secret")}
            </Note>
            <p className="rounded-field bg-sunken px-4 py-3 font-mono text-sm break-all select-all">{url}</p>
            <a href={url.replace(/^https?:/, "webcal:")} className="font-semibold text-leash-deep underline underline-offset-4">
              {t("calendar.subscribe")}
            </a>
          </>
        ) : (
          <p>{t("calendar.text")}</p>
        )}
        {close.isSuccess && !url && (
          <Note tone="good" icon="check" role="status">
            {t("calendar.closed")}
          </Note>
        )}
        <ErrorNote error={open.error ?? close.error} />
        <div className="flex flex-wrap gap-2.5">
          <Button look={url ? "secondary" : "primary"} busy={open.isPending} onClick={() => (close.reset(), open.mutate())}>{t(url ? "calendar.renew" : "calendar.open")}</Button>
          <Button look="warning" busy={close.isPending} onClick={() => close.mutate()}>{t("calendar.close")}</Button>
        </div>
      </Card>
    </Page>
  );
}
