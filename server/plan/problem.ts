import { PublicError, type Words } from '../platform/index.ts';

/** One mistake in a plan file: where it is, what is wrong, what to write instead. */
export interface PlanProblem {
  /** As the loader was asked for it, so that an editor's terminal can open it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Such as `rules[2].versions[0].perHour`; empty for the file as a whole. */
  readonly path: string;
  readonly wrong: Words;
  readonly remedy: Words;
}

/** Every mistake of every file of a plan, at once. */
export class PlanError extends PublicError {
  override name = 'PlanError';
  readonly problems: readonly PlanProblem[];

  constructor(folder: string, problems: readonly PlanProblem[]) {
    const sorted = problems.toSorted(byPlace);
    const count = sorted.length;
    super(
      [
        `计划 ${folder} 有 ${count} 处需要改正。The plan ${folder} has ${count} mistake${count === 1 ? '' : 's'} to mend.`,
        ...sorted.map(showProblem),
      ].join('\n'),
    );
    this.problems = sorted;
  }
}

function showProblem({ file, line, column, path, wrong, remedy }: PlanProblem): string {
  const where = `${file}:${line}:${column}${path ? ` ${path}` : ''}`;
  return `  ${where}\n    ${wrong.zh}。${remedy.zh}。\n    ${wrong.en}. ${remedy.en}.`;
}

function byPlace(one: PlanProblem, other: PlanProblem): number {
  return one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;
}
