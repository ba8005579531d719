import { isDeepStrictEqual } from 'node:util';
import type { Sealing } from '../../../platform/index.ts';
import type { HasNumbers, NumberedList, Roster } from '../roster.ts';
import { type PersonalColumn, personalLines } from './personal-lines.ts';
import { type SealingThread, startSealingThread } from './sealing-thread.ts';

export const ROWS_A_PIECE = 1000;

/** A thread takes a moment to start: worth it for more rows than these. */
export const ROWS_WORTH_A_THREAD = 20_000;

interface Piece {
  readonly columns: readonly PersonalColumn[];
  readonly lines: Promise<string>;
}

/**
 * Makes the cells of sealed numbers, piece by piece. Reading a large roster keeps one processor busy; from its
 * first rows on a thread seals beside it, and has nearly done when the rows are laid out.
 */
export class Sealer {
  private readonly sealing: Sealing;
  private readonly withSeals: boolean;
  private readonly met: Record<NumberedList, HasNumbers[]> = { people: [], students: [] };
  private readonly ahead = { people: new Map<number, Piece>(), students: new Map<number, Piece>() };
  private thread: SealingThread | undefined;

  /** A preview needs the blind indexes only, no seals; they are what costs. */
  constructor(sealing: Sealing, withSeals: boolean) {
    this.sealing = sealing;
    this.withSeals = withSeals;
  }

  /** Told of a row when it joins its list. */
  meet(list: NumberedList, row: HasNumbers): void {
    const rows = this.met[list];
    rows.push(row);
    if (rows.length % ROWS_A_PIECE !== 0) return;
    if (this.thread) this.begin(list, rows.length - ROWS_A_PIECE);
    else if (this.met.people.length + this.met.students.length > ROWS_WORTH_A_THREAD) {
      this.thread = startSealingThread(this.sealing, this.withSeals);
      this.beginAll('people');
      this.beginAll('students');
    }
  }

  /** For each row of the piece of a list that begins at `first`, the cells of its numbers. */
  async cells(
    list: NumberedList,
    first: number,
    rows: readonly HasNumbers[],
  ): Promise<readonly string[]> {
    const columns = columnsOf(list, rows);
    const piece = this.ahead[list].get(first);
    this.ahead[list].delete(first);
    // A later row of the file may have changed one that was met.
    const isStill = piece && isDeepStrictEqual(piece.columns, columns);
    const lines = isStill ? piece.lines : this.sealed(columns);
    return (await lines).split('\n');
  }

  async stop(): Promise<void> {
    await this.thread?.stop();
  }

  private beginAll(list: NumberedList): void {
    const { length } = this.met[list];
    for (let first = 0; first + ROWS_A_PIECE <= length; first += ROWS_A_PIECE) {
      this.begin(list, first);
    }
  }

  private begin(list: NumberedList, first: number): void {
    const columns = columnsOf(list, this.met[list].slice(first, first + ROWS_A_PIECE));
    const lines = this.sealed(columns);
    // Awaited when its turn comes, which it does not if the import fails before.
    lines.catch(() => {});
    this.ahead[list].set(first, { columns, lines });
  }

  private async sealed(columns: readonly PersonalColumn[]): Promise<string> {
    return this.thread?.lines(columns) ?? personalLines(this.sealing, columns, this.withSeals);
  }
}

function columnsOf(list: NumberedList, rows: readonly HasNumbers[]): PersonalColumn[] {
  const idNumbers = { purpose: 'id-number', plain: rows.map((row) => row.id_number) } as const;
  if (list === 'students') return [idNumbers];
  return [{ purpose: 'phone', plain: rows.map((row) => row.phone ?? null) }, idNumbers];
}

/** For a roster that was read without one. */
export function sealerOf(
  { people, students }: Roster,
  sealing: Sealing,
  withSeals: boolean,
): Sealer {
  const sealer = new Sealer(sealing, withSeals);
  for (const person of people) sealer.meet('people', person);
  for (const student of students) sealer.meet('students', student);
  return sealer;
}
