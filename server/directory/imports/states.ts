/** What may follow in the life of an uploaded roster. A failed or abandoned one is uploaded again. */
export const importStates = [
  'reading',
  'comparing',
  'ready',
  'applying',
  'done',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];
