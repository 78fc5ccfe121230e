/** Money that waits for somebody: payouts, corrections by hand that two agree on, top-ups that came too fast. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok, type Schemas } from "../api/client";
import { usePersonCard, useUser } from "../api/queries";
import { useI18n } from "../i18n";
import { Area, Badge, Button, Card, Choice, Dialog, Empty, ErrorNote, Loading, Page, type Tone } from "../ui/kit";
import { PAYOUT_TONES } from "../ui/tones";
import { Adjust } from "./adjust";

type Payout = Schemas["PayoutRead"];
type Adjustment = Schemas["AdjustmentRead"];
const DESKS = ["payouts", "adjustments", "topups"] as const;

export function MoneyPage() {
  const { t } = useI18n();
  const [desk, setDesk] = useState<(typeof DESKS)[number]>("payouts");
  return (
    <Page title={t("nav.money")} lead={t("money.lead")}>
      <Choice hidden label={t("money.desk")} value={desk} onChange={setDesk} options={DESKS.map((value) => ({ value, label: t(`money.desk_${value}`) }))} />
      {desk === "payouts" ? <Payouts /> : desk === "adjustments" ? <Adjustments /> : <HeldTopups />}
    </Page>
  );
}

function Payouts() {
  const { t } = useI18n();
  const [isAll, setAll] = useState(false);
  const payouts = useQuery({
    queryKey: ["payouts", "everybody", isAll],
    queryFn: async () => (await ok(api.GET("/api/v1/payouts", { params: { query: { everybody: true, status: isAll ? null : ["requested"], limit: 50 } } }))).items,
    refetchInterval: 10_000,
  });
  return (
    <section className="grid gap-3">
      <Choice hidden label={t("money.which")} value={isAll ? "all" : "waiting"} onChange={(which) => setAll(which === "all")} options={(["waiting", "all"] as const).map((value) => ({ value: value as string, label: t(`money.${value}`) }))} />
      {payouts.isPending && <Loading />}
      <ErrorNote error={payouts.error} onRetry={() => void payouts.refetch()} />
      {payouts.data?.length === 0 && <Empty icon="wallet" title={t("admin.queue_empty")} />}
      <ul className="grid gap-3 lg:grid-cols-2">
        {payouts.data?.map((payout) => (
          <PayoutCard key={payout.id} payout={payout} />
        ))}
      </ul>
    </section>
  );
}

function PayoutCard({ payout }: { payout: Payout }) {
  const { t, money, date, dateTime } = useI18n();
  const client = useQueryClient();
  const me = useUser();
  const person = usePersonCard(payout.user_id);
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState("");
  const params = { path: { payout_id: payout.id } };
  const changed = () => client.invalidateQueries({ queryKey: ["payouts"] });
  const approve = useMutation({ mutationFn: () => ok(api.POST("/api/v1/payouts/{payout_id}/approve", { params, headers: idempotent() })), onSettled: changed });
  const reject = useMutation({ mutationFn: () => ok(api.POST("/api/v1/payouts/{payout_id}/reject", { params, body: { reason: reason.trim() }, headers: idempotent() })), onSuccess: () => setRejecting(false), onSettled: changed });
  const isMine = !!me && payout.approvals.includes(me.id);
  return (
    <Card as="li" className="grid content-start gap-3">
      <div className="flex items-start justify-between gap-3">
        <div>
          <p className="text-2xl font-extrabold tabular-nums">{money(payout.amount, payout.currency)}</p>
          <p className="text-sm text-muted">{person.data?.display_name}</p>
        </div>
        <Badge tone={PAYOUT_TONES[payout.status] ?? "neutral"}>{t(`payout.${payout.status}`)}</Badge>
      </div>
      <p className="text-sm text-muted">
        {t("money.asked", { when: dateTime(payout.created_at) })} · {t("money.expected", { date: date(payout.expected_on) })}
      </p>
      {payout.reason && <p className="text-sm">{payout.reason}</p>}
      <ErrorNote error={approve.error} />
      {payout.status === "requested" && (
        <div className="flex flex-wrap items-center gap-2.5">
          <Button icon="check" busy={approve.isPending} disabled={isMine} onClick={() => approve.mutate()}>{t("admin.approve")}</Button>
          <Button look="danger" icon="close" onClick={() => setRejecting(true)}>{t("admin.reject")}</Button>
          {isMine && <p className="text-sm text-muted">{t("money.second")}</p>}
        </div>
      )}
      <Dialog open={isRejecting} title={t("money.reject_title")} onClose={() => setRejecting(false)}>
        <Area label={t("admin.reason")} required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ErrorNote error={reject.error} />
        <Button look="danger" disabled={!reason.trim()} busy={reject.isPending} onClick={() => reject.mutate()}>{t("admin.reject")}</Button>
      </Dialog>
    </Card>
  );
}

function Adjustments() {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const rows = useQuery({ queryKey: ["adjustments"], queryFn: async () => (await ok(api.GET("/api/v1/ledger/adjustments", { params: { query: { limit: 50 } } }))).items, refetchInterval: 10_000 });
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-[52ch] text-muted">{t("adjust.lead")}</p>
        <Button size="small" icon="plus" onClick={() => setOpen(true)}>{t("adjust.propose")}</Button>
      </div>
      {rows.isPending && <Loading />}
      <ErrorNote error={rows.error} onRetry={() => void rows.refetch()} />
      {rows.data?.length === 0 && <Empty icon="wallet" title={t("adjust.none")} />}
      <ul className="grid gap-3 lg:grid-cols-2">
        {rows.data?.map((row) => (
          <AdjustmentCard key={row.id} row={row} />
        ))}
      </ul>
      <Dialog open={isOpen} title={t("adjust.propose")} onClose={() => setOpen(false)}>
        <Adjust onDone={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

const ADJUST_TONES: Record<Adjustment["status"], Tone> = { proposed: "warn", posted: "good", rejected: "neutral" };

function AdjustmentCard({ row }: { row: Adjustment }) {
  const { t, money, dateTime } = useI18n();
  const client = useQueryClient();
  const me = useUser();
  const person = usePersonCard(row.user_id);
  const params = { path: { adjustment_id: row.id } };
  const decide = useMutation({
    mutationFn: (what: "approve" | "reject") => ok(what === "approve" ? api.POST("/api/v1/ledger/adjustments/{adjustment_id}/approve", { params, headers: idempotent() }) : api.POST("/api/v1/ledger/adjustments/{adjustment_id}/reject", { params, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["adjustments"] }),
  });
  const isOwn = me?.id === row.proposed_by;
  return (
    <Card as="li" className="grid content-start gap-3">
      <div className="flex items-start justify-between gap-3">
        <div>
          <p className="text-2xl font-extrabold tabular-nums">{money(row.amount, row.currency)}</p>
          <p className="text-sm text-muted">{person.data?.display_name ?? row.user_id}</p>
        </div>
        <Badge tone={ADJUST_TONES[row.status]}>{t(`adjust.${row.status}`)}</Badge>
      </div>
      <p>{row.reason}</p>
      <p className="text-sm text-muted">{dateTime(row.created_at)}</p>
      <ErrorNote error={decide.error} />
      {row.status === "proposed" && (
        <div className="flex flex-wrap items-center gap-2.5">
          <Button icon="check" disabled={isOwn} busy={decide.isPending && decide.variables === "approve"} onClick={() => decide.mutate("approve")}>{t("admin.approve")}</Button>
          <Button look="danger" icon="close" busy={decide.isPending && decide.variables === "reject"} onClick={() => decide.mutate("reject")}>{t("admin.reject")}</Button>
          {isOwn && <p className="text-sm text-muted">{t("adjust.second")}</p>}
        </div>
      )}
    </Card>
  );
}

function HeldTopups() {
  const { t, money, dateTime } = useI18n();
  const client = useQueryClient();
  const rows = useQuery({ queryKey: ["held-topups"], queryFn: async () => (await ok(api.GET("/api/v1/ledger/held-topups", { params: { query: { limit: 50 } } }))).items, refetchInterval: 10_000 });
  const release = useMutation({
    mutationFn: (id: string) => ok(api.POST("/api/v1/ledger/held-topups/{topup_id}/release", { params: { path: { topup_id: id } }, headers: idempotent() })),
    onSettled: () => client.invalidateQueries({ queryKey: ["held-topups"] }),
  });
  return (
    <section className="grid gap-3">
      <p className="max-w-[52ch] text-muted">{t("money.topups_lead")}</p>
      {rows.isPending && <Loading />}
      <ErrorNote error={rows.error ?? release.error} onRetry={() => void rows.refetch()} />
      {rows.data?.length === 0 && <Empty icon="wallet" title={t("admin.queue_empty")} />}
      <ul className="grid gap-3 lg:grid-cols-2">
        {rows.data?.map((row) => (
          <Card as="li" key={row.id} className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <p className="text-2xl font-extrabold tabular-nums">{money(row.amount, row.currency)}</p>
              <p className="text-sm text-muted">{dateTime(row.created_at)}</p>
            </div>
            <Button look="secondary" icon="check" busy={release.isPending && release.variables === row.id} onClick={() => release.mutate(row.id)}>{t("money.release")}</Button>
          </Card>
        ))}
      </ul>
    </section>
  );
}
