/** The language of the first screen, known before any words are loaded. */
export type Language = 'zh-CN' | 'en';

const REMEMBERED_AS = 'gongyu.language';

/** `?lang=en` first, then what was chosen before, then Chinese. */
export function languageToStart(search: string, remembered: string | null): Language {
  const asked = new URLSearchParams(search).get('lang') ?? remembered;
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/** What was chosen on this device; null when nothing was. */
export function rememberedLanguage(): string | null {
  return localStorage.getItem(REMEMBERED_AS);
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED_AS, language);
}
