/** People: finding them, suspending and reinstating, their roles, and looking with their eyes. */

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState, type FormEvent } from "react";
import { useNavigate } from "react-router";

import { api, ok, type Schemas } from "../api/client";
import { useUser } from "../api/queries";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { Area, Badge, Button, Card, Choice, Choices, Dialog, Empty, ErrorNote, Field, Loading, Note, Page, type Tone } from "../ui/kit";
import { Avatar } from "../ui/media";

type Person = Schemas["UserRead"];
type Asking = "view" | "suspend" | "reinstate" | "roles";
const ROLES = ["client", "walker", "support", "moderator", "finance", "admin"] as const;
const STATUSES = ["all", "active", "suspended"] as const;
const CODES = ["safety", "fraud", "complaints", "request", "other"] as const;
const TONES: Record<Person["status"], Tone> = { active: "good", suspended: "bad", erased: "neutral" };
const PEOPLE = ["people"];

export function PeoplePage() {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const [status, setStatus] = useState<(typeof STATUSES)[number]>("all");
  const query = useDeferredValue(text.trim());
  const found = useInfiniteQuery({
    queryKey: [...PEOPLE, query, status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ok(api.GET("/api/v1/users", { params: { query: { query: query || null, status: status === "all" ? null : status, limit: 20, cursor: pageParam } } })),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (before) => before,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("nav.people")} lead={t("people.lead")}>
      <Field label={t("people.search")} type="search" name="query" maxLength={120} value={text} onChange={(event) => setText(event.target.value)} hint={t("people.search_hint")} />
      <Choice hidden label={t("people.status")} value={status} onChange={setStatus} options={STATUSES.map((value) => ({ value, label: t(`people.status_${value}`) }))} />
      {found.isPending && <Loading />}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {found.data && rows.length === 0 && <Empty icon="person" title={t("people.none")} />}
      <ul className="grid gap-3 lg:grid-cols-2">
        {rows.map((person) => (
          <PersonCard key={person.id} person={person} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button look="secondary" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("people.more")}
        </Button>
      )}
    </Page>
  );
}

function PersonCard({ person }: { person: Person }) {
  const { t, date } = useI18n();
  const me = useUser();
  const [asking, setAsking] = useState<Asking | null>(null);
  const isSelf = me?.id === person.id;
  const mayManage = !!me?.roles.includes("admin") && !isSelf && person.status !== "erased";
  const mayView = !!me?.roles.some((role) => role === "admin" || role === "support") && person.status === "active" && person.roles.every((role) => role === "client" || role === "walker");
  const close = () => setAsking(null);
  return (
    <Card as="li" aria-label={person.full_name} className="grid content-start gap-3">
      <div className="flex items-center gap-3">
        <Avatar id={person.avatar_media_id} name={person.display_name} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-bold">{person.full_name}</h2>
          <p className="truncate text-sm text-muted">{person.email}</p>
        </div>
        <Badge tone={TONES[person.status]}>{t(`people.is_${person.status}`)}</Badge>
      </div>
      <p className="flex flex-wrap gap-1.5">
        {person.roles.map((role) => (
          <Badge key={role} tone={role === "client" || role === "walker" ? "neutral" : "warm"}>{t(`role.${role as (typeof ROLES)[number]}`)}</Badge>
        ))}
      </p>
      <p className="text-sm text-muted">{t("me.since", { date: date(person.created_at) })}</p>
      {(mayView || mayManage) && (
        <div className="flex flex-wrap gap-2">
          {mayView && <Button look="secondary" size="small" onClick={() => setAsking("view")}>{t("view.start")}</Button>}
          {mayManage && <Button look="quiet" size="small" onClick={() => setAsking("roles")}>{t("people.roles")}</Button>}
          {mayManage && (
            <Button look={person.status === "active" ? "warning" : "secondary"} size="small" onClick={() => setAsking(person.status === "active" ? "suspend" : "reinstate")}>
              {t(person.status === "active" ? "admin.suspend" : "admin.reinstate")}
            </Button>
          )}
        </div>
      )}
      <Dialog open={asking === "view"} title={t("view.title", { name: person.full_name })} onClose={close}>
        <StartView person={person} />
      </Dialog>
      <Dialog open={asking === "roles"} title={t("people.roles_of", { name: person.full_name })} onClose={close}>
        <Roles person={person} onDone={close} />
      </Dialog>
      <Dialog open={asking === "suspend" || asking === "reinstate"} title={t(asking === "reinstate" ? "people.reinstate_title" : "people.suspend_title", { name: person.full_name })} onClose={close}>
        <ChangeStatus person={person} onDone={close} />
      </Dialog>
    </Card>
  );
}

function StartView({ person }: { person: Person }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const start = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/auth/view-as", { body: { user_id: person.id, reason: reason.trim() } })),
    onSuccess: (opened) => {
      session.look({ id: opened.view_id, person: opened.user, reason: opened.reason, token: opened.access_token, until: Date.parse(opened.expires_at) });
      void navigate("/");
    },
    gcTime: 0,
  });
  return (
    <form className="grid gap-4" onSubmit={submit(start.mutate)}>
      <Note icon="shield">{t("view.text")}</Note>
      <Area label={t("view.reason")} name="reason" required minLength={5} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} hint={t("view.reason_hint")} />
      <ErrorNote error={start.error} />
      <Button type="submit" size="large" busy={start.isPending} disabled={reason.trim().length < 5}>{t("view.start")}</Button>
    </form>
  );
}

/** A change of somebody's rights, as he was when the page was read. */
function useChange(person: Person, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["UserPatch"]) => ok(api.PATCH("/api/v1/users/{user_id}", { params: { path: { user_id: person.id }, header: { "if-match": `"v${person.version}"` } }, body })),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: PEOPLE }),
  });
}

function Roles({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useI18n();
  const [roles, setRoles] = useState(() => ROLES.filter((role) => person.roles.includes(role)));
  const [reason, setReason] = useState("");
  const change = useChange(person, onDone);
  return (
    <form className="grid gap-4" onSubmit={submit(() => change.mutate({ roles, reason: reason.trim(), reason_code: "request" }))}>
      <Choices label={t("people.roles")} values={roles} onChange={setRoles} options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
      <Area label={t("people.reason")} name="reason" required maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} hint={t("people.reason_hint")} />
      <ErrorNote error={change.error} />
      <Button type="submit" size="large" busy={change.isPending} disabled={!roles.length || !reason.trim()}>{t("action.save")}</Button>
    </form>
  );
}

function ChangeStatus({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useI18n();
  const [code, setCode] = useState<(typeof CODES)[number]>("complaints");
  const [reason, setReason] = useState("");
  const change = useChange(person, onDone);
  const isSuspending = person.status === "active";
  return (
    <form className="grid gap-4" onSubmit={submit(() => change.mutate({ status: isSuspending ? "suspended" : "active", reason: reason.trim(), reason_code: code }))}>
      <p>{t(isSuspending ? "people.suspend_text" : "people.reinstate_text")}</p>
      {isSuspending && <Choice label={t("admin.code")} value={code} onChange={setCode} options={CODES.map((value) => ({ value, label: t(`people.code_${value}`) }))} />}
      <Area label={t("people.reason")} name="reason" required maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} hint={t("people.reason_hint")} />
      <ErrorNote error={change.error} />
      <Button type="submit" look={isSuspending ? "danger" : "primary"} size="large" busy={change.isPending} disabled={!reason.trim()}>{t(isSuspending ? "admin.suspend" : "admin.reinstate")}</Button>
    </form>
  );
}

const submit = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};
