/** Taking one's data along, and leaving for good: what goes, what stays and why. */

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";

import { api, authorizedFetch, ok } from "../api/client";
import { ApiProblem, problemOf } from "../api/problems";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { Button, Card, Dialog, ErrorNote, Field, Note, Page, Switch } from "../ui/kit";
import { Icon, type IconName } from "../ui/icons";
import { saveBlob } from "../lib/save";

interface Blocker {
  code: string;
  can_be_waived: boolean;
}

export function LeavePage() {
  const { t } = useI18n();
  return (
    <Page title={t("leave.title")} lead={t("leave.lead")} narrow back="/me">
      <Export />
      <Leave />
    </Page>
  );
}

function Export() {
  const { t } = useI18n();
  const take = useMutation({
    mutationFn: async () => {
      const response = await authorizedFetch("/api/v1/users/profile/export");
      if (!response.ok) throw await problemOf(response);
      saveBlob(await response.blob(), "lapa-export.zip");
    },
  });
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("export.title")}</h2>
      <p>{t("export.text")}</p>
      {take.isSuccess && (
        <Note tone="good" icon="check" role="status">
          {t("export.done")}
        </Note>
      )}
      <ErrorNote error={take.error} />
      <Button look="secondary" icon="note" busy={take.isPending} onClick={() => take.mutate()} className="justify-self-start">{t("export.take")}</Button>
    </Card>
  );
}

function Leave() {
  const { t } = useI18n();
  const [isAsking, setAsking] = useState(false);
  const fates: [IconName, "leave.goes" | "leave.stays" | "leave.others" | "leave.when"][] = [
    ["close", "leave.goes"],
    ["wallet", "leave.stays"],
    ["walks", "leave.others"],
    ["clock", "leave.when"],
  ];
  return (
    <Card className="grid gap-4">
      <h2 className="text-heading font-bold">{t("leave.heading")}</h2>
      <ul className="grid gap-3">
        {fates.map(([icon, key]) => (
          <li key={key} className="flex items-start gap-3">
            <Icon name={icon} className="mt-0.5 shrink-0 text-leash-deep" />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
      <Button look="danger" onClick={() => setAsking(true)} className="justify-self-start">{t("leave.go")}</Button>
      <Dialog open={isAsking} title={t("leave.sure")} onClose={() => setAsking(false)}>
        <Confirm />
      </Dialog>
    </Card>
  );
}

function Confirm() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [waived, setWaived] = useState<string[]>([]);
  const methods = useQuery({ queryKey: ["sign-in-methods"], queryFn: () => ok(api.GET("/api/v1/auth/methods")) });
  const leave = useMutation({
    mutationFn: () => ok(api.DELETE("/api/v1/users/profile", { body: { current_password: password || null, waive: waived } })),
    onSuccess: ({ erasure_id }) => {
      void navigate(`/gone/${erasure_id}`);
      session.end();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.mutate();
  };
  const { error } = leave;
  const blockers = error instanceof ApiProblem && error.code === "cannot_leave_yet" ? (error.extra.blockers as Blocker[]) : [];
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <p>{t("leave.sure_text")}</p>
      {methods.data?.has_password !== false && <Field label={t("auth.password")} type="password" name="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} />}
      {blockers.length ? <Blockers found={blockers} waived={waived} onChange={setWaived} /> : <ErrorNote error={error} />}
      <Button type="submit" look="danger" size="large" busy={leave.isPending}>{t("leave.go_yes")}</Button>
    </form>
  );
}

function Blockers({ found, waived, onChange }: { found: Blocker[]; waived: string[]; onChange: (codes: string[]) => void }) {
  const { t, maybe } = useI18n();
  const codes = [...new Map(found.map((one) => [one.code, one])).values()];
  return (
    <Note tone="bad" icon="incident" role="alert">
      <p className="font-semibold">{t("leave.blocked")}</p>
      <ul className="mt-1 grid gap-1">
        {codes.map(({ code, can_be_waived: canWaive }) => (
          <li key={code}>
            {maybe(`blocker.${code}`) ?? t("blocker.other")}
            {canWaive && <Switch label={t("leave.waive")} checked={waived.includes(code)} onChange={(on) => onChange(on ? [...waived, code] : waived.filter((one) => one !== code))} />}
          </li>
        ))}
      </ul>
    </Note>
  );
}
