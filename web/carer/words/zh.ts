import { first } from './zh/first.ts';
import { later } from './zh/later.ts';

/** The carer's words. en.ts must have the same keys. */
export const zh = { ...first, ...later } as const;
