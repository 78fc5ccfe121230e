/** Above every page while support looks with somebody's eyes: whose, why, for how long, and the way back. */

import { useEffect, useSyncExternalStore } from "react";
import { useNavigate } from "react-router";

import { leaveView } from "../api/client";
import { session } from "../api/session";
import { useI18n } from "../i18n";
import { clock } from "../i18n/translate";
import { useNow } from "../lib/hooks";

export const useView = () => useSyncExternalStore(session.subscribe, () => session.view);

export function ViewBanner() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const view = useView();
  const now = useNow(view ? 1000 : null);
  const left = view ? Math.max(0, view.until - now) : 0;
  useEffect(() => {
    document.documentElement.toggleAttribute("data-viewing", !!view);
  }, [view]);
  useEffect(() => {
    if (!view || left > 0) return;
    session.endView();
    void navigate("/admin/people");
  }, [view, left, navigate]);
  if (!view) return null;
  const leave = () => {
    void leaveView();
    void navigate("/admin/people");
  };
  return (
    <aside aria-label={t("view.banner")} className="view-banner fixed inset-x-0 top-0 z-50 flex items-center gap-3 bg-sun-soft px-4 text-sm text-sun shadow-card">
      <p className="min-w-0 flex-1 leading-tight">
        <span className="block truncate font-bold">{t("view.as", { name: view.person.full_name })}</span>
        <span className="block truncate">{view.reason}</span>
      </p>
      <span role="timer" aria-label={t("view.left")} className="font-bold tabular-nums">
        {clock(left / 1000)}
      </span>
      <button type="button" onClick={leave} className="min-h-11 rounded-full border border-current px-4 font-semibold whitespace-nowrap hover:bg-card">
        {t("view.leave")}
      </button>
    </aside>
  );
}
