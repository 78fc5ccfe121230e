/** The small parts every page is made of. */

import { useEffect, useId, useRef, type ButtonHTMLAttributes, type ReactNode } from "react";
import { Link, type LinkProps } from "react-router";

import { ApiProblem } from "../api/problems";
import { useUser } from "../api/queries";
import { useI18n } from "../i18n";
import type { Key } from "../i18n/translate";
import { Icon, Paw, Steps, type IconName } from "./icons";
import { wordsFor } from "./words-for";

export { Area, Choice, Choices, Field, Stars, Switch } from "./fields";

type Look = "primary" | "secondary" | "quiet" | "danger" | "warning";
type Size = "normal" | "large" | "small";

const LOOKS: Record<Look, string> = {
  primary: "bg-leash text-on-leash hover:brightness-105 active:brightness-95 shadow-[0_6px_18px_-8px_#ff6a3d]",
  secondary: "bg-card text-ink border border-edge hover:bg-sunken",
  quiet: "text-ink hover:bg-sunken",
  warning: "text-alarm hover:bg-alarm-soft",
  danger: "bg-card text-alarm border border-alarm hover:bg-alarm-soft",
};
const SIZES: Record<Size, string> = {
  small: "min-h-11 px-4 text-sm gap-1.5",
  normal: "min-h-13 px-6 gap-2",
  large: "min-h-16 px-7 text-lg gap-3",
};

export function buttonClass(look: Look = "primary", size: Size = "normal", extra = ""): string {
  return `inline-flex items-center justify-center rounded-full font-semibold leading-tight text-center transition disabled:opacity-50 disabled:cursor-not-allowed ${LOOKS[look]} ${SIZES[size]} ${extra}`;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  size?: Size;
  icon?: IconName;
  busy?: boolean;
}

export function Button({ look, size, icon, busy, children, className = "", disabled, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(look, size, className)} disabled={disabled || busy} aria-busy={busy} {...rest}>
      {busy ? <Paw size={18} className="animate-bounce" /> : icon && <Icon name={icon} size={size === "small" ? 18 : 22} />}
      {children}
    </button>
  );
}

export function ButtonLink({ look, size, icon, children, className = "", ...rest }: LinkProps & { look?: Look; size?: Size; icon?: IconName }) {
  return (
    <Link className={buttonClass(look, size, className)} {...rest}>
      {icon && <Icon name={icon} size={size === "small" ? 18 : 22} />}
      {children}
    </Link>
  );
}

/** A line that leads on, in a card of such lines. */
export function RowLink({ to, icon, label, count = 0 }: { to: string; icon: IconName; label: string; count?: number }) {
  return (
    <Link to={to} className="flex min-h-13 items-center gap-3 rounded-2xl px-3 font-medium hover:bg-sunken">
      <Icon name={icon} />
      <span className="flex-1">{label}</span>
      {count > 0 && <Badge tone="warm">{count}</Badge>}
      <Icon name="next" size={20} className="text-muted" />
    </Link>
  );
}

export function Card({ children, className = "", as: Tag = "section", ...rest }: { children: ReactNode; className?: string; as?: "section" | "article" | "div" | "li" } & React.HTMLAttributes<HTMLElement>) {
  const padding = /(^|\s)p-\d/.test(className) ? "" : "p-5";
  return (
    <Tag className={`card ${padding} ${className}`} {...rest}>
      {children}
    </Tag>
  );
}

export type Tone = "neutral" | "good" | "warm" | "warn" | "bad";
const TONES: Record<Tone, string> = {
  neutral: "bg-sunken text-ink",
  good: "bg-pine-soft text-pine",
  warm: "bg-leash-soft text-leash-deep",
  warn: "bg-sun-soft text-sun",
  bad: "bg-alarm-soft text-alarm",
};

export function Badge({ tone = "neutral", children, icon }: { tone?: Tone; children: ReactNode; icon?: IconName }) {
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-sm font-semibold whitespace-nowrap ${TONES[tone]}`}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </span>
  );
}

export function Note({ tone = "neutral", icon, children, role }: { tone?: Tone; icon?: IconName; children: ReactNode; role?: "status" | "alert" }) {
  return (
    <div role={role} className={`flex gap-3 rounded-2xl px-4 py-3 ${TONES[tone]}`}>
      {icon && <Icon name={icon} size={22} className="mt-0.5 shrink-0" />}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

export function Loading({ what = "state.loading" }: { what?: Key }) {
  const { t } = useI18n();
  return (
    <div role="status" className="grid justify-items-center gap-4 px-4 py-14 text-muted">
      <Steps />
      <p>{t(what)}</p>
    </div>
  );
}

export function Empty({ icon = "dog", title, children, heading: Heading = "h2" }: { icon?: IconName; title: string; children?: ReactNode; heading?: "h1" | "h2" }) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-12 text-center">
      <span className="grid size-18 place-items-center rounded-full bg-leash-soft text-leash-deep">
        <Icon name={icon} size={34} />
      </span>
      <Heading className="text-heading font-bold">{title}</Heading>
      <div className="grid max-w-[40ch] justify-items-center gap-4 text-muted">{children}</div>
    </div>
  );
}

/** What went wrong in words, and what to do next. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const i18n = useI18n();
  if (!error) return null;
  const { title, next } = wordsFor(error, i18n);
  const id = error instanceof ApiProblem && error.status >= 500 ? error.requestId : null;
  return (
    <Note tone="bad" icon="incident" role="alert">
      <p className="font-semibold">{title}</p>
      {next && <p className="text-sm">{next}</p>}
      {id && <p className="text-sm break-all">{i18n.t("problem.request", { id })}</p>}
      {onRetry && (
        <button type="button" onClick={onRetry} className="mt-1 min-h-11 font-semibold underline underline-offset-4">
          {i18n.t("action.retry")}
        </button>
      )}
    </Note>
  );
}

export function Page({ title, lead, action, children, narrow, back }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode; narrow?: boolean; back?: string }) {
  const { t } = useI18n();
  // visitors have their bar over the head of the page
  const top = useUser() ? "pt-6 md:pt-10" : "pt-24 md:pt-28";
  useEffect(() => {
    document.title = `${title} · Lapa`;
  }, [title]);
  return (
    <main id="main" className={`mx-auto grid w-full gap-6 px-4 pb-28 sm:px-8 md:pb-16 ${top} ${narrow ? "max-w-xl" : "max-w-5xl"}`}>
      <header className="grid gap-2">
        {back && (
          <Link to={back} className="inline-flex min-h-11 items-center gap-1 self-start font-medium text-muted hover:text-ink">
            <Icon name="back" size={20} />
            {t("action.back")}
          </Link>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-title font-extrabold md:text-[2.25rem]">{title}</h1>
          {action}
        </div>
        {lead && <p className="max-w-[58ch] text-muted">{lead}</p>}
      </header>
      {children}
    </main>
  );
}

/** A native dialog: focus stays in it, Escape closes it. */
export function Dialog({ open, title, onClose, children }: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useI18n();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      className="m-auto mb-0 w-full max-w-lg rounded-t-[1.75rem] bg-paper p-0 text-ink shadow-float backdrop:bg-black/50 backdrop:backdrop-blur-[2px] sm:mb-auto sm:rounded-[1.75rem]"
    >
      {open && (
        <div className="rise grid gap-5 p-6">
          <header className="flex items-start justify-between gap-4">
            <h2 id={id} className="text-heading font-bold">
              {title}
            </h2>
            <button type="button" onClick={onClose} aria-label={t("action.close")} className="-mt-2 -mr-2 grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken">
              <Icon name="close" />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
