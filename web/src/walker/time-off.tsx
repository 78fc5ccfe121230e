/** Times in which one does not walk, whatever the week says; walks that are booked for them are named. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "react-router";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { localDate, localIso } from "../lib/local-time";
import { Button, Card, Empty, ErrorNote, Field, Loading, Note, Page } from "../ui/kit";
import { OwnCalendar } from "./calendar";

const OFF = ["walker", "time-off"];

export function TimeOffPage() {
  const { t } = useI18n();
  const off = useQuery({ queryKey: OFF, queryFn: async () => (await ok(api.GET("/api/v1/walkers/me/time-off"))).items });
  return (
    <Page title={t("off.title")} lead={t("off.lead")} narrow back="/me">
      <Take />
      <section className="grid gap-3">
        <h2 className="text-heading font-bold">{t("off.days")}</h2>
        {off.isPending && <Loading />}
        <ErrorNote error={off.error} onRetry={() => void off.refetch()} />
        {off.data?.length === 0 && <Empty icon="sun" title={t("off.none")} />}
        {!!off.data?.length && (
          <Card className="py-2">
            <ul className="divide-y divide-line">
              {off.data.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </ul>
          </Card>
        )}
      </section>
      <OwnCalendar />
    </Page>
  );
}

/** Whole days from tomorrow's beginning to its end, to begin with. */
function tomorrow(): { from: string; to: string } {
  const day = localDate(new Date(Date.now() + 86_400_000));
  return { from: `${day}T00:00`, to: `${day}T23:59` };
}

function Take() {
  const { t } = useI18n();
  const client = useQueryClient();
  const [form, setForm] = useState(() => ({ ...tomorrow(), note: "" }));
  const take = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/walkers/me/time-off", { body: { starts_at: new Date(form.from).toISOString(), ends_at: new Date(form.to).toISOString(), note: form.note.trim() || null }, headers: idempotent() })),
    onSuccess: () => setForm({ ...tomorrow(), note: "" }),
    onSettled: () => client.invalidateQueries({ queryKey: OFF }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <Card>
      <form className="grid gap-4" onSubmit={submit}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("off.from")} type="datetime-local" name="from" required min={localIso(new Date())} value={form.from} onChange={(event) => setForm({ ...form, from: event.target.value })} />
          <Field label={t("off.to")} type="datetime-local" name="to" required min={form.from} value={form.to} onChange={(event) => setForm({ ...form, to: event.target.value })} />
        </div>
        <Field label={t("off.note")} name="note" maxLength={300} hint={t("off.note_hint")} value={form.note} onChange={(event) => setForm({ ...form, note: event.target.value })} />
        <ErrorNote error={take.error} />
        <Button type="submit" busy={take.isPending} disabled={!(form.from && form.from < form.to)} className="justify-self-start">{t("off.add")}</Button>
        {take.data && <Booked taken={take.data} />}
      </form>
    </Card>
  );
}

/** A time off calls nothing off: who has promised a walk says so himself. */
function Booked({ taken }: { taken: Schemas["TimeOffTaken"] }) {
  const { t, dateTime } = useI18n();
  if (!taken.bookings.length) {
    return (
      <Note tone="good" icon="check" role="status">
        {t("off.taken")}
      </Note>
    );
  }
  return (
    <Note tone="warn" icon="walks" role="status">
      <p className="font-semibold">{t("off.booked")}</p>
      <ul>
        {taken.bookings.map((booking) => (
          <li key={booking.order_id}>
            <Link to={`/work/${booking.order_id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {dateTime(booking.scheduled_at)}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Row({ one }: { one: Schemas["TimeOffRead"] }) {
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/walkers/me/time-off/{time_off_id}", { params: { path: { time_off_id: one.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: OFF }),
  });
  const when = t("off.when", { from: dateTime(one.starts_at), to: dateTime(one.ends_at) });
  return (
    <li className="grid gap-2 py-2">
      <div className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">{when}</span>
          {one.note && <span className="block text-sm text-muted">{one.note}</span>}
        </span>
        <Button look="quiet" size="small" busy={end.isPending} aria-label={t("off.remove_one", { day: when })} onClick={() => end.mutate()}>{t("off.remove")}</Button>
      </div>
      <ErrorNote error={end.error} />
    </li>
  );
}
