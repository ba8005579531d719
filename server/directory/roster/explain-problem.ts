import { PublicError, type Words } from '../../platform/index.ts';
import type { ProblemBook, RosterProblem } from './problem-book.ts';
import { problemKinds, type Severity } from './problem-kinds.ts';

/** A problem in both languages: where, what is wrong, what would be right. */
export interface ExplainedProblem {
  readonly severity: Severity;
  /** `学生!C5` is not how people speak: 学生,第 5 行,C 列(学籍号). */
  readonly where: Words;
  readonly what: Words;
  readonly remedy: Words;
}

export function explainProblem(problem: RosterProblem): ExplainedProblem {
  const kind = problemKinds[problem.code];
  return {
    severity: kind.severity,
    where: whereOf(problem),
    what: filled(kind.what, problem),
    remedy: filled(kind.remedy, problem),
  };
}

function whereOf({ sheet, row, letter, header }: RosterProblem): Words {
  if (row === 0) return { zh: sheet, en: sheet };
  if (letter === '') return { zh: `${sheet},第 ${row} 行`, en: `${sheet}, row ${row}` };
  return {
    zh: `${sheet},第 ${row} 行,${letter} 列(${header})`,
    en: `${sheet}, row ${row}, column ${letter} (${header})`,
  };
}

function filled(words: Words, problem: RosterProblem): Words {
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(shown|header|detail)\}/g, (_, part: 'shown' | 'header' | 'detail') => {
      const value = problem[part];
      return value === '' ? '—' : value;
    });
  return { zh: fill(words.zh), en: fill(words.en) };
}

/** The first reason why nothing of a file can be applied, as a sentence for whoever runs a command. */
export function explainFault(problems: ProblemBook): PublicError {
  const fault = problems.problems.find(({ code }) => problemKinds[code].severity === 'file');
  if (!fault) return new PublicError('The roster cannot be applied.');
  const { where, what, remedy } = explainProblem(fault);
  return new PublicError(
    `${where.zh}:${what.zh}。${remedy.zh}。\n${where.en}: ${what.en}. ${remedy.en}.`,
  );
}
