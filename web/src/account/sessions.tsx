/** Where one is signed in, and signing out there. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";

import { api, ok, type Schemas } from "../api/client";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { Badge, Button, Card, Dialog, ErrorNote, Loading, Page } from "../ui/kit";
import { Icon } from "../ui/icons";
import { deviceOf } from "./device";

const SESSIONS = ["sessions"];

export function SessionsPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const signedIn = useQuery({ queryKey: SESSIONS, queryFn: async () => (await ok(api.GET("/api/v1/auth/sessions"))).items, refetchInterval: 30_000 });
  const everywhere = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/auth/logout-all")),
    onSuccess: () => {
      session.end();
      void navigate("/sign-in");
    },
  });
  return (
    <Page title={t("sessions.title")} lead={t("sessions.lead")} narrow back="/me">
      {signedIn.isPending && <Loading />}
      <ErrorNote error={signedIn.error} onRetry={() => void signedIn.refetch()} />
      {signedIn.data && (
        <Card className="py-2">
          <ul className="divide-y divide-line">
            {signedIn.data.map((one) => (
              <SessionRow key={one.id} one={one} />
            ))}
          </ul>
        </Card>
      )}
      <Button look="danger" icon="out" onClick={() => setAsking(true)} className="justify-self-start">{t("sessions.all")}</Button>
      <Dialog open={isAsking} title={t("sessions.all_title")} onClose={() => setAsking(false)}>
        <p>{t("sessions.all_text")}</p>
        <ErrorNote error={everywhere.error} />
        <Button look="danger" busy={everywhere.isPending} onClick={() => everywhere.mutate()}>{t("sessions.all")}</Button>
      </Dialog>
    </Page>
  );
}

/** Where the address was, if the operator keeps a database of places. */
function placeOf({ city, country }: Schemas["SessionRead"], language: string): string {
  const named = country && new Intl.DisplayNames([language], { type: "region" }).of(country);
  return [city, named].filter(Boolean).join(", ");
}

function SessionRow({ one }: { one: Schemas["SessionRead"] }) {
  const { t, dateTime, date, language } = useI18n();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/auth/sessions/{session_id}", { params: { path: { session_id: one.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
  const { browser, system } = deviceOf(one.user_agent ?? "");
  const name = [browser, system].filter(Boolean).join(" · ") || t("sessions.unknown");
  return (
    <li className="grid gap-2 py-3" aria-label={name}>
      <div className="flex items-center gap-3">
        <span aria-hidden="true" className="grid size-11 shrink-0 place-items-center rounded-full bg-sunken">
          <Icon name={one.is_current ? "check" : "globe"} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2">
            <span className="font-semibold">{name}</span>
            {one.is_current && <Badge tone="good">{t("sessions.this")}</Badge>}
          </span>
          <span className="block text-sm text-muted">
            {t("sessions.seen", { when: dateTime(one.last_used_at) })}
            {[placeOf(one, language), one.address].filter(Boolean).map((where) => ` · ${where}`)}
          </span>
          <span className="block text-sm text-muted">{t("sessions.since", { date: date(one.created_at) })}</span>
        </span>
        {!one.is_current && <Button look="quiet" size="small" busy={end.isPending} onClick={() => end.mutate()} aria-label={t("sessions.end_one", { name })}>{t("sessions.end")}</Button>}
      </div>
      <ErrorNote error={end.error} />
    </li>
  );
}
