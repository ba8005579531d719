import type { Check } from './repository.ts';

const forbidden = ['util', 'utils', 'helper', 'helpers', 'common', 'base', 'manager', 'misc'];
const isForbidden = new RegExp(`(^|[-.])(${forbidden.join('|')})([-.]|$)`, 'i');

/** A name says what is inside; these say only that nobody decided. */
export const checkNames: Check = ({ files }) =>
  files.flatMap((file) => {
    const bad = file.split('/').find((part) => isForbidden.test(part));
    return bad ? [`${file}: "${bad}" does not say what is inside`] : [];
  });

/** Source files are kebab-case, so that no two names differ by their case only. */
export const checkKebabCase: Check = ({ files }) =>
  files
    .filter((file) => /\.(ts|tsx|mjs|css|sql)$/.test(file))
    .filter((file) => !/^[a-z0-9.-]+$/.test(file.split('/').at(-1) ?? ''))
    .map((file) => `${file}: the name is not kebab-case`);
