/** The frame of every page: tabs at the bottom of a phone, a rail at the side of a desk. */

import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from "react-router";

import { useUnread, useUser } from "../api/queries";
import { useI18n } from "../i18n";
import { LANGUAGES, type Key, type Language } from "../i18n/translate";
import { isOpenTo } from "../lib/desks";
import { useMode, type Mode } from "../lib/mode";
import { applyTheme, useTheme } from "../lib/theme";
import { ButtonLink } from "../ui/kit";
import { Icon, Paw, Wordmark, type IconName } from "../ui/icons";
import { ViewBanner } from "./view-banner";

interface Tab {
  to: string;
  label: Key;
  icon: IconName;
}

const TABS: Record<Mode, Tab[]> = {
  owner: [
    { to: "/", label: "nav.map", icon: "map" },
    { to: "/orders", label: "nav.walks", icon: "walks" },
    { to: "/dogs", label: "nav.dogs", icon: "dog" },
    { to: "/wallet", label: "nav.wallet", icon: "wallet" },
    { to: "/me", label: "nav.me", icon: "person" },
  ],
  walker: [
    { to: "/work", label: "nav.work", icon: "map" },
    { to: "/orders", label: "nav.walks", icon: "walks" },
    { to: "/wallet", label: "nav.earnings", icon: "wallet" },
    { to: "/me", label: "nav.me", icon: "person" },
  ],
  admin: [
    { to: "/", label: "nav.map", icon: "map" },
    { to: "/admin/people", label: "nav.people", icon: "person" },
    { to: "/admin/verifications", label: "nav.verifications", icon: "shield" },
    { to: "/admin", label: "nav.services", icon: "pulse" },
    { to: "/me", label: "nav.me", icon: "person" },
  ],
};

export function Shell() {
  const { t } = useI18n();
  const user = useUser();
  const mode = useMode(user);
  const { pathname } = useLocation();
  const tabs = TABS[mode].filter(({ to }) => mode !== "admin" || isOpenTo(to, user?.roles ?? []));
  const isWalking = /^\/work\/./.test(pathname);
  return (
    <>
      <a href="#main" className="fixed -top-20 left-4 z-50 rounded-full bg-ink px-5 py-3 font-semibold text-card focus:top-4">
        {t("nav.skip")}
      </a>
      <ViewBanner />
      {user ? <Tabs tabs={tabs} hidden={isWalking} /> : <VisitorBar />}
      <div className={`pt-(--above) ${user ? "md:pl-24" : ""}`}>
        <Outlet />
      </div>
      <ScrollRestoration />
    </>
  );
}

function Tabs({ tabs, hidden }: { tabs: Tab[]; hidden: boolean }) {
  const { t } = useI18n();
  const unread = useUnread(!hidden);
  return (
    <nav
      aria-label={t("nav.label")}
      className={`fixed z-40 border-line bg-card max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)] md:top-(--above) md:bottom-0 md:left-0 md:w-24 md:border-r ${hidden ? "max-md:hidden" : ""}`}
    >
      <div className="flex h-full md:flex-col md:items-center md:gap-2 md:py-6">
        <Link to="/" aria-label="Lapa" className="mb-4 hidden size-12 place-items-center rounded-[34%] bg-leash text-on-leash md:grid">
          <Paw size={32} />
        </Link>
        {tabs.map(({ to, label, icon }) => (
          <NavLink
            key={to}
            to={to}
            end={to === "/" || to === "/admin"}
            className={({ isActive }) =>
              `group relative flex flex-1 flex-col items-center gap-1 px-1 py-2 text-xs font-semibold md:w-20 md:flex-none md:rounded-2xl md:py-2.5 ${isActive ? "text-ink" : "text-muted hover:text-ink"}`
            }
          >
            <span className="relative grid h-8 w-14 place-items-center rounded-full transition group-aria-[current=page]:bg-leash group-aria-[current=page]:text-on-leash">
              <Icon name={icon} size={23} />
              {to === "/me" && !!unread.data && <span aria-hidden="true" className="absolute top-0.5 right-3 size-2.5 rounded-full border-2 border-card bg-alarm" />}
            </span>
            <span className="max-w-full text-center leading-tight">{t(label)}</span>
          </NavLink>
        ))}
        <div className="mt-auto hidden gap-2 md:grid">
          <ThemeButton />
          <LanguageButton />
        </div>
      </div>
    </nav>
  );
}

function VisitorBar() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  return (
    <header className="pointer-events-none fixed inset-x-0 top-0 z-40 flex items-center justify-between gap-2 p-3 md:p-5">
      <Link to="/" aria-label="Lapa" className="pointer-events-auto rounded-full bg-card/95 py-2 pr-4 pl-2 shadow-card">
        <Wordmark />
      </Link>
      <div className="pointer-events-auto flex items-center gap-1 rounded-full bg-card/95 p-1 shadow-card">
        <ThemeButton />
        <LanguageButton />
        {pathname !== "/sign-in" && (
          <ButtonLink to="/sign-in" size="small">
            {t("auth.sign_in")}
          </ButtonLink>
        )}
      </div>
    </header>
  );
}

export function ThemeButton() {
  const { t } = useI18n();
  const theme = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <button type="button" onClick={() => applyTheme(other)} aria-label={t(`theme.to_${other}`)} className="grid size-11 place-items-center rounded-full hover:bg-sunken">
      <Icon name={other === "dark" ? "moon" : "sun"} size={22} />
    </button>
  );
}

export function LanguageButton() {
  const { language, setLanguage } = useI18n();
  const other: Language = language === "ru" ? "en" : "ru";
  return (
    <button type="button" lang={other} onClick={() => setLanguage(other)} aria-label={LANGUAGES[other]} className="grid size-11 place-items-center rounded-full text-sm font-bold uppercase hover:bg-sunken">
      {other}
    </button>
  );
}
