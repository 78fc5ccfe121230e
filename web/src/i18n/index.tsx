/** The language of the app: chosen, remembered, told to the page and the API. */

import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";

import { speak } from "../api/client";
import { recall, remember } from "../lib/storage";
import { Translator, guessLanguage, type Language } from "./translate";

const KEY = "lapa.language";

interface Spoken extends Translator {
  setLanguage: (language: Language) => void;
}

const Context = createContext<Spoken | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => guessLanguage([recall(KEY) ?? "", ...navigator.languages]));
  const spoken = useMemo(() => {
    speak(language);
    return Object.assign(new Translator(language), {
      setLanguage: (to: Language) => {
        remember(KEY, to);
        setLanguage(to);
      },
    });
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <Context value={spoken}>{children}</Context>;
}

export function useI18n(): Spoken {
  const spoken = use(Context);
  if (!spoken) throw new Error("LanguageProvider is missing");
  return spoken;
}
