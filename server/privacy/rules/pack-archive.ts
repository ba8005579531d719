import { strToU8, zipSync } from 'fflate';
import type { Call, Holding, Words } from '../../platform/index.ts';

export type PartOfArchive = Holding & { readonly rows: Awaited<ReturnType<Holding['list']>> };

export interface Archive {
  readonly parts: readonly PartOfArchive[];
  /** Whose it is. */
  readonly name: string;
  readonly district: Words;
  readonly call: Pick<Call, 'at' | 'language'>;
}

/**
 * A zip of `index.html`, a page to read that needs nothing else, `about.json`, which says what the files and their
 * columns are, and one JSON file for each part that holds something: arrays of rows, UTF-8, instants as ISO 8601.
 */
export function packArchive(archive: Archive): Buffer {
  const held = archive.parts.filter(({ rows }) => rows.length > 0);
  const { at } = archive.call;
  const about = {
    made_at: at.toISOString(),
    about: archive.name,
    by: archive.district,
    files: held.map(({ name, title, why, columns, rows, erase }) => ({
      file: `${name}.json`,
      ...{ title, why, columns },
      rows: rows.length,
      erased_on_request: erase !== undefined,
    })),
  };
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const zipped = zipSync(
    {
      'index.html': strToU8(pageOf({ ...archive, parts: held })),
      'about.json': json(about),
      ...Object.fromEntries(held.map(({ name, rows }) => [`${name}.json`, json(rows)])),
    },
    { mtime: at },
  );
  return Buffer.from(zipped);
}

function pageOf({ parts, name, district, call: { at, language } }: Archive): string {
  const title = language === 'zh' ? `${name}的个人信息` : `What is held about ${name}`;
  const made = `${district[language]} · ${inShanghai(at)}`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${plain(title)}</title>
<style>
body { font: 16px/1.6 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d2b26 }
section { margin-top: 2.5rem } div { overflow-x: auto } p { color: #51605a }
table { border-collapse: collapse } th, td { border: 1px solid #d9d4c7; padding: .3rem .6rem; text-align: left; vertical-align: top }
td { max-width: 24rem; overflow-wrap: anywhere }
</style>
<h1>${plain(title)}</h1>
<p>${plain(made)}</p>
${parts.map((part) => sectionOf(part, language)).join('\n')}
</html>
`;
}

function sectionOf(
  { title, why, columns, rows }: PartOfArchive,
  language: Call['language'],
): string {
  const keys = Object.keys(columns);
  const head = keys.map((key) => `<th>${plain(columns[key]?.[language] ?? key)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${keys.map((key) => cellOf(row[key], language)).join('')}</tr>`,
  );
  return `<section>
<h2>${plain(title[language])}</h2>
<p>${plain(why[language])}</p>
<div><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>
</section>`;
}

function cellOf(value: unknown, language: Call['language']): string {
  return `<td>${plain(textOf(value, language))}</td>`;
}

function textOf(value: unknown, language: Call['language']): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return inShanghai(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.join('；');
  if (isWords(value)) return value[language];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** As people read it; the JSON files say it as ISO 8601. */
function inShanghai(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function plain(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
