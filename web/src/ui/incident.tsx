/** An incident as both sides and support see it: what, how bad, until when an answer is due, what was done. */

import type { Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Badge, Note, type Tone } from "./kit";
import { Picture } from "./media";

type Incident = Schemas["IncidentRead"];
const TONES: Record<Incident["state"], Tone> = { open: "bad", in_progress: "warn", closed: "good" };
const HOW_BAD: Record<Incident["severity"], Tone> = { low: "neutral", medium: "warn", high: "bad" };

export function IncidentFacts({ incident, heading: Heading = "h3" }: { incident: Incident; heading?: "h2" | "h3" }) {
  const { t, maybe, dateTime } = useI18n();
  const { state, respond_by: due } = incident;
  return (
    <div className="grid gap-3">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <Heading className="font-bold">{t(`incident.${incident.type}`)}</Heading>
        <span className="flex flex-wrap gap-1.5">
          <Badge tone={HOW_BAD[incident.severity]}>{t(`incident.${incident.severity}`)}</Badge>
          <Badge tone={TONES[state]}>{t(`incident.state_${state}`)}</Badge>
        </span>
      </header>
      <p className="text-sm text-muted">
        {dateTime(incident.at)} · {maybe(`party.${incident.reported_by}`) ?? incident.reported_by}
      </p>
      <p className="whitespace-pre-wrap">{incident.description}</p>
      {incident.media_ids.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {incident.media_ids.map((id, index) => (
            <Picture key={id} id={id} alt={t("incident.photo", { count: index + 1 })} className="size-24 rounded-xl" />
          ))}
        </div>
      )}
      {due && state === "open" && (
        <Note tone="warm" icon="clock">
          {t("incident.answer_by", { when: dateTime(due) })}
        </Note>
      )}
      {incident.notes.length > 0 && (
        <ol className="grid gap-2 border-l-3 border-line pl-4">
          {incident.notes.map((note) => (
            <li key={note.id}>
              <p className="text-xs text-muted">
                {maybe(`party.${note.author}`) ?? note.author} · {dateTime(note.at)}
              </p>
              <p className="whitespace-pre-wrap">{note.text}</p>
            </li>
          ))}
        </ol>
      )}
      {incident.closed_at && <p className="text-sm text-muted">{t("incident.closed", { when: dateTime(incident.closed_at) })}</p>}
    </div>
  );
}
