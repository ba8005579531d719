/**
 * Runs within the page, before it is painted and before the app's scripts are there: `build/opening.ts` writes it in.
 * Size of type and language are right from the first letter; what the page will need is on its way.
 */
import { askEarly } from '../../shared/early-answers.ts';
import { startTypeSize } from '../../shared/type-size.ts';
import { languageToStart, rememberedLanguage } from '../../shared/words/language.ts';
import { beginnings } from './beginnings.ts';

/** Written in by the build: the files of each beginning's page. */
declare const PAGE_FILES: Readonly<Record<string, readonly string[]>>;

startTypeSize();
const language = languageToStart(location.search, rememberedLanguage());
document.documentElement.lang = language;

const path = location.pathname.replace(/^\/app/, '');
const beginning = beginnings.find(({ at }) => at.test(path));
const asked = beginning ? [path.replace(beginning.at, beginning.asks)] : [];
askEarly(['/api/v1/me', ...asked], language);
for (const file of PAGE_FILES[beginning?.page ?? ''] ?? []) fetchEarly(file);
for (const style of document.querySelectorAll<HTMLStyleElement>('style[data-file]')) {
  standFor(style, style.dataset.file ?? '');
}

function fetchEarly(file: string): void {
  const link = document.createElement('link');
  link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
  if (link.rel === 'preload') link.as = 'style';
  // As the app will ask for it, or it would be fetched twice.
  link.crossOrigin = '';
  link.href = file;
  document.head.append(link);
}

/** A link that is switched off fetches nothing, and tells the app's scripts that this file's styles are here. */
function standFor(style: HTMLStyleElement, file: string): void {
  const link = document.createElement('link');
  link.setAttribute('disabled', '');
  link.rel = 'stylesheet';
  link.href = file;
  style.after(link);
}
