/** Where a walker's money goes. */

import { useMutation, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Button, Card, Choice, Dialog, Empty, ErrorNote, Field, Loading } from "../ui/kit";

type Destination = Schemas["DestinationRead"];
/** Accounts of the built-in test bank; no account number ever goes through this form. */
const TEST_ACCOUNTS = ["dest_success", "dest_refused", "dest_timeout", "dest_late_refusal"] as const;

export function Destinations({ query }: { query: UseQueryResult<Destination[]> }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-heading font-bold">{t("destinations.title")}</h2>
        {!!query.data?.length && <Button size="small" look="secondary" icon="plus" onClick={() => setOpen(true)}>{t("destinations.add")}</Button>}
      </header>
      {query.isPending && <Loading />}
      <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      {query.data?.length === 0 && (
        <Card>
          <Empty icon="wallet" title={t("destinations.empty")}>
            <p>{t("destinations.empty_text")}</p>
            <Button icon="plus" onClick={() => setOpen(true)}>{t("destinations.add")}</Button>
          </Empty>
        </Card>
      )}
      {!!query.data?.length && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {query.data.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </ul>
        </Card>
      )}
      <Dialog open={isOpen} title={t("destinations.add")} onClose={() => setOpen(false)}>
        <Add onDone={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

function Row({ one }: { one: Destination }) {
  const { t, dateTime } = useI18n();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/payouts/destinations/{destination_id}", { params: { path: { destination_id: one.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["payouts", "destinations"] }),
  });
  const isResting = Date.parse(one.usable_from) > Date.now();
  return (
    <li className="grid gap-2 py-3">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{one.label}</span>
          <span className="block text-sm text-muted">{isResting ? t("destinations.resting", { when: dateTime(one.usable_from) }) : t("destinations.provider", { name: one.provider })}</span>
        </span>
        <Button look="quiet" size="small" busy={remove.isPending} onClick={() => remove.mutate()} aria-label={t("destinations.remove_one", { name: one.label })}>{t("destinations.remove")}</Button>
      </div>
      <ErrorNote error={remove.error} />
    </li>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [label, setLabel] = useState("");
  const [token, setToken] = useState<string>("dest_success");
  const add = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/payouts/destinations", { body: { label: label.trim(), provider: "sandbox", token }, headers: idempotent() })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ["payouts"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={t("destinations.label")} name="label" required maxLength={64} value={label} onChange={(event) => setLabel(event.target.value)} hint={t("destinations.label_hint")} />
      <Choice label={t("destinations.account")} value={token} onChange={setToken} options={TEST_ACCOUNTS.map((value) => ({ value: value as string, label: t(`account.${value}`) }))} />
      <p className="text-sm text-muted">{t("destinations.rest")}</p>
      <ErrorNote error={add.error} />
      <Button type="submit" size="large" busy={add.isPending} disabled={!label.trim()}>{t("destinations.add")}</Button>
    </form>
  );
}
