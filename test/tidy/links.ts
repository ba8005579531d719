import { dirname, join, normalize } from 'node:path/posix';
import type { Check, Repository } from './repository.ts';

/** Links in Markdown lead to a file, a folder or a heading of this repository. Addresses elsewhere are not tried. */
export const checkLinks: Check = (repository) =>
  repository.files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      linksIn(repository.text(file)).flatMap((link) =>
        leadsSomewhere(repository, file, link) ? [] : [`${file}: the link ${link} goes nowhere`],
      ),
    );

function linksIn(text: string): string[] {
  const plain = withoutCode(text);
  const inline = [...plain.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
  const defined = [...plain.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  return [...inline, ...defined]
    .map((found) => found[1] ?? '')
    .filter((link) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link));
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
}

function leadsSomewhere({ files, text }: Repository, file: string, link: string): boolean {
  const [path = '', heading] = decodeURI(link).split('#');
  const target = path === '' ? file : normalize(join(dirname(file), path)).replace(/\/$/, '');
  const isThere = files.includes(target) || files.some((other) => other.startsWith(`${target}/`));
  if (!isThere) return false;
  if (heading === undefined || !target.endsWith('.md')) return true;
  return headingsIn(text(target)).includes(heading);
}

/** As the sites that show Markdown make them: lower case, spaces to hyphens, punctuation gone. */
function headingsIn(text: string): string[] {
  return [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((found) =>
    (found[1] ?? '')
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
