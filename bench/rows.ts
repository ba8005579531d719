import type { Bed } from './bed.ts';
import { certificatesIssued } from './certificates-issued.ts';
import { checkInOverHttp } from './check-in.ts';
import { factsPosted } from './facts-posted.ts';
import type { Result } from './result.ts';
import { rosterImport } from './roster-import.ts';

export const rows: Readonly<Record<string, (bed: Bed) => Promise<Result>>> = {
  'facts-posted': factsPosted,
  'check-in': checkInOverHttp,
  'roster-import': rosterImport,
  'certificates-issued': certificatesIssued,
};
