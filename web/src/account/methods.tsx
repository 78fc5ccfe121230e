/** What one pays with besides the wallet: kept by the provider, known here by a name; no card number ever comes here. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { METHODS, usePaymentMethods } from "../api/queries";
import { useI18n } from "../i18n";
import { Badge, Button, Card, Choice, Dialog, Empty, ErrorNote, Loading, Page, Switch } from "../ui/kit";
import { Icon } from "../ui/icons";

type Method = Schemas["PaymentMethodRead"];
/** Cards of the built-in test provider; other providers bring a form of their own. */
const TEST_CARDS = ["tok_success", "tok_3ds", "tok_declined", "tok_insufficient", "tok_timeout"] as const;

export function MethodsPage() {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const methods = usePaymentMethods();
  return (
    <Page title={t("methods.title")} lead={t("methods.lead")} narrow back="/wallet" action={!!methods.data?.length && <Button size="small" icon="plus" onClick={() => setOpen(true)}>{t("methods.add")}</Button>}>
      {methods.isPending && <Loading />}
      <ErrorNote error={methods.error} onRetry={() => void methods.refetch()} />
      {methods.data?.length === 0 && (
        <Empty icon="wallet" title={t("methods.empty")}>
          <p>{t("methods.empty_text")}</p>
          <Button icon="plus" onClick={() => setOpen(true)}>{t("methods.add")}</Button>
        </Empty>
      )}
      {!!methods.data?.length && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {methods.data.map((method) => (
              <Row key={method.id} method={method} />
            ))}
          </ul>
        </Card>
      )}
      <Dialog open={isOpen} title={t("methods.add")} onClose={() => setOpen(false)}>
        <Add onDone={() => setOpen(false)} />
      </Dialog>
    </Page>
  );
}

function Row({ method }: { method: Method }) {
  const { t, date } = useI18n();
  const client = useQueryClient();
  const path = { params: { path: { method_id: method.id } } };
  const settled = { onSettled: () => client.invalidateQueries({ queryKey: METHODS }) };
  const prefer = useMutation({ mutationFn: () => ok(api.PUT("/api/v1/payment-methods/{method_id}/default", path)), ...settled });
  const remove = useMutation({ mutationFn: () => ok(api.DELETE("/api/v1/payment-methods/{method_id}", path)), ...settled });
  return (
    <li className="grid gap-2 py-3" aria-label={method.label}>
      <div className="flex items-center gap-3">
        <Icon name="wallet" className="shrink-0 text-leash-deep" />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-semibold break-all">{method.label}</span>
            {method.is_default && <Badge tone="good">{t("methods.default")}</Badge>}
          </span>
          <span className="block text-sm text-muted">{t("methods.since", { date: date(method.created_at) })}</span>
        </span>
      </div>
      <div className="-ml-4 flex flex-wrap">
        {!method.is_default && <Button look="quiet" size="small" busy={prefer.isPending} onClick={() => prefer.mutate()}>{t("methods.prefer")}</Button>}
        <Button look="warning" size="small" busy={remove.isPending} onClick={() => remove.mutate()}>{t("methods.remove")}</Button>
      </div>
      <ErrorNote error={prefer.error ?? remove.error} />
    </li>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [token, setToken] = useState<string>("tok_success");
  const [isDefault, setDefault] = useState(true);
  const add = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/payment-methods", { body: { payment_token: token, provider: "sandbox", is_default: isDefault }, headers: idempotent() })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: METHODS }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="grid gap-5" onSubmit={submit}>
      <p className="text-sm text-muted">{t("methods.sandbox")}</p>
      <Choice label={t("wallet.card")} value={token} onChange={setToken} options={TEST_CARDS.map((value) => ({ value: value as string, label: t(`token.${value}`) }))} />
      <Switch label={t("methods.prefer")} checked={isDefault} onChange={setDefault} />
      <ErrorNote error={add.error} />
      <Button type="submit" size="large" busy={add.isPending}>{t("methods.add")}</Button>
    </form>
  );
}
