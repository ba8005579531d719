import { type Check, isCode, isProse, isTest, lineOf } from './repository.ts';

interface Forbidden {
  readonly pattern: RegExp;
  readonly why: string;
  readonly where: (path: string) => boolean;
}

/** These files must name what they forbid. */
const isHere = (path: string) => /^test\/tidy(\/|\.test\.ts$)/.test(path);
const everywhere = (path: string) => isProse(path) && !isHere(path);
const inCode = (path: string) => isCode(path) && !isHere(path);

const words: readonly Forbidden[] = [
  {
    pattern: /\b(TODO|FIXME|HACK|XXX)\b/g,
    why: 'do it, or write it down where plans are kept',
    where: everywhere,
  },
  { pattern: /\bas any\b/g, why: 'say what it is', where: inCode },
  { pattern: /:\s*any\s*(?=[;,)=\]}>|&[]|$)/gm, why: 'say what it is', where: inCode },
  {
    pattern: /@ts-(ignore|nocheck|expect-error)/g,
    why: 'make the types tell the truth',
    where: inCode,
  },
  { pattern: /biome-ignore/g, why: 'follow the rule or change it in biome.json', where: inCode },
  {
    pattern: /\b(it|test|describe|suite)(\.\w+)*\.(only|skip|todo|fails)\b/g,
    why: 'every test runs',
    where: (path) => inCode(path) && isTest(path),
  },
  {
    pattern: /\bregistry\.[a-z0-9-]+\.(org|com|cn|net|dev)\b|\bnpmmirror\.com\b/g,
    why: 'the machine decides from where packages come',
    where: (path) => (isProse(path) || path === 'package-lock.json') && !isHere(path),
  },
  {
    pattern: /(?<=^|[\s'"`(=])\/(home|Users|root|work)\/[\w.-]+/gm,
    why: 'a path of one machine',
    where: everywhere,
  },
];

/** Words that must not be committed, wherever they stand. */
export const checkWords: Check = ({ files, text }) =>
  files.flatMap((file) =>
    words
      .filter(({ where }) => where(file))
      .flatMap(({ pattern, why }) =>
        [...text(file).matchAll(pattern)].map(
          (found) => `${file}:${lineOf(text(file), found.index)}: "${found[0].trim()}": ${why}`,
        ),
      ),
  );
