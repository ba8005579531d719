import type { Check } from './repository.ts';

const GLOSSARY = 'GLOSSARY.md';

/**
 * Each Chinese term of the glossary is on a screen or in a plan, and each word of the code is in the code: a word
 * that nobody uses is taken out.
 */
export const checkGlossary: Check = ({ files, text }) => {
  if (!files.includes(GLOSSARY)) return [`${GLOSSARY}: missing`];
  const terms = termsIn(text(GLOSSARY));
  if (terms.length === 0) return [`${GLOSSARY}: has no term in a table`];
  const used = files
    .filter((file) => /^(web|plans|server)\/.+\.(ts|tsx|json|ya?ml)$/.test(file))
    .map((file) => `${file}\n${text(file)}`)
    .join('\n');
  const isUsed = (spellings: readonly string[]) => spellings.some((one) => used.includes(one));
  const unused = [
    ...terms.filter((spellings) => !isUsed(spellings)).map((spellings) => spellings.join(' / ')),
    ...codeWordsIn(text(GLOSSARY)).filter((word) => !asWritten(word).test(used)),
  ];
  return unused.map((word) => `${GLOSSARY}: ${word} is used nowhere in web/, plans/ or server/`);
};

/** The column `code` of every table. */
function codeWordsIn(text: string): string[] {
  let column = -1;
  return text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (!line.trim().startsWith('|')) column = -1;
    else if (column === -1) column = cells.indexOf('code');
    else if (!/^[\s:|-]+$/.test(line)) return [cells[column] ?? ''].filter((word) => word !== '');
    return [];
  });
}

/** `hall code` is also hallCode, hall-code and hall_code. */
function asWritten(word: string): RegExp {
  return new RegExp(word.replaceAll(/[^A-Za-z]+/g, '[-_ ]?'), 'i');
}

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
