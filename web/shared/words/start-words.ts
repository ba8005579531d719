import i18next, { type ResourceLanguage } from 'i18next';
import {
  type Language,
  languageToStart,
  rememberedLanguage,
  rememberLanguage,
} from './language.ts';
import { zh } from './zh.ts';

/** The words of one app. Chinese comes with the first load; English is fetched by who reads it. */
export interface AppWords {
  readonly namespace: 'carer' | 'desk' | 'public';
  readonly zh: ResourceLanguage;
  readonly loadEn: () => Promise<ResourceLanguage>;
}

let loadEnglish: () => Promise<void> = async () => {};

/** Call once, before the first render. */
export async function startWords(words: AppWords): Promise<void> {
  const language = languageToStart(location.search, rememberedLanguage());
  i18next.on('languageChanged', (now) => {
    document.documentElement.lang = now;
  });
  await i18next.init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: words.namespace,
    fallbackNS: 'shared',
    ns: [words.namespace, 'shared'],
    resources: { 'zh-CN': { shared: zh, [words.namespace]: words.zh } },
    interpolation: { escapeValue: false },
    partialBundledLanguages: true,
  });
  loadEnglish = async () => {
    if (i18next.hasResourceBundle('en', 'shared')) return;
    const [shared, own] = await Promise.all([import('./en.ts'), words.loadEn()]);
    i18next.addResourceBundle('en', 'shared', shared.en);
    i18next.addResourceBundle('en', words.namespace, own);
  };
  document.documentElement.lang = 'zh-CN';
  if (new URLSearchParams(location.search).has('lang')) rememberLanguage(language);
  if (language === 'en') await changeLanguage('en');
}

/** Changes the language of the page and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await changeLanguage(language);
  rememberLanguage(language);
}

/** What the person chose elsewhere, for a device on which nothing was chosen yet. */
export async function followLanguageOf(language: string): Promise<void> {
  if (rememberedLanguage() === null) await changeLanguage(languageToStart('', language));
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en') await loadEnglish();
  await i18next.changeLanguage(language);
}
