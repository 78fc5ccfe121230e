/** The walker's own calendar elsewhere: whatever it says keeps walks away. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { useI18n } from "../i18n";
import { Button, Card, ErrorNote, Field, Note } from "../ui/kit";

const CALENDAR = ["walker", "calendar"];

export function OwnCalendar() {
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const [url, setUrl] = useState("");
  const feed = useQuery({
    queryKey: CALENDAR,
    queryFn: async () => {
      try {
        return await ok(api.GET("/api/v1/walkers/me/calendar"));
      } catch (error) {
        if (hasCode(error, "calendar_not_found")) return null;
        throw error;
      }
    },
    // the first reading takes a moment
    refetchInterval: (query) => (query.state.data?.state === "pending" ? 2_000 : false),
  });
  const changed = () => client.invalidateQueries({ queryKey: CALENDAR });
  const put = useMutation({ mutationFn: () => ok(api.PUT("/api/v1/walkers/me/calendar", { body: { url } })), onSuccess: () => (setUrl(""), changed()) });
  const forget = useMutation({ mutationFn: () => ok(api.DELETE("/api/v1/walkers/me/calendar")), onSuccess: changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate();
  };
  return (
    <section className="grid gap-3">
      <h2 className="text-heading font-bold">{t("own_calendar.title")}</h2>
      <Card className="grid gap-4">
        <p className="text-muted">{t("own_calendar.lead")}</p>
        <ErrorNote error={feed.error ?? put.error ?? forget.error} />
        {feed.data ? (
          <>
            {feed.data.state === "failing" && (
              <Note tone="warn" icon="incident" role="alert">{t("own_calendar.failing", { host: feed.data.host, why: feed.data.error ?? "" })}</Note>
            )}
            <p>
              {feed.data.read_at
                ? t("own_calendar.read", { host: feed.data.host, when: dateTime(feed.data.read_at), count: feed.data.busy_times })
                : t("own_calendar.pending", { host: feed.data.host })}
            </p>
            <Button look="secondary" busy={forget.isPending} onClick={() => forget.mutate()} className="justify-self-start">{t("own_calendar.forget")}</Button>
          </>
        ) : (
          <form className="grid gap-4" onSubmit={submit}>
            <Field label={t("own_calendar.url")} type="url" name="calendar-url" required maxLength={2048} value={url} onChange={(event) => setUrl(event.target.value)} />
            <Button type="submit" busy={put.isPending} className="justify-self-start">{t("own_calendar.add")}</Button>
          </form>
        )}
      </Card>
    </section>
  );
}
