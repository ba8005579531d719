import type { Check } from './repository.ts';

const GLOSSARY = 'GLOSSARY.md';

/** Each Chinese term of the glossary is on a screen or in a plan: a word that nobody uses is taken out. */
export const checkGlossary: Check = ({ files, text }) => {
  if (!files.includes(GLOSSARY)) return [`${GLOSSARY}: missing`];
  const terms = termsIn(text(GLOSSARY));
  if (terms.length === 0) return [`${GLOSSARY}: has no term in a table`];
  const used = files
    .filter((file) => /^(web|plans|server)\/.+\.(ts|tsx|json|ya?ml)$/.test(file))
    .map(text)
    .join('\n');
  return terms
    .filter((spellings) => !spellings.some((spelling) => used.includes(spelling)))
    .map(
      (spellings) =>
        `${GLOSSARY}: ${spellings.join(' / ')} is used nowhere in web/, plans/ or server/`,
    );
};

/** The first cell with Chinese of each row; spellings of one term stand between / or 、, remarks in brackets. */
function termsIn(text: string): string[][] {
  return text.split('\n').flatMap((line) => {
    if (!/^\s*\|/.test(line) || /^\s*\|[\s:|-]+$/.test(line)) return [];
    const cell = line.split('|').find((part) => /\p{Script=Han}/u.test(part));
    const isHeading = cell?.trim() === '中文';
    if (!cell || isHeading) return [];
    const plain = cell.replace(/[（(][^）)]*[）)]/g, '').replace(/[*`]/g, '');
    return [
      plain
        .split(/[/、,，]/)
        .map((term) => term.trim())
        .filter((term) => term !== ''),
    ];
  });
}
