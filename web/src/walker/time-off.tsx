/** Days on which one does not walk, and days that are shorter or longer than the week says. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, ok } from "../api/client";
import { useOwnWalker } from "../api/queries";
import type { Walker } from "../api/types";
import { useI18n } from "../i18n";
import { localDate } from "../lib/local-time";
import { Button, Card, Empty, ErrorNote, Field, Loading, Page } from "../ui/kit";
import { OwnCalendar } from "./calendar";

type Exceptions = NonNullable<Walker["availability"]["exceptions"]>;
const LONGEST_DAYS = 62;

export function TimeOffPage() {
  const { t } = useI18n();
  const walker = useOwnWalker();
  return (
    <Page title={t("off.title")} lead={t("off.lead")} narrow back="/me">
      {walker.isPending && <Loading />}
      <ErrorNote error={walker.error} onRetry={() => void walker.refetch()} />
      {walker.data && <Days walker={walker.data} />}
      <OwnCalendar />
    </Page>
  );
}

function useSave(walker: Walker) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (exceptions: Exceptions) => ok(api.PUT("/api/v1/walkers/me/availability", { body: { ...walker.availability, exceptions } })),
    onSuccess: (saved) => client.setQueryData(["walker", "me"], saved),
  });
}

function Days({ walker }: { walker: Walker }) {
  const { t, date } = useI18n();
  const save = useSave(walker);
  const today = localDate(new Date());
  // what is over says nothing any more, and need not be kept
  const days = (walker.availability.exceptions ?? []).filter((one) => one.date >= today).sort((one, other) => one.date.localeCompare(other.date));
  return (
    <>
      <Add days={days} save={save} today={today} />
      <section className="grid gap-3">
        <h2 className="text-heading font-bold">{t("off.days")}</h2>
        {days.length === 0 ? (
          <Empty icon="sun" title={t("off.none")} />
        ) : (
          <Card className="py-2">
            <ul className="divide-y divide-line">
              {days.map((one) => (
                <li key={`${one.date} ${one.start}`} className="flex items-center justify-between gap-3 py-2">
                  <span>
                    <span className="block font-medium">{date(one.date)}</span>
                    <span className="block text-sm text-muted">{one.available ? t("off.hours", { from: one.start?.slice(0, 5) ?? "", to: one.end?.slice(0, 5) ?? "" }) : t("off.free")}</span>
                  </span>
                  <Button look="quiet" size="small" aria-label={t("off.remove_one", { day: date(one.date) })} disabled={save.isPending} onClick={() => save.mutate(days.filter((other) => other !== one))}>{t("off.remove")}</Button>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </section>
    </>
  );
}

function Add({ days, save, today }: { days: Exceptions; save: ReturnType<typeof useSave>; today: string }) {
  const { t } = useI18n();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState("");
  const chosen = daysFrom(from, to || from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const others = days.filter((one) => !chosen.includes(one.date));
    save.mutate([...others, ...chosen.map((date) => ({ date, available: false }))], { onSuccess: () => setTo("") });
  };
  return (
    <Card>
      <form className="grid gap-4" onSubmit={submit}>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("off.from")} type="date" name="from" required min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
          <Field label={t("off.to")} type="date" name="to" min={from} value={to} onChange={(event) => setTo(event.target.value)} />
        </div>
        <p className="text-sm text-muted">{t("off.booked")}</p>
        <ErrorNote error={save.error} />
        <Button type="submit" busy={save.isPending} disabled={!chosen.length} className="justify-self-start">{t("off.add")}</Button>
      </form>
    </Card>
  );
}

/** All days from one to another, both included; none when they are the wrong way round or too many. */
function daysFrom(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = Math.round((last - first) / 86_400_000) + 1;
  if (!(count > 0 && count <= LONGEST_DAYS)) return [];
  return Array.from({ length: count }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10));
}
