/** The price of a booking, line by line, what is wished besides, and the button that books it. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";

import { api, idempotent, ok } from "../api/client";
import { hasCode, type ApiProblem } from "../api/problems";
import { usePaymentMethods, useWallet } from "../api/queries";
import type { Quote } from "../api/types";
import { useI18n } from "../i18n";
import { useNow } from "../lib/hooks";
import { ownZone } from "../lib/local-time";
import { randomId } from "../lib/random";
import { ruleOf } from "../lib/recurrence";
import { Area, Button, ButtonLink, Choice, ErrorNote, Field, Note, Switch } from "../ui/kit";
import { Steps } from "../ui/icons";
import { lineTitle } from "../ui/line-title";
import type { WalkRequest } from "./book";
import type { Weeks } from "./book-fields";

interface Wanted {
  quote: Quote | undefined;
  renew: () => void;
  request: WalkRequest | null;
  weeks: Weeks | null;
}

export type Booking = ReturnType<typeof useBooking>;

/** The price in hand, what is wished besides, and booking it: once, or as a series. */
export function useBooking({ quote, renew, request, weeks }: Wanted) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const now = useNow(5_000);
  const [wishes, setWishes] = useState({ notes: "", access: "", isSafe: false, hasPin: false });
  const [chosen, setChosen] = useState<string | null>(null);
  const wallet = useWallet();
  const methods = usePaymentMethods();
  const missing = quote && wallet.data?.currency === quote.currency ? quote.amount - wallet.data.available : 0;
  // the wallet where it has enough, else the card that one usually pays with
  const payWith = chosen ?? (missing > 0 ? methods.data?.[0]?.id : null) ?? "wallet";
  const [key, setKey] = useState(randomId);
  const isExpired = !!quote && new Date(quote.expires_at).getTime() < now;
  useEffect(() => {
    if (isExpired) renew();
    // once per expiry
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isExpired]);
  useEffect(() => setKey(randomId()), [quote?.quote_id, payWith]);

  const book = useMutation({
    mutationFn: async () => {
      const { notes, access, isSafe, hasPin } = wishes;
      const wished = { notes: notes.trim() || null, access_notes: access.trim() || null, home_safe: isSafe, require_pin: hasPin, payment_method: payWith };
      const headers = idempotent(key);
      if (weeks) {
        const { promo_code: _, scheduled_at: first, ...walk } = request!;
        const body = { ...walk, ...wished, scheduled_at: first!, rrule: ruleOf(weeks), timezone: ownZone(), until: weeks.until || null };
        const series = await ok(api.POST("/api/v1/orders/series", { body, headers }));
        return `/series/${series.id}`;
      }
      const order = await ok(api.POST("/api/v1/orders", { body: { quote_id: quote!.quote_id, ...wished }, headers }));
      client.setQueryData(["order", order.id], order);
      return `/orders/${order.id}`;
    },
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ["orders"] });
      void client.invalidateQueries({ queryKey: ["series"] });
      void client.invalidateQueries({ queryKey: ["wallet"] });
      client.removeQueries({ queryKey: ["quote"] });
      void navigate(made);
    },
    onError: (problem) => hasCode(problem, "quote_expired", "quote_used", "promo_exhausted") && renew(),
  });
  const pay = { methods: methods.data ?? [], chosen: payWith, choose: setChosen, missing: payWith === "wallet" ? missing : 0 };
  return { quote, wishes, setWishes, book, pay, isSeries: !!weeks };
}

interface Promo {
  applied: string;
  problem: ApiProblem | null;
  onApply: (code: string) => void;
}

export function Price({ booking, isLoading, error, onRetry, promo }: { booking: Booking; isLoading: boolean; error: unknown; onRetry: () => void; promo: Promo | null }) {
  const { t } = useI18n();
  const { quote, wishes, setWishes, book, pay } = booking;
  if (error) return <ErrorNote error={error} onRetry={onRetry} />;
  if (!quote && !promo?.problem) {
    return isLoading ? (
      <div role="status" className="grid justify-items-center gap-3 py-6 text-muted">
        <Steps />
        {t("book.pricing")}
      </div>
    ) : (
      <Note icon="dog">{t("book.pick_dog")}</Note>
    );
  }
  return (
    <section aria-label={t("book.price")} aria-busy={isLoading} className="grid gap-5">
      {quote && <Receipt quote={quote} isLoading={isLoading} />}
      {pay.methods.length > 0 && <Choice label={t("book.pay_with")} value={pay.chosen} onChange={pay.choose} options={[{ value: "wallet", label: t("nav.wallet") }, ...pay.methods.map((method) => ({ value: method.id, label: method.label }))]} />}
      {promo && <PromoField key={promo.applied} promo={promo} />}
      <details className="card px-5 py-4">
        <summary className="min-h-8 font-semibold">{t("book.more")}</summary>
        <div className="mt-4 grid gap-4">
          <Area label={t("book.notes")} maxLength={2000} value={wishes.notes} onChange={(event) => setWishes({ ...wishes, notes: event.target.value })} hint={t("book.notes_hint")} />
          <Area label={t("book.access")} maxLength={2000} value={wishes.access} onChange={(event) => setWishes({ ...wishes, access: event.target.value })} hint={t("book.access_hint")} />
          <Switch label={t("book.pin_on")} hint={t("book.pin_hint")} checked={wishes.hasPin} onChange={(hasPin) => setWishes({ ...wishes, hasPin })} />
          <Switch label={t("book.safe_on")} hint={t("book.safe_hint")} checked={wishes.isSafe} onChange={(isSafe) => setWishes({ ...wishes, isSafe })} />
        </div>
      </details>
      <ErrorNote error={book.error} />
    </section>
  );
}

function Receipt({ quote, isLoading }: { quote: Quote; isLoading: boolean }) {
  const i18n = useI18n();
  const { t, money } = i18n;
  const before = quote.lines.reduce((sum, line) => sum + Math.max(0, line.amount), 0);
  return (
    <div className={`drop-shadow-[0_6px_14px_rgb(40_30_10/0.12)] transition ${isLoading ? "opacity-60" : ""}`}>
      <div className="receipt px-5 pt-5">
        <ul className="grid gap-2.5">
          {quote.lines.map((line) => (
            <li key={line.code} className={`flex items-baseline ${line.amount < 0 ? "font-semibold text-pine" : ""}`}>
              <span>{lineTitle(line, i18n)}</span>
              <span className="leader" />
              <span className="tabular-nums">{money(line.amount, quote.currency)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-4 flex items-baseline justify-between border-t-2 border-ink pt-3 text-2xl font-extrabold tracking-tight" aria-live="polite">
          <span>{t("book.total")}</span>
          <span className="tabular-nums">
            {before > quote.amount && (
              <s className="mr-2 text-base font-medium text-muted" aria-label={t("book.before", { amount: money(before, quote.currency) })}>
                {money(before, quote.currency)}
              </s>
            )}
            <span data-testid="total">{money(quote.amount, quote.currency)}</span>
          </span>
        </p>
      </div>
    </div>
  );
}

function PromoField({ promo }: { promo: Promo }) {
  const { t, maybe } = useI18n();
  const [code, setCode] = useState(promo.applied);
  const why = promo.problem && (maybe(`promo.${String(promo.problem.extra.reason)}`) ?? promo.problem.message);
  const apply = () => promo.onApply(code.trim().toUpperCase());
  return (
    <details className="card px-5 py-4" open={!!promo.applied}>
      <summary className="min-h-8 font-semibold">{t("book.promo")}</summary>
      <div className="mt-4 grid gap-3">
        <Field
          label={t("book.promo_code")}
          name="promo"
          autoCapitalize="characters"
          autoComplete="off"
          maxLength={32}
          value={code}
          error={why}
          onChange={(event) => setCode(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && (event.preventDefault(), apply())}
        />
        <div className="flex gap-2.5">
          <Button look="secondary" size="small" disabled={!code.trim() || code.trim().toUpperCase() === promo.applied} onClick={apply}>{t("book.promo_apply")}</Button>
          {promo.applied && <Button look="quiet" size="small" onClick={() => promo.onApply("")}>{t("book.promo_remove")}</Button>}
        </div>
      </div>
    </details>
  );
}

/** Always in reach under the sheet: the price is in it, so nobody books what he has not seen. */
export function BookButton({ booking: { quote, book, pay, isSeries }, isLoading }: { booking: Booking; isLoading: boolean }) {
  const { t, money } = useI18n();
  if (!quote) return null;
  if (pay.missing > 0) {
    return (
      <div className="grid gap-2">
        <p className="text-center text-sm font-semibold text-sun">{t("book.short", { amount: money(pay.missing, quote.currency) })}</p>
        <ButtonLink to="/wallet?topup=1" size="large" icon="plus">
          {t("wallet.topup")}
        </ButtonLink>
        <ButtonLink to="/wallet/methods" look="quiet" size="small">
          {t("book.by_card")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className="grid gap-1.5">
      <Button size="large" busy={book.isPending} disabled={isLoading} onClick={() => book.mutate()}>
        {t(isSeries ? "book.book_series" : "book.book", { amount: money(quote.amount, quote.currency) })}
      </Button>
      <p className="text-center text-xs text-muted">{t(isSeries ? "book.held_series" : pay.chosen === "wallet" ? "book.held" : "book.held_card")}</p>
    </div>
  );
}
