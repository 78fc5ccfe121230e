/** A correction by hand: for whom, how much and why; nothing moves before somebody else agrees. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState, type FormEvent } from "react";

import { api, idempotent, ok } from "../api/client";
import { useI18n } from "../i18n";
import { minorDigits } from "../i18n/translate";
import { useCity } from "../map/city";
import { Area, Button, Choice, ErrorNote, Field } from "../ui/kit";

export function Adjust({ onDone }: { onDone: () => void }) {
  const { t, money } = useI18n();
  const client = useQueryClient();
  const { data: city } = useCity();
  const currency = city?.currency ?? "EUR";
  const [form, setForm] = useState({ who: "", amount: "", reason: "" });
  const [direction, setDirection] = useState<"give" | "take">("give");
  const [userId, setUserId] = useState<string | null>(null);
  const query = useDeferredValue(form.who.trim());
  const found = useQuery({
    queryKey: ["people", "for-adjustment", query],
    queryFn: async () => (await ok(api.GET("/api/v1/users", { params: { query: { query, limit: 5 } } }))).items,
    enabled: query.length >= 3,
  });
  const amount = Math.round(Number(form.amount.replace(",", ".")) * 10 ** minorDigits(currency)) * (direction === "give" ? 1 : -1);
  const propose = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/ledger/adjustments", { body: { user_id: userId!, amount, currency, reason: form.reason.trim() }, headers: idempotent() })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ["adjustments"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate();
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={t("adjust.who")} type="search" name="who" required value={form.who} onChange={(event) => (setForm({ ...form, who: event.target.value }), setUserId(null))} hint={t("people.search_hint")} />
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {!!found.data?.length && <Choice hidden label={t("adjust.who")} value={userId} onChange={setUserId} options={found.data.map((person) => ({ value: person.id, label: `${person.full_name}, ${person.email}` }))} />}
      {found.data?.length === 0 && <p className="text-sm text-muted">{t("people.none")}</p>}
      <Choice label={t("adjust.direction")} value={direction} onChange={setDirection} options={(["give", "take"] as const).map((value) => ({ value, label: t(`adjust.${value}`) }))} />
      <Field label={t("adjust.amount", { currency })} name="amount" inputMode="decimal" required pattern="[0-9]+([.,][0-9]{1,2})?" value={form.amount} onChange={(event) => setForm({ ...form, amount: event.target.value })} />
      <Area label={t("adjust.reason")} name="reason" required minLength={3} maxLength={500} value={form.reason} onChange={(event) => setForm({ ...form, reason: event.target.value })} />
      <ErrorNote error={propose.error} />
      <Button type="submit" size="large" busy={propose.isPending} disabled={!userId || !amount}>
        {amount ? t("adjust.send", { amount: money(amount, currency) }) : t("adjust.propose")}
      </Button>
    </form>
  );
}
