/** Money: what can be spent, what is held, how it came and went. */

import { useState, type FormEvent } from "react";
import { useSearchParams } from "react-router";

import { useTopUp, useTransactions, useUser, useWallet } from "../api/queries";
import type { Transaction } from "../api/types";
import { useI18n } from "../i18n";
import { minorDigits } from "../i18n/translate";
import { useMode } from "../lib/mode";
import { presets } from "../lib/sums";
import { randomId } from "../lib/random";
import { Button, Card, Choice, Dialog, Empty, ErrorNote, Field, Loading, Note, Page, RowLink, buttonClass } from "../ui/kit";
import { Icon } from "../ui/icons";

const TOKENS = ["tok_success", "tok_3ds", "tok_declined", "tok_insufficient", "tok_timeout"] as const;

export function WalletPage() {
  const { t, money } = useI18n();
  const wallet = useWallet();
  const transactions = useTransactions();
  const isWalker = useMode(useUser()) === "walker";
  const [search] = useSearchParams();
  const [isOpen, setOpen] = useState(search.has("topup"));
  return (
    <Page title={t(isWalker ? "nav.earnings" : "nav.wallet")} narrow>
      {wallet.isPending && <Loading />}
      <ErrorNote error={wallet.error} onRetry={() => void wallet.refetch()} />
      {wallet.data && (
        <section className="relative overflow-hidden rounded-card bg-leash p-6 text-on-leash shadow-card">
          <svg viewBox="0 0 200 120" aria-hidden="true" className="absolute -right-6 -bottom-8 h-48 opacity-20">
            <path d="M10 110 C 60 20, 100 140, 130 60 S 190 30, 195 5" fill="none" stroke="currentColor" strokeWidth="9" strokeLinecap="round" />
          </svg>
          <h2 className="font-semibold">{t("wallet.available")}</h2>
          <p className="mt-1 text-5xl font-extrabold tracking-tight tabular-nums" data-testid="available">
            {money(wallet.data.available, wallet.data.currency)}
          </p>
          <p className="mt-2 font-medium">{t("wallet.held", { amount: money(wallet.data.held, wallet.data.currency) })}</p>
          {!isWalker && (
            <button type="button" onClick={() => setOpen(true)} className="relative mt-5 inline-flex min-h-13 items-center gap-2 rounded-full bg-on-leash px-6 font-semibold text-white focus-visible:outline-on-leash">
              <Icon name="plus" />
              {t("wallet.topup")}
            </button>
          )}
        </section>
      )}
      <Card as="div" className="p-2">
        {isWalker ? <RowLink to="/walker/payouts" icon="wallet" label={t("wallet.payouts")} /> : <RowLink to="/wallet/methods" icon="wallet" label={t("wallet.methods")} />}
      </Card>
      <section className="grid gap-3">
        <h2 className="text-heading font-bold">{t("wallet.history")}</h2>
        {transactions.isPending && <Loading />}
        <ErrorNote error={transactions.error} onRetry={() => void transactions.refetch()} />
        {transactions.data?.length === 0 && (
          <Empty icon="wallet" title={t("wallet.empty")}>
            <p>{t("wallet.empty_text")}</p>
          </Empty>
        )}
        {!!transactions.data?.length && (
          <Card className="py-2">
            <ul className="divide-y divide-line">
              {transactions.data.map((row) => (
                <TransactionRow key={row.id} row={row} />
              ))}
            </ul>
          </Card>
        )}
      </section>
      {wallet.data && (
        <Dialog open={isOpen} title={t("wallet.topup")} onClose={() => setOpen(false)}>
          <TopUp currency={wallet.data.currency} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </Page>
  );
}

function TransactionRow({ row }: { row: Transaction }) {
  const { t, maybe, money, dateTime } = useI18n();
  const isIn = row.amount > 0;
  return (
    <li className="flex items-center gap-3 py-3">
      <span aria-hidden="true" className={`grid size-10 shrink-0 place-items-center rounded-full ${isIn ? "bg-pine-soft text-pine" : "bg-sunken"}`}>
        <Icon name="next" size={20} className={isIn ? "rotate-90" : "-rotate-90"} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{maybe(`money.${row.kind}`) ?? t(isIn ? "money.in" : "money.out")}</span>
        <span className="block text-sm text-muted">{dateTime(row.created_at)}</span>
      </span>
      <span className={`font-semibold tabular-nums ${isIn ? "text-pine" : ""}`}>
        {isIn ? "+" : ""}
        {money(row.amount, row.currency)}
      </span>
    </li>
  );
}

function TopUp({ currency, onDone }: { currency: string; onDone: () => void }) {
  const { t, money } = useI18n();
  const sums = presets(currency);
  const [amount, setAmount] = useState<number>(sums[1]!);
  const [other, setOther] = useState("");
  const [token, setToken] = useState<string>("tok_success");
  const [key, setKey] = useState(randomId);
  const topUp = useTopUp();
  const digits = minorDigits(currency);
  const chosen = other ? Math.round(Number(other.replace(",", ".")) * 10 ** digits) : amount;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    topUp.mutate(
      { amount: chosen, currency, provider: "sandbox", payment_token: token, key },
      // a refusal is final for this wish; what was lost on the way is asked for again under the same key
      { onSuccess: (made) => made.status === "succeeded" && onDone(), onError: (error) => error.name === "ApiProblem" && setKey(randomId()) },
    );
  };
  if (topUp.data && topUp.data.status !== "succeeded") {
    const url = topUp.data.confirmation_url;
    return (
      <div className="grid gap-4">
        <Note tone="warn" icon="clock">
          {t(url ? "wallet.confirm_text" : "wallet.reconciling")}
        </Note>
        {url ? (
          <a href={url} className={buttonClass("primary", "large")}>
            {t("wallet.confirm")}
          </a>
        ) : (
          <Button onClick={onDone}>{t("action.ok")}</Button>
        )}
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="grid gap-5">
      <Choice label={t("wallet.amount")} value={other ? null : amount} onChange={(value) => (setOther(""), setAmount(value))} options={sums.map((value) => ({ value, label: money(value, currency) }))} />
      <Field label={t("wallet.other", { currency })} inputMode="decimal" pattern="[0-9]+([.,][0-9]{1,2})?" value={other} onChange={(event) => setOther(event.target.value)} />
      <details className="rounded-field border border-line px-4 py-3">
        <summary className="min-h-8 font-medium">{t("wallet.sandbox")}</summary>
        <p className="my-2 text-sm text-muted">{t("wallet.sandbox_text")}</p>
        <Choice label={t("wallet.card")} value={token} onChange={setToken} options={TOKENS.map((value) => ({ value: value as string, label: t(`token.${value}`) }))} />
      </details>
      <ErrorNote error={topUp.error} />
      <Button type="submit" size="large" busy={topUp.isPending} disabled={!(chosen > 0)}>
        {t("wallet.pay", { amount: money(chosen > 0 ? chosen : 0, currency) })}
      </Button>
    </form>
  );
}
