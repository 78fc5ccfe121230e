/** The walker's money on its way to the bank: what is due and when, where it goes, how far each payout has come. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, authorizedFetch, idempotent, ok, type Schemas } from "../api/client";
import { problemOf } from "../api/problems";
import { useI18n } from "../i18n";
import { minorDigits } from "../i18n/translate";
import { localDate } from "../lib/local-time";
import { randomId } from "../lib/random";
import { saveBlob } from "../lib/save";
import { Badge, Button, Card, Choice, Dialog, Empty, ErrorNote, Field, Loading, Page, Switch } from "../ui/kit";
import { PAYOUT_TONES } from "../ui/tones";
import { Destinations } from "./destinations";

type Destination = Schemas["DestinationRead"];
export const PAYOUTS = ["payouts"];

export function PayoutsPage() {
  const { t, money, date } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const upcoming = useQuery({ queryKey: [...PAYOUTS, "upcoming"], queryFn: () => ok(api.GET("/api/v1/payouts/upcoming")) });
  const destinations = useQuery({ queryKey: [...PAYOUTS, "destinations"], queryFn: async () => (await ok(api.GET("/api/v1/payouts/destinations"))).items });
  const due = upcoming.data;
  const usable = destinations.data?.filter((one) => Date.parse(one.usable_from) <= Date.now()) ?? [];
  return (
    <Page title={t("payouts.title")} lead={t("payouts.lead")} narrow back="/wallet">
      {upcoming.isPending && <Loading />}
      <ErrorNote error={upcoming.error} onRetry={() => void upcoming.refetch()} />
      {due && (
        <Card className="grid gap-4">
          <div>
            <h2 className="text-sm text-muted">{t("payouts.payable")}</h2>
            <p className="text-4xl font-extrabold tracking-tight tabular-nums">{money(due.payable, due.currency)}</p>
            <p className="text-sm text-muted">
              {t("payouts.minimum", { amount: money(due.minimum, due.currency) })} · {t("payouts.expected", { date: date(due.expected_on) })}
            </p>
          </div>
          {due.owed > 0 && <p className="text-sm text-alarm">{t("payouts.owed", { amount: money(due.owed, due.currency) })}</p>}
          {due.upcoming.length > 0 && (
            <ul className="grid gap-1.5 border-t border-line pt-3">
              {due.upcoming.map((one) => (
                <li key={one.on} className="flex items-baseline">
                  <span>{date(one.on)}</span>
                  <span className="leader" />
                  <span className="tabular-nums">{money(one.amount, due.currency)}</span>
                </li>
              ))}
            </ul>
          )}
          <Button disabled={!usable.length || due.payable < Math.max(1, due.minimum)} onClick={() => setOpen(true)} className="justify-self-start">{t("payouts.ask")}</Button>
        </Card>
      )}
      <Destinations query={destinations} />
      <History />
      <Statement />
      {due && (
        <Dialog open={isOpen} title={t("payouts.ask")} onClose={() => setOpen(false)}>
          <Ask due={due} destinations={usable} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </Page>
  );
}

function Ask({ due, destinations, onDone }: { due: Schemas["UpcomingRead"]; destinations: Destination[]; onDone: () => void }) {
  const { t, money } = useI18n();
  const client = useQueryClient();
  const unit = 10 ** minorDigits(due.currency);
  const [amount, setAmount] = useState(String(due.payable / unit));
  const [to, setTo] = useState(destinations.at(-1)!.id);
  const [isInstant, setInstant] = useState(false);
  const [key] = useState(randomId);
  const minor = Math.round(Number(amount.replace(",", ".")) * unit);
  const ask = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/payouts", { body: { amount: minor, currency: due.currency, destination: to, instant: isInstant }, headers: idempotent(key) })),
    onSuccess: onDone,
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: PAYOUTS }), client.invalidateQueries({ queryKey: ["wallet"] })]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={t("payouts.amount", { currency: due.currency })} name="amount" inputMode="decimal" required pattern="[0-9]+([.,][0-9]{1,2})?" value={amount} onChange={(event) => setAmount(event.target.value)} hint={t("payouts.most", { amount: money(due.payable, due.currency) })} />
      <Choice label={t("payouts.where")} value={to} onChange={setTo} options={destinations.map((one) => ({ value: one.id, label: one.label }))} />
      <Switch label={t("payouts.instant")} hint={t("payouts.instant_hint")} checked={isInstant} onChange={setInstant} />
      <ErrorNote error={ask.error} />
      <Button type="submit" size="large" busy={ask.isPending} disabled={!(minor > 0)}>{t("payouts.send", { amount: money(minor > 0 ? minor : 0, due.currency) })}</Button>
    </form>
  );
}

function History() {
  const { t, money, date, dateTime } = useI18n();
  const payouts = useQuery({ queryKey: [...PAYOUTS, "mine"], queryFn: async () => (await ok(api.GET("/api/v1/payouts", { params: { query: { limit: 50 } } }))).items, refetchInterval: 15_000 });
  return (
    <section className="grid gap-3">
      <h2 className="text-heading font-bold">{t("payouts.history")}</h2>
      {payouts.isPending && <Loading />}
      <ErrorNote error={payouts.error} onRetry={() => void payouts.refetch()} />
      {payouts.data?.length === 0 && <Empty icon="wallet" title={t("payouts.none")} />}
      {!!payouts.data?.length && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {payouts.data.map((one) => (
              <li key={one.id} className="flex items-center gap-3 py-3">
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold tabular-nums">{money(one.amount, one.currency)}</span>
                  <span className="block text-sm text-muted">{one.settled_at ? dateTime(one.settled_at) : t("payouts.expected", { date: date(one.expected_on) })}</span>
                  {one.reason && <span className="block text-sm">{one.reason}</span>}
                </span>
                <Badge tone={PAYOUT_TONES[one.status] ?? "neutral"}>{t(`payout.${one.status}`)}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

const FORMATS = ["pdf", "csv"] as const;

function Statement() {
  const { t, language } = useI18n();
  const [month, setMonth] = useState(() => localDate(new Date()).slice(0, 7));
  const [format, setFormat] = useState<(typeof FORMATS)[number]>("pdf");
  const take = useMutation({
    mutationFn: async () => {
      const response = await authorizedFetch(`/api/v1/wallets/me/statement?month=${month}&format=${format}&locale=${language}`);
      if (!response.ok) throw await problemOf(response);
      saveBlob(await response.blob(), `lapa-${month}.${format}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <Card>
      <form className="grid gap-4" onSubmit={submit}>
        <h2 className="text-heading font-bold">{t("statement.title")}</h2>
        <Field label={t("statement.month")} type="month" name="month" required max={localDate(new Date()).slice(0, 7)} pattern="20[0-9]{2}-[0-9]{2}" value={month} onChange={(event) => setMonth(event.target.value)} />
        <Choice label={t("statement.format")} value={format} onChange={setFormat} options={FORMATS.map((value) => ({ value, label: value.toUpperCase() }))} />
        <ErrorNote error={take.error} />
        <Button type="submit" look="secondary" icon="note" busy={take.isPending} className="justify-self-start">{t("statement.take")}</Button>
      </form>
    </Card>
  );
}
