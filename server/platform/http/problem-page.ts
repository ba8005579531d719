import type { Language } from '../words.ts';
import type { Problem } from './problem.ts';

const words = {
  zh: { back: '返回', reference: '编号' },
  en: { back: 'Back', reference: 'Reference' },
} as const;

/**
 * The same problem for a person whose browser followed a link, such as that of a workbook: what happened and
 * what to do, instead of JSON. No script: the way back is the place that the link stood on.
 */
export function problemPage(
  problem: Problem,
  language: Language,
  from: string | undefined,
): string {
  const { title, detail, remedy, reference } = problem;
  const { back, reference: named } = words[language];
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
  body { max-width: 36em; margin: 12vh auto; padding: 0 20px; background: #FBF8F2; color: #1E2B29; font: 16px/1.6 system-ui, sans-serif; }
  h1 { font-size: 22px; }
  a { color: #0B6B5B; }
  small { color: #5B6A66; }
</style>
<h1>${escaped(title)}</h1>
${detail ? `<p>${escaped(detail)}</p>` : ''}
<p>${escaped(remedy)}</p>
${from ? `<p><a href="${escaped(from)}">${back}</a></p>` : ''}
<p><small>${named} ${escaped(reference)}</small></p>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
