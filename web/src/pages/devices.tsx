/** Where one is signed in, and signing one of them out. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, ok, type Schemas } from "../api/client";
import { useI18n } from "../i18n";
import { Button, Card, ErrorNote } from "../ui/kit";

const SESSIONS = ["sessions"];

function placeOf({ city, country, address }: Schemas["SessionRead"], language: string): string {
  const named = country && new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(country);
  return [city, named, address].filter(Boolean).join(", ");
}

export function Devices() {
  const { t, date, language } = useI18n();
  const queries = useQueryClient();
  const devices = useQuery({ queryKey: SESSIONS, queryFn: () => ok(api.GET("/api/v1/auth/sessions")) });
  const end = useMutation({
    mutationFn: (id: string) => ok(api.DELETE("/api/v1/auth/sessions/{session_id}", { params: { path: { session_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSIONS }),
  });
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("security.devices")}</h2>
      <ErrorNote error={devices.error ?? end.error} />
      <ul className="grid gap-2">
        {devices.data?.items.map((one) => (
          <li key={one.id} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{[one.browser, one.system].filter(Boolean).join(", ") || t("security.device")}</span>
              <span className="block truncate text-sm text-muted">{placeOf(one, language)}</span>
              <span className="text-sm text-muted">{one.is_current ? t("security.this_device") : t("security.last_used", { date: date(one.last_used_at) })}</span>
            </span>
            {!one.is_current && (
              <Button look="quiet" busy={end.isPending && end.variables === one.id} onClick={() => end.mutate(one.id)}>{t("security.sign_out")}</Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
