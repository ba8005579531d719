import type { ProblemCode } from '../problem-kinds.ts';

/** The file as a whole cannot be read; carries the problem to report instead of any row. */
export class RosterFault extends Error {
  override name = 'RosterFault';
  readonly code: ProblemCode;
  readonly sheet: string;
  readonly shown: string;
  readonly detail: string;

  constructor(code: ProblemCode, sheet: string, shown = '', detail = '') {
    super(`${code} in ${sheet}: ${shown}`);
    this.code = code;
    this.sheet = sheet;
    this.shown = shown;
    this.detail = detail;
  }
}

/** A size as people say it. */
export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
