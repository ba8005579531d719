import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import type { Part } from './findings.ts';

type CertificateText = Part<'certificates'>['value']['certificates'][number];
type CountsText = CertificateText['counts'];
type VersionText = CertificateText['versions'][number];

/** A share that is asked of each of two carers, where two are asked, and nowhere else. */
export function countsProblems(
  source: PlanSource,
  path: Path,
  { carers, each }: CountsText,
): PlanProblem[] {
  if ((carers === 'both') === (each !== undefined)) return [];
  return [
    problemAt(source, each === undefined ? path : [...path, 'each'], {
      wrong:
        each === undefined
          ? {
              zh: '写了 both，却没有写每位家长要达到百分之几',
              en: 'It says both, and not what each carer must reach',
            }
          : {
              zh: `each 只和 carers: both 一起用，这里是 ${carers}`,
              en: `each belongs to carers: both; here it is ${carers}`,
            },
      remedy:
        each === undefined
          ? { zh: '请加上 each，如 each: 40', en: 'Add each, like each: 40' }
          : { zh: '请删去 each，或改写 carers: both', en: 'Remove it, or write carers: both' },
    }),
  ];
}

/** Of whom less is asked: for a reason, and by no more than the plan lets. */
export function askingProblems(
  source: PlanSource,
  path: Path,
  { counts, lowered }: VersionText,
): PlanProblem[] {
  const own = counts ? countsProblems(source, [...path, 'counts'], counts) : [];
  if (!lowered) return own;
  const { movedIn, leave, disability, atLeast } = lowered;
  const at = [...path, 'lowered'];
  if (!(movedIn || leave || disability)) {
    own.push(
      problemAt(source, at, {
        wrong: {
          zh: 'lowered 里没有写因为什么少要',
          en: 'lowered names no reason to ask less',
        },
        remedy: {
          zh: '请写 movedIn、leave 或 disability，或删去 lowered',
          en: 'Write movedIn, leave or disability, or remove lowered',
        },
      }),
    );
  }
  const most = 100 - atLeast;
  if (disability && disability.percent > most) {
    own.push(
      problemAt(source, [...at, 'disability', 'percent'], {
        wrong: {
          zh: `少要 ${disability.percent}% 就低于 atLeast 的 ${atLeast}%，永远用不满`,
          en: `Less by ${disability.percent}% goes below atLeast ${atLeast}% and never holds in full`,
        },
        remedy: {
          zh: `请写 ${most} 以下，或降低 atLeast`,
          en: `Write ${most} or less, or lower atLeast`,
        },
      }),
    );
  }
  return own;
}
