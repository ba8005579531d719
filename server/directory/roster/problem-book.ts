import { MAX_PROBLEMS_KEPT, MAX_REJECTED_ROWS_KEPT } from './limits.ts';
import { type ProblemCode, problemKinds } from './problem-kinds.ts';

/** One thing that is wrong with one cell, row or file. */
export interface RosterProblem {
  readonly code: ProblemCode;
  /** Sheet of the workbook or file of the folder. */
  readonly sheet: string;
  /** As a spreadsheet numbers it; 0 when the whole sheet or file is meant. */
  readonly row: number;
  /** `C`, empty when no single column is meant. */
  readonly letter: string;
  readonly header: string;
  /** What stands there, with personal numbers masked. */
  readonly shown: string;
  /** What the sentence needs besides: what was expected, which row it clashes with. */
  readonly detail: string;
}

/** A row that is not applied, as it was read, so that it can be mended and sent again. */
export interface RejectedRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
}

/** Collects what is wrong: all of it counted, the first ten thousand kept. */
export class ProblemBook {
  readonly problems: RosterProblem[] = [];
  readonly rejectedRows: RejectedRow[] = [];
  readonly headers = new Map<string, readonly string[]>();
  private readonly counts = new Map<ProblemCode, number>();
  private rejected = 0;

  add(problem: RosterProblem): void {
    this.counts.set(problem.code, (this.counts.get(problem.code) ?? 0) + 1);
    if (this.problems.length < MAX_PROBLEMS_KEPT) this.problems.push(problem);
  }

  /** A problem of a whole file or sheet. */
  addToSheet(code: ProblemCode, sheet: string, shown = '', detail = ''): void {
    this.add({ code, sheet, row: 0, letter: '', header: '', shown, detail });
  }

  rejectRow(row: RejectedRow): void {
    this.rejected += 1;
    if (this.rejectedRows.length < MAX_REJECTED_ROWS_KEPT) this.rejectedRows.push(row);
  }

  get rejectedCount(): number {
    return this.rejected;
  }

  /** How often each kind occurred, the kept and the dropped ones. */
  countsByCode(): ReadonlyMap<ProblemCode, number> {
    return this.counts;
  }

  /** Whether the file as a whole cannot be applied. */
  get isFatal(): boolean {
    return [...this.counts.keys()].some((code) => problemKinds[code].severity === 'file');
  }
}
