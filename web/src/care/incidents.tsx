/** Incidents of a walk: reporting one, reading what is done, adding a word. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { api, idempotent, ok, uploadMedia, type Schemas } from "../api/client";
import type { Order } from "../api/types";
import { useI18n } from "../i18n";
import { randomId } from "../lib/random";
import { IncidentFacts } from "../ui/incident";
import { Area, Button, Card, Choice, Dialog, ErrorNote } from "../ui/kit";
import { PhotoPicker } from "../ui/photos";

type Kind = Schemas["IncidentKind"];
const KINDS: Kind[] = ["injury_dog", "injury_person", "escape", "bite", "damage", "illness", "conduct", "unfinished_walk", "other"];
const SEVERITIES: Schemas["Severity"][] = ["low", "medium", "high"];

export function Incidents({ order, incidents }: { order: Order; incidents: Schemas["IncidentRead"][] }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const mayReport = order.allowed_actions.includes("incidents");
  if (!mayReport && !incidents.length) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-heading font-bold">{t("help.incidents")}</h2>
      <ul className="grid gap-3">
        {incidents.map((incident) => (
          <Card as="li" key={incident.id} className="grid gap-3">
            <IncidentFacts incident={incident} />
            {incident.state !== "closed" && <AddWord incident={incident} />}
          </Card>
        ))}
      </ul>
      {mayReport && (
        <Button look="secondary" icon="incident" onClick={() => setOpen(true)} className="justify-self-start">
          {t("help.report")}
        </Button>
      )}
      <Dialog open={isOpen} title={t("help.report")} onClose={() => setOpen(false)}>
        <Report order={order} onDone={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

function useIncidentsChanged(orderId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["order", orderId] });
}

function AddWord({ incident }: { incident: Schemas["IncidentRead"] }) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const changed = useIncidentsChanged(incident.order_id);
  const add = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/orders/{order_id}/incidents/{incident_id}/notes", { params: { path: { order_id: incident.order_id, incident_id: incident.id } }, body: { text: text.trim() }, headers: idempotent() })),
    onSuccess: () => setText(""),
    onSettled: changed,
  });
  return (
    <details>
      <summary className="min-h-11 font-semibold">{t("help.add_word")}</summary>
      <div className="grid gap-3 pt-2">
        <Area label={t("help.word")} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
        <ErrorNote error={add.error} />
        <Button look="secondary" size="small" disabled={!text.trim()} busy={add.isPending} onClick={() => add.mutate()} className="justify-self-start">{t("help.send")}</Button>
      </div>
    </details>
  );
}

function Report({ order, onDone }: { order: Order; onDone: () => void }) {
  const { t } = useI18n();
  const [kind, setKind] = useState<Kind>("other");
  const [severity, setSeverity] = useState<Schemas["Severity"]>("medium");
  const [text, setText] = useState("");
  const [files, setFiles] = useState<File[]>([]);
  const [key] = useState(randomId);
  const changed = useIncidentsChanged(order.id);
  const report = useMutation({
    mutationFn: async () => {
      const media = await Promise.all(files.map((file, index) => uploadMedia(file, file.name, `${key}-${index}`)));
      const body = { type: kind, severity, description: text.trim(), media_ids: media.map(({ id }) => id), pet_ids: order.pets.map((pet) => pet.pet_id) };
      return ok(api.POST("/api/v1/orders/{order_id}/incidents", { params: { path: { order_id: order.id } }, body, headers: idempotent(key) }));
    },
    onSuccess: onDone,
    onSettled: changed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    report.mutate();
  };
  return (
    <form className="grid gap-5" onSubmit={submit}>
      <Choice label={t("help.kind")} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`incident.${value}`) }))} />
      <Choice label={t("help.severity")} value={severity} onChange={setSeverity} options={SEVERITIES.map((value) => ({ value, label: t(`incident.${value}`) }))} />
      {severity === "high" && <p className="text-sm text-muted">{t("help.high")}</p>}
      <Area label={t("help.what")} name="description" required maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} hint={t("help.what_hint")} />
      <PhotoPicker files={files} onChange={setFiles} />
      <ErrorNote error={report.error} />
      <Button type="submit" size="large" busy={report.isPending} disabled={!text.trim()}>{t("help.send")}</Button>
    </form>
  );
}
