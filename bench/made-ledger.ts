import { accountOf, type LedgerEntry } from '../server/counting/points/ledger/index.ts';

const CARERS = 300_000;
/** Not a multiple of anything here, so that neighbours in the ledger are of different carers. */
const STEP = 7919;

/** A ledger of any length, always the same: entries as a district posts them, with the ids and accounts of real ones. */
export function* madeLedger(entries: number): Generator<LedgerEntry> {
  const accounts = Array.from({ length: Math.min(CARERS, entries) }, (_, at) =>
    accountOf(idOf(at, 'c'), Buffer.alloc(32, at % 251)),
  );
  for (let sequence = 0; sequence < entries; sequence += 1) {
    yield {
      sequence,
      id: idOf(sequence, 'a'),
      carer: accounts[(sequence * STEP) % accounts.length] as string,
      fact: idOf(sequence, 'f'),
      rule: sequence % 3 === 0 ? 'volunteer-hours' : 'guidance-hours',
      rule_version: '2',
      raw_amount: 150,
      amount: 150,
      counted_on: '2026-10-18',
      posted_at: '2026-10-18T08:00:00.000Z',
    };
  }
}

function idOf(number: number, kind: string): string {
  return `019a000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
