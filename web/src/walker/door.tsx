/** What is done at the door: coming, starting, opening the notes that are sealed, finishing. */

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { api, idempotent, ok } from "../api/client";
import { hasCode } from "../api/problems";
import { useOrderAction } from "../api/queries";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { Button, Dialog, ErrorNote, Field, Switch } from "../ui/kit";
import { Icon } from "../ui/icons";
import { outbox, useRecording } from "./recorder";

const CHECKS = ["lead_off", "water", "door_locked", "key_returned"] as const;

/** Where the walker is, as the API wants it at the door. */
export function useDoor() {
  const { last } = useRecording();
  return last && { lat: last.lat, lon: last.lon, accuracy_m: last.accuracy_m };
}

export function MainAction({ order }: { order: Order }) {
  const { t } = useI18n();
  const door = useDoor();
  const [pin, setPin] = useState("");
  const [isFinishing, setFinishing] = useState(false);
  const path = { params: { path: { order_id: order.id } } };
  const go = useOrderAction(order.id, () => ok(api.POST("/api/v1/orders/{order_id}/en-route", path)));
  const arrive = useOrderAction(order.id, () => ok(api.POST("/api/v1/orders/{order_id}/arrived", { ...path, body: door! })));
  const start = useOrderAction(order.id, () => ok(api.POST("/api/v1/orders/{order_id}/start", { ...path, body: { ...door!, pin: pin.trim() || null } })));
  const error = go.error ?? arrive.error ?? start.error;
  const wantsPin = hasCode(start.error, "wrong_pin");
  const isArrived = !!order.arrived_at;

  if (order.status === "in_progress") {
    return (
      <>
        <Button size="large" icon="flag" className="w-full" onClick={() => setFinishing(true)}>
          {t("walk.finish")}
        </Button>
        <Dialog open={isFinishing} title={t("walk.finish_title")} onClose={() => setFinishing(false)}>
          <Finish order={order} />
        </Dialog>
      </>
    );
  }
  return (
    <div className="grid gap-3">
      <ErrorNote error={error} />
      {!door && <p className="text-sm text-muted">{t("walk.need_position")}</p>}
      {(wantsPin || pin !== "") && <Field label={t("walk.pin")} inputMode="numeric" autoComplete="off" maxLength={10} value={pin} onChange={(event) => setPin(event.target.value)} hint={t("walk.pin_hint")} />}
      {order.status === "assigned" ? (
        <Button size="large" icon="walks" busy={go.isPending} onClick={() => go.mutate()}>
          {t("walk.en_route")}
        </Button>
      ) : !isArrived ? (
        <Button size="large" icon="pin" busy={arrive.isPending} disabled={!door} onClick={() => arrive.mutate()}>
          {t("walk.arrived")}
        </Button>
      ) : (
        <Button size="large" icon="walks" busy={start.isPending} disabled={!door} onClick={() => start.mutate()}>
          {t("walk.start")}
        </Button>
      )}
    </div>
  );
}

function Finish({ order }: { order: Order }) {
  const { t } = useI18n();
  const door = useDoor();
  const [checks, setChecks] = useState<Record<string, boolean>>({});
  const finish = useOrderAction(order.id, async () => {
    // what happened on the walk has to be there before it ends
    await outbox.flushAll();
    return ok(api.POST("/api/v1/orders/{order_id}/finish", { params: { path: { order_id: order.id } }, body: { ...door!, checklist: checks } }));
  });
  return (
    <div className="grid gap-4">
      <p>{t("walk.finish_text")}</p>
      {order.home_safe && (
        <div className="grid gap-2">
          {CHECKS.map((check) => (
            <Switch key={check} label={t(`check.${check}`)} checked={!!checks[check]} onChange={(on) => setChecks({ ...checks, [check]: on })} />
          ))}
          <p className="text-sm text-muted">{t("walk.finish_photo")}</p>
        </div>
      )}
      {!door && <p className="text-sm text-muted">{t("walk.need_position")}</p>}
      <ErrorNote error={finish.error} />
      <Button size="large" icon="flag" busy={finish.isPending} disabled={!door} onClick={() => finish.mutate()}>
        {t("walk.finish_yes")}
      </Button>
    </div>
  );
}

export function AccessNotes({ order }: { order: Order }) {
  const { t } = useI18n();
  const door = useDoor();
  const reveal = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/orders/{order_id}/access/reveal", { params: { path: { order_id: order.id } }, body: door!, headers: idempotent() })),
    // never kept longer than it is looked at
    gcTime: 0,
  });
  return (
    <div className="card grid gap-3 p-4">
      <p className="flex items-center gap-2 font-semibold">
        <Icon name="key" />
        {t("walk.access")}
      </p>
      {reveal.data ? (
        <p className="rounded-xl bg-sunken p-3 font-medium whitespace-pre-wrap">{reveal.data.access_notes}</p>
      ) : (
        <>
          <p className="text-sm text-muted">{t("walk.access_text")}</p>
          <ErrorNote error={reveal.error} />
          <Button look="secondary" size="small" disabled={!door} busy={reveal.isPending} onClick={() => reveal.mutate()} className="justify-self-start">
            {t("walk.access_show")}
          </Button>
        </>
      )}
    </div>
  );
}
