/** Oneself: who one is here, how the app looks and speaks, the way out. */

import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";

import { api, ok } from "../api/client";
import { useProfile, useUnread } from "../api/queries";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { LANGUAGES, type Language } from "../i18n/translate";
import { modesOf, setMode, useMode } from "../lib/mode";
import { applyTheme, useThemeChoice, type Choice as Theme } from "../lib/theme";
import { Button, Card, Choice, ErrorNote, Loading, Page, RowLink } from "../ui/kit";
import { Avatar } from "../ui/media";

export function MePage() {
  const { t, language, setLanguage, date } = useI18n();
  const profile = useProfile();
  const unread = useUnread(true);
  const mode = useMode(session.user);
  const theme = useThemeChoice();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => api.POST("/api/v1/auth/logout"),
    // out is out, also when nobody could be told
    onSettled: () => {
      session.end();
      void navigate("/");
    },
  });
  // letters and pushes speak it too, from the next one on
  const tell = useMutation({
    mutationFn: (locale: Language) => ok(api.PATCH("/api/v1/users/profile", { body: { locale } })),
    onSuccess: (changed) => session.changeUser(changed),
  });
  const modes = session.user ? modesOf(session.user) : [];
  return (
    <Page title={t("nav.me")} narrow>
      {profile.isPending && <Loading />}
      <ErrorNote error={profile.error} onRetry={() => void profile.refetch()} />
      {profile.data && (
        <Card className="flex items-center gap-4">
          <Avatar id={profile.data.avatar_media_id} name={profile.data.full_name} size={64} />
          <div className="min-w-0">
            <h2 className="truncate text-heading font-bold">{profile.data.full_name}</h2>
            <p className="truncate text-muted">{profile.data.email}</p>
            <p className="text-sm text-muted">{t("me.since", { date: date(profile.data.created_at) })}</p>
          </div>
        </Card>
      )}
      {modes.length > 1 && (
        <Card className="grid gap-4">
          <Choice label={t("me.mode")} value={mode} onChange={setMode} options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} />
        </Card>
      )}
      {session.user && !session.user.roles.includes("walker") && mode === "owner" && <BecomeWalker />}
      {mode === "walker" && (
        <Card className="grid gap-1 p-2">
          <RowLink to="/walker/profile" icon="person" label={t("walker.profile")} />
          <RowLink to="/walker/time-off" icon="sun" label={t("walker.time_off")} />
          <RowLink to="/walker/reviews" icon="star" label={t("walker.reviews")} />
          <RowLink to="/walker/verification" icon="shield" label={t("walker.verification")} />
        </Card>
      )}
      <Card className="grid gap-1 p-2">
        <RowLink to="/me/notices" icon="flag" label={t("me.notices")} count={unread.data} />
        <RowLink to="/me/security" icon="shield" label={t("security.title")} />
        <RowLink to="/me/sessions" icon="globe" label={t("me.sessions")} />
        <RowLink to="/me/consents" icon="note" label={t("consent.title")} />
        <RowLink to="/me/contacts" icon="person" label={t("me.contacts")} />
        <RowLink to="/me/leave" icon="out" label={t("me.data")} />
        <RowLink to="/developer" icon="key" label={t("me.developer")} />
      </Card>
      <Card className="grid gap-5">
        <Choice
          label={t("me.language")}
          value={language}
          onChange={(chosen) => {
            setLanguage(chosen);
            if (session.doer) tell.mutate(chosen);
          }}
          options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: <span lang={value}>{LANGUAGES[value]}</span> }))}
        />
        <Choice
          label={t("me.theme")}
          value={theme}
          onChange={applyTheme}
          options={(["system", "light", "dark"] satisfies Theme[]).map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Card>
      {session.doer && (
        <Button look="secondary" icon="out" busy={leave.isPending} onClick={() => leave.mutate()} className="justify-self-start">
          {t("auth.sign_out")}
        </Button>
      )}
    </Page>
  );
}

function BecomeWalker() {
  const { t, language } = useI18n();
  const navigate = useNavigate();
  const become = useMutation({
    mutationFn: async () => {
      await ok(api.PUT("/api/v1/walkers/me", { body: { languages: [language] } as never }));
      return ok(api.GET("/api/v1/users/profile"));
    },
    onSuccess: (profile) => {
      session.changeUser(profile);
      setMode("walker");
      void navigate("/work");
    },
  });
  return (
    <div className="grid gap-3">
      <ErrorNote error={become.error} />
      <Button look="secondary" icon="walks" busy={become.isPending} onClick={() => become.mutate()} className="justify-self-start">
        {t("me.become_walker")}
      </Button>
    </div>
  );
}
