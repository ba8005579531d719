import type { Bed } from './bed.ts';
import { checkInOverHttp } from './check-in.ts';
import { factsPosted } from './facts-posted.ts';
import type { Result } from './result.ts';

export const rows: Readonly<Record<string, (bed: Bed) => Promise<Result>>> = {
  'facts-posted': factsPosted,
  'check-in': checkInOverHttp,
};
