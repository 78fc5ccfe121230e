/** What one fills in: fields, choices, switches, stars; each with its label, its hint and what is wrong with it. */

import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from "react";

import { useI18n } from "../i18n";
import { Icon, Paw } from "./icons";

interface FieldShell {
  label: string;
  hint?: string;
  error?: string | null;
}

function Shell({ label, hint, error, id, children }: FieldShell & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-hint`} className="flex gap-1.5 text-sm font-medium text-alarm">
          <Icon name="incident" size={18} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

export function Field({ label, hint, error, ...rest }: FieldShell & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Shell label={label} hint={hint} error={error} id={id}>
      <input id={id} className="field" aria-invalid={!!error} aria-describedby={hint || error ? `${id}-hint` : undefined} {...rest} />
    </Shell>
  );
}

export function Area({ label, hint, error, ...rest }: FieldShell & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Shell label={label} hint={hint} error={error} id={id}>
      <textarea id={id} rows={3} className="field" aria-invalid={!!error} aria-describedby={hint || error ? `${id}-hint` : undefined} {...rest} />
    </Shell>
  );
}

interface Option<T> {
  value: T;
  label: ReactNode;
}

/** One of a few: real radio buttons in the dress of chips. */
export function Choice<T extends string | number>({ label, options, value, onChange, hidden }: {
  label: string;
  options: Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  hidden?: boolean;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className={hidden ? "sr-only" : "mb-1.5 text-sm font-semibold"}>{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label key={option.value} className={chip(option.value === value)}>
            <input type="radio" className="cover" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Any of a few. */
export function Choices<T extends string>({ label, options, values, onChange }: {
  label: string;
  options: Option<T>[];
  values: T[];
  onChange: (values: T[]) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label: text }) => {
          const has = values.includes(value);
          return (
            <label key={value} className={chip(has)}>
              <input
                type="checkbox"
                className="cover"
                checked={has}
                onChange={() => onChange(has ? values.filter((one) => one !== value) : [...values, value])}
              />
              {text}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function chip(isOn: boolean): string {
  const look = isOn ? "bg-ink text-card border-ink" : "bg-card border-edge hover:bg-sunken";
  return `inline-flex min-h-11 items-center gap-2 rounded-full border px-4 font-medium transition has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-leash-deep ${look}`;
}

export function Switch({ label, hint, checked, onChange }: { label: string; hint?: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center justify-between gap-4">
      <span>
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
      <input type="checkbox" role="switch" className="peer cover" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span
        aria-hidden="true"
        className="relative h-8 w-14 shrink-0 rounded-full border border-edge bg-sunken transition peer-checked:border-pine peer-checked:bg-pine peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-leash-deep after:absolute after:top-[3px] after:left-[3px] after:size-6 after:rounded-full after:bg-card after:shadow after:transition peer-checked:after:translate-x-6"
      />
    </label>
  );
}

export function Stars({ value, onChange, label }: { value: number; onChange: (value: number) => void; label: string }) {
  const { t } = useI18n();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="flex gap-1">
        {[1, 2, 3, 4, 5].map((star) => (
          <label key={star} className="grid size-12 place-items-center rounded-full has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-leash-deep">
            <input type="radio" className="cover" name={name} aria-label={t("review.stars", { count: star })} checked={value === star} onChange={() => onChange(star)} />
            <Paw size={34} className={`transition ${star <= value ? "scale-110 text-leash" : "text-line"}`} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
